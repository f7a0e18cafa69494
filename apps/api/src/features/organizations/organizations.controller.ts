import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CreateOrganizationRequest,
  OrganizationListResponse,
  OrganizationResponse,
  UnitCode,
  UpdateOrganizationRequest,
} from '@heng/contracts';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, IfMatch, PageQuery } from '../../platform/http/index.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Requires('organization.read')
  @Answers(OrganizationListResponse)
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<OrganizationListResponse> {
    return this.organizations.list(caller, query);
  }

  @Get(':code')
  @Requires('organization.read')
  @Answers(OrganizationResponse)
  get(
    @CurrentCaller() caller: Caller,
    @Param('code', { schema: UnitCode }) code: string,
  ): Promise<OrganizationResponse> {
    return this.organizations.get(caller, code);
  }

  @Post()
  @Requires('organization.manage')
  @Answers(OrganizationResponse)
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateOrganizationRequest }) request: CreateOrganizationRequest,
  ): Promise<OrganizationResponse> {
    return this.organizations.create(caller, request);
  }

  @Patch(':code')
  @Requires('organization.manage')
  @Answers(OrganizationResponse)
  update(
    @CurrentCaller() caller: Caller,
    @Param('code', { schema: UnitCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: UpdateOrganizationRequest }) request: UpdateOrganizationRequest,
  ): Promise<OrganizationResponse> {
    return this.organizations.update(caller, code, version, request);
  }
}
