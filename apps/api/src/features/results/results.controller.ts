import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  DryRunRequest,
  DryRunResponse,
  PublicationResponse,
  PublishResultsRequest,
  ResultsResponse,
  UnitCode,
  UnitExplanationsResponse,
  WorkItemListResponse,
} from '@heng/contracts';
import { z } from 'zod';
import { CurrentCaller, Requires, SignedIn, type Caller } from '../../platform/access/index.js';
import { Answers, IfMatch } from '../../platform/http/index.js';
import { DryRunsService } from './dry-runs.service.js';
import { PublicationService } from './publication.service.js';
import { ResultsService } from './results.service.js';
import { WorkItemsService } from './work-items.service.js';

const CycleId = z.uuid();
const ResultsQuery = z.strictObject({
  basis: z.enum(['verified', 'declared', 'latest']).default('verified'),
});
type ResultsQuery = z.infer<typeof ResultsQuery>;

@Controller()
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly publications: PublicationService,
    private readonly workItems: WorkItemsService,
    private readonly dryRuns: DryRunsService,
  ) {}

  @Get('work-items')
  @SignedIn()
  @Answers(WorkItemListResponse)
  waiting(@CurrentCaller() caller: Caller): Promise<WorkItemListResponse> {
    return this.workItems.of(caller);
  }

  @Get('cycles/:id/results')
  @Requires('result.read')
  @Answers(ResultsResponse)
  all(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @Query({ schema: ResultsQuery }) { basis }: ResultsQuery,
  ): Promise<ResultsResponse> {
    return this.results.results(caller, id, basis);
  }

  @Get('cycles/:id/results/:unit')
  @Requires('result.read')
  @Answers(UnitExplanationsResponse)
  one(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @Param('unit', { schema: UnitCode }) unit: string,
    @Query({ schema: ResultsQuery }) { basis }: ResultsQuery,
  ): Promise<UnitExplanationsResponse> {
    return this.results.unit(caller, id, unit, basis);
  }

  @Post('cycles/:id/publication')
  @Requires('result.publish')
  @Answers(PublicationResponse)
  publish(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: PublishResultsRequest }) request: PublishResultsRequest,
  ): Promise<PublicationResponse> {
    return this.publications.publish(caller, id, version, request);
  }

  @Get('cycles/:id/publication')
  @Requires('result.read')
  @Answers(PublicationResponse)
  publication(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
  ): Promise<PublicationResponse> {
    return this.publications.publication(caller, id);
  }

  @Post('cycles/:id/dry-runs')
  @HttpCode(200)
  @Requires('rulebook.discuss')
  @Answers(DryRunResponse)
  dryRun(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @Body({ schema: DryRunRequest }) request: DryRunRequest,
  ): Promise<DryRunResponse> {
    return this.dryRuns.run(caller, id, request);
  }

  /** Byte for byte the sealed text, so that its sha256 can be checked. */
  @Get('cycles/:id/publication/package')
  @Requires('result.read')
  @Answers(null)
  @Header('Content-Type', 'application/json; charset=utf-8')
  package(@CurrentCaller() caller: Caller, @Param('id', { schema: CycleId }) id: string): Promise<string> {
    return this.publications.packageText(caller, id);
  }
}
