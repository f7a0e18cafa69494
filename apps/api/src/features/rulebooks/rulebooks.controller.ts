import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CreateRuleBookRequest,
  PublishRuleBookRequest,
  RuleBookListResponse,
  RuleBookResponse,
} from '@heng/contracts';
import { z } from 'zod';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, IfMatch, PageQuery } from '../../platform/http/index.js';
import { RuleBooksService } from './rulebooks.service.js';

const RuleBookId = z.uuid();

@Controller('rulebooks')
export class RuleBooksController {
  constructor(private readonly rulebooks: RuleBooksService) {}

  @Get()
  @Requires('rulebook.read')
  @Answers(RuleBookListResponse)
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<RuleBookListResponse> {
    return this.rulebooks.list(caller, query);
  }

  @Get(':id')
  @Requires('rulebook.read')
  @Answers(RuleBookResponse)
  get(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RuleBookId }) id: string,
  ): Promise<RuleBookResponse> {
    return this.rulebooks.get(caller, id);
  }

  @Post()
  @Requires('rulebook.manage')
  @Answers(RuleBookResponse)
  create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: CreateRuleBookRequest }) request: CreateRuleBookRequest,
  ): Promise<RuleBookResponse> {
    return this.rulebooks.create(caller, request);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Requires('rulebook.manage')
  @Answers(RuleBookResponse)
  publish(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RuleBookId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: PublishRuleBookRequest }) _request: PublishRuleBookRequest,
  ): Promise<RuleBookResponse> {
    return this.rulebooks.publish(caller, id, version);
  }
}
