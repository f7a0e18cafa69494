import type { AssessedUnit, Fact, FactEntry, FactValue, RuleBook } from '@heng/rules';

export type Answers = Readonly<Record<string, FactValue>>;

/** What a unit reported and what was found. */
export type Report = {
  /** What is so, for every fact of the book. */
  readonly found: Answers;
  /** Where the unit's own report says otherwise. */
  readonly claimed?: Answers;
  /** Facts not verified yet. */
  readonly unverified?: ReadonlySet<string>;
  /** Facts the unit has not reported. */
  readonly unreported?: ReadonlySet<string>;
  /** Reason by fact. */
  readonly notApplicable?: Readonly<Record<string, string>>;
};

/** Facts a unit reports itself; the others come from departments, inspections, imports and meetings. */
const isReported = ({ source }: Fact): boolean =>
  source === 'declared' || source === 'children' || source === 'ledger';

/** @throws Error when the report leaves a fact of the book unanswered: a demonstration has gaps on purpose only */
export function factEntries({ facts }: RuleBook, report: Report): AssessedUnit['facts'] {
  const entries = facts.flatMap((fact): [string, FactEntry][] => {
    const because = report.notApplicable?.[fact.id];
    if (because !== undefined) return [[fact.id, { notApplicable: because }]];
    const found = report.found[fact.id];
    if (found === undefined) throw new Error(`the demonstration says nothing about ${fact.id}`);
    const reported = isReported(fact) && report.unreported?.has(fact.id) !== true;
    const verified = report.unverified?.has(fact.id) !== true;
    const entry: FactEntry = {
      ...(reported && { declared: report.claimed?.[fact.id] ?? found }),
      ...(verified && { verified: found }),
    };
    return reported || verified ? [[fact.id, entry]] : [];
  });
  return Object.fromEntries(entries);
}
