import { accessPolicy, type Action, type CycleResponse, type CycleUnit } from '@heng/contracts';
import type { RuleBookRow } from '../rulebooks/index.js';
import type { CycleAccess } from './cycle-access.js';
import type { CycleUnitRow } from './cycle-unit.entity.js';

const cycleActions = [...new Set(accessPolicy.map(({ action }) => action))].filter(
  (action): action is Action => /^(cycle|fact|result)\./.test(action),
);

export type CycleSurroundings = {
  readonly ownerName: string;
  readonly book: Pick<RuleBookRow, 'id' | 'title' | 'hash'>;
  readonly unitCount: number | null;
};

export function toCycleResponse(
  access: CycleAccess,
  { ownerName, book, unitCount }: CycleSurroundings,
): CycleResponse {
  const { cycle } = access;
  return {
    id: cycle.id,
    title: cycle.title,
    year: cycle.year,
    stage: cycle.stage,
    owner: cycle.owner,
    ownerName,
    ruleBookId: book.id,
    ruleBookTitle: book.title,
    ruleBookHash: book.hash,
    dataLabel: cycle.dataLabel,
    deadline: cycle.deadline?.toISOString() ?? null,
    version: cycle.version,
    allowed: cycleActions.filter((action) => access.may(action)),
    ownUnit: access.assessed('cycle.read')?.unit ?? null,
    unitCount: access.assessors('cycle.read').length > 0 ? unitCount : null,
  };
}

export const toCycleUnit = (row: CycleUnitRow): CycleUnit => ({
  code: row.unit,
  name: row.name,
  type: row.type,
  parent: row.parent,
  attributes: row.attributes,
});
