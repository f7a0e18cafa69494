import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ChangeStageRequest, CreateCycleRequest, CycleListResponse, CycleResponse } from '@heng/contracts';
import { z } from 'zod';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, IfMatch, PageQuery } from '../../platform/http/index.js';
import { CyclesService } from './cycles.service.js';

const CycleId = z.uuid();

@Controller('cycles')
export class CyclesController {
  constructor(private readonly cycles: CyclesService) {}

  @Get()
  @Requires('cycle.read')
  @Answers(CycleListResponse)
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<CycleListResponse> {
    return this.cycles.list(caller, query);
  }

  @Get(':id')
  @Requires('cycle.read')
  @Answers(CycleResponse)
  get(@CurrentCaller() caller: Caller, @Param('id', { schema: CycleId }) id: string): Promise<CycleResponse> {
    return this.cycles.get(caller, id);
  }

  @Post()
  @Requires('cycle.manage')
  @Answers(CycleResponse)
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateCycleRequest }) request: CreateCycleRequest,
  ): Promise<CycleResponse> {
    return this.cycles.create(caller, request);
  }

  @Post(':id/stage')
  @HttpCode(200)
  @Requires('cycle.manage')
  @Answers(CycleResponse)
  changeStage(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: ChangeStageRequest }) request: ChangeStageRequest,
  ): Promise<CycleResponse> {
    return this.cycles.changeStage(caller, id, version, request);
  }
}
