import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  AddRuleBookCommentRequest,
  AmendRuleBookRequest,
  CreateRuleBookRequest,
  PublishRuleBookRequest,
  ReviewRuleBookRequest,
  RuleBookComment,
  RuleBookCommentsResponse,
  RuleBookDraftResponse,
  RuleBookListResponse,
  RuleBookResponse,
  RuleBookSaveResponse,
  RuleBookSavesResponse,
  SaveRuleBookRequest,
} from '@heng/contracts';
import { z } from 'zod';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, IfMatch, PageQuery } from '../../platform/http/index.js';
import { RuleBookCommentsService } from './rulebook-comments.service.js';
import { RuleBookDraftsService } from './rulebook-drafts.service.js';
import { RuleBooksService } from './rulebooks.service.js';

const Id = z.uuid();
const SavedVersion = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform((digits) => Number.parseInt(digits, 10));

@Controller('rulebooks')
export class RuleBooksController {
  constructor(
    private readonly rulebooks: RuleBooksService,
    private readonly drafts: RuleBookDraftsService,
    private readonly comments: RuleBookCommentsService,
  ) {}

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
  get(@CurrentCaller() caller: Caller, @Param('id', { schema: Id }) id: string): Promise<RuleBookResponse> {
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

  @Get(':id/draft')
  @Requires('rulebook.discuss')
  @Answers(RuleBookDraftResponse)
  draft(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
  ): Promise<RuleBookDraftResponse> {
    return this.drafts.draft(caller, id);
  }

  @Put(':id/draft')
  @Requires('rulebook.manage')
  @Answers(RuleBookDraftResponse)
  save(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
    @Body({ schema: SaveRuleBookRequest }) { document }: SaveRuleBookRequest,
  ): Promise<RuleBookDraftResponse> {
    return this.drafts.save(caller, id, version, document);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('rulebook.manage')
  @Answers(null)
  remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.drafts.remove(caller, id, version);
  }

  @Get(':id/saves')
  @Requires('rulebook.discuss')
  @Answers(RuleBookSavesResponse)
  saves(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
  ): Promise<RuleBookSavesResponse> {
    return this.drafts.saves(caller, id);
  }

  @Get(':id/saves/:version')
  @Requires('rulebook.discuss')
  @Answers(RuleBookSaveResponse)
  saved(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('version', { schema: SavedVersion }) version: number,
  ): Promise<RuleBookSaveResponse> {
    return this.drafts.saved(caller, id, version);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Requires('rulebook.review')
  @Answers(RuleBookDraftResponse)
  review(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
    @Body({ schema: ReviewRuleBookRequest }) request: ReviewRuleBookRequest,
  ): Promise<RuleBookDraftResponse> {
    return this.drafts.review(caller, id, version, request);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Requires('rulebook.manage')
  @Answers(RuleBookResponse)
  publish(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @IfMatch() version: number,
    @Body({ schema: PublishRuleBookRequest }) request: PublishRuleBookRequest,
  ): Promise<RuleBookResponse> {
    return this.drafts.publish(caller, id, version, request);
  }

  @Post(':id/amendments')
  @Requires('rulebook.manage')
  @Answers(RuleBookDraftResponse)
  amend(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AmendRuleBookRequest }) request: AmendRuleBookRequest,
  ): Promise<RuleBookDraftResponse> {
    return this.drafts.amend(caller, id, request);
  }

  @Get(':id/comments')
  @Requires('rulebook.discuss')
  @Answers(RuleBookCommentsResponse)
  listComments(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
  ): Promise<RuleBookCommentsResponse> {
    return this.comments.list(caller, id);
  }

  @Post(':id/comments')
  @Requires('rulebook.discuss')
  @Answers(RuleBookComment)
  addComment(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AddRuleBookCommentRequest }) request: AddRuleBookCommentRequest,
  ): Promise<RuleBookComment> {
    return this.comments.add(caller, id, request);
  }

  @Post(':id/comments/:comment/resolution')
  @HttpCode(200)
  @Requires('rulebook.discuss')
  @Answers(RuleBookComment)
  resolveComment(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: Id }) id: string,
    @Param('comment', { schema: Id }) comment: string,
  ): Promise<RuleBookComment> {
    return this.comments.resolve(caller, id, comment);
  }
}
