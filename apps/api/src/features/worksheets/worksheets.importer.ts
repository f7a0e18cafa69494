import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type AssessedUnit } from '@heng/rules';
import { AuditTrail, type Actor } from '../../platform/audit/index.js';
import type { Cycle } from '../cycles/index.js';
import { FactCells, type CellWrite } from './fact-cells.js';

const cellsPerStatement = 5000;

/** Adds the first facts of many units at once. */
@Injectable()
export class WorksheetsImporter {
  constructor(
    private readonly cells: FactCells,
    private readonly audit: AuditTrail,
  ) {}

  /** One audit event per unit names how many facts came and their hash; the values are in the history of the cells. */
  async add(actor: Actor, cycle: Cycle, units: readonly AssessedUnit[]): Promise<void> {
    const writes = units.flatMap(({ code, facts }) =>
      Object.entries(facts).map(
        ([fact, { declared = null, verified = null, notApplicable = null }]): CellWrite => ({
          unit: code,
          fact,
          declared,
          verified,
          notApplicable,
          reason: null,
          version: 0,
        }),
      ),
    );
    for (let start = 0; start < writes.length; start += cellsPerStatement) {
      await this.cells.write(cycle, actor, writes.slice(start, start + cellsPerStatement));
    }
    const entries = units.map(({ code, facts }) => ({
      action: 'facts.imported',
      subject: `facts/${cycle.id}/${code}`,
      after: {
        count: Object.keys(facts).length,
        hash: createHash('sha256').update(canonicalJson(facts)).digest('hex'),
      },
    }));
    await this.audit.record(cycle.regionId, actor, entries);
  }
}
