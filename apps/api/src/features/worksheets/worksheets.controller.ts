import { Body, Controller, Get, Headers, Param, Patch, Put } from '@nestjs/common';
import {
  CellHistoryResponse,
  FactCell,
  SaveCellRequest,
  SaveCellsRequest,
  SaveCellsResponse,
  UnitCode,
  WorksheetResponse,
} from '@heng/contracts';
import { Id } from '@heng/rules';
import { z } from 'zod';
import { CurrentCaller, Requires, type Caller } from '../../platform/access/index.js';
import { Answers, IfMatch } from '../../platform/http/index.js';
import { idempotencyKeyMissing } from './worksheets.errors.js';
import { WorksheetsService } from './worksheets.service.js';

const CycleId = z.uuid();

@Controller('cycles/:id')
export class WorksheetsController {
  constructor(private readonly worksheets: WorksheetsService) {}

  @Get('worksheet')
  @Requires('fact.read')
  @Answers(WorksheetResponse)
  worksheet(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
  ): Promise<WorksheetResponse> {
    return this.worksheets.worksheet(caller, id);
  }

  @Patch('facts')
  @Requires('fact.declare', 'fact.verify')
  @Answers(SaveCellsResponse)
  async save(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: SaveCellsRequest }) request: SaveCellsRequest,
  ): Promise<SaveCellsResponse> {
    if (key === undefined || !/^[A-Za-z0-9_-]{8,80}$/.test(key)) throw idempotencyKeyMissing();
    return this.worksheets.save(caller, id, key, request);
  }

  @Put('facts/:unit/:fact')
  @Requires('fact.declare', 'fact.verify')
  @Answers(FactCell)
  saveOne(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @Param('unit', { schema: UnitCode }) unit: string,
    @Param('fact', { schema: Id }) fact: string,
    @IfMatch() version: number,
    @Body({ schema: SaveCellRequest }) request: SaveCellRequest,
  ): Promise<FactCell> {
    return this.worksheets.saveOne(caller, id, { ...request, unit, fact, version });
  }

  @Get('facts/:unit/:fact/history')
  @Requires('fact.read')
  @Answers(CellHistoryResponse)
  history(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: CycleId }) id: string,
    @Param('unit', { schema: UnitCode }) unit: string,
    @Param('fact', { schema: Id }) fact: string,
  ): Promise<CellHistoryResponse> {
    return this.worksheets.history(caller, id, unit, fact);
  }
}
