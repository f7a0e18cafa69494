import { indicatorsOf, referencesOf, type Indicator, type RuleBook, type Section } from '@heng/rules';

export type TrialBook = {
  readonly book: RuleBook;
  /** The facts that the indicator reads itself. */
  readonly own: readonly string[];
  /** The facts of last year that it reads. */
  readonly previous: readonly string[];
  /** The facts of other indicators whose points it reads. */
  readonly beside: readonly string[];
  readonly comparesUnits: boolean;
};

/**
 * The smallest book in which an indicator scores as it does in its own: itself and the indicators whose points it reads. So one answer takes
 * milliseconds, however long the book. Vetoes, ranking and grades are no matter of one indicator.
 */
export function trialBookFor(book: RuleBook, indicator: Indicator): TrialBook {
  const everywhere = { ...indicator, appliesTo: undefined };
  const known = new Map(indicatorsOf(book).map((placed) => [placed.indicator.id, placed]));
  const inSection = (id: string): string[] =>
    [...known.values()].flatMap((placed) =>
      placed.sections.some((section) => section.id === id) ? [placed.indicator.id] : [],
    );
  const needed = new Set([indicator.id]);
  const whole = new Set<string>();
  const waiting: Indicator[] = [everywhere];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { indicators, sections, selfGap } = referencesOf(next);
    sections.forEach((id) => whole.add(id));
    const base = selfGap
      ? [...known.values()].flatMap(({ role, indicator: each }) => (role === 'base' ? [each.id] : []))
      : [];
    for (const id of [...indicators, ...sections.flatMap(inSection), ...base]) {
      const found = known.get(id);
      if (found === undefined || needed.has(id)) continue;
      needed.add(id);
      waiting.push(found.indicator);
    }
  }
  const kept = (section: Section): Section[] => {
    const { combine, ...rest } = section;
    const indicators = (section.indicators ?? []).flatMap((each) =>
      !needed.has(each.id)
        ? []
        : each.id === indicator.id
          ? [everywhere]
          : [{ ...each, appliesTo: undefined }],
    );
    const sections = (section.sections ?? []).flatMap(kept);
    if (indicators.length === 0 && sections.length === 0) return [];
    // How parts are put together matters only where the whole is read.
    return [{ ...rest, ...(whole.has(section.id) && combine ? { combine } : {}), indicators, sections }];
  };
  const { gradesOn: _gradesOn, totalBounds: _totalBounds, ...head } = book;
  const own = referencesOf(everywhere);
  const all = [...needed].flatMap((id) =>
    id === indicator.id ? [] : referencesOf(known.get(id)?.indicator ?? indicator).facts,
  );
  return {
    book: {
      ...head,
      sections: book.sections.flatMap(kept),
      vetoes: [],
      cohorts: { by: 'all' },
      ranking: { on: 'exact', ties: 'competition', tieBreaks: [] },
    },
    own: own.facts.filter((id) => book.facts.some((fact) => fact.id === id)),
    previous: own.previousFacts.filter((id) => book.facts.some((fact) => fact.id === id)),
    beside: [...new Set(all)].filter((id) => !own.facts.includes(id)),
    comparesUnits: comparesUnits(indicator, own.comparesUnits),
  };
}

/** Whether the points depend on what the other units have. */
function comparesUnits({ score, missing, notApplicable }: Indicator, measureCompares: boolean): boolean {
  return (
    measureCompares ||
    score.method === 'relative' ||
    score.method === 'ranked' ||
    (score.method === 'efficacy' && (score.low === 'cohort' || score.high === 'cohort')) ||
    missing === 'cohort-mean' ||
    notApplicable?.policy === 'cohort-mean'
  );
}
