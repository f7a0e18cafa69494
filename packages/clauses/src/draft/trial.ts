import {
  compile,
  parseRuleBook,
  type AssessedUnit,
  type Engine,
  type FactValue,
  type Indicator,
  type RuleBook,
  type Text,
  type Veto,
} from '@heng/rules';
import type { DraftContext } from './draft-context.js';
import type { NeededFact } from './fact-needs.js';
import { defaultGrades } from './default-grades.js';

/** A book of one indicator, to see what its rule does. */
export function trialBook(
  indicator: Indicator,
  facts: readonly NeededFact[],
  { context, vetoes = [] }: { readonly context: DraftContext; readonly vetoes?: readonly Veto[] },
): RuleBook {
  const role = context.role ?? 'base';
  return {
    format: 'heng-rulebook/1',
    id: 'trial',
    title: { zh: '试算', en: 'Trial' },
    issuer: { zh: '试算', en: 'Trial' },
    year: 2026,
    version: '1',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: ['Unit'],
    totalPoints: role === 'base' ? indicator.points : '0',
    rounding: { indicator: context.rounding ?? null, section: null, total: null },
    facts: facts.length > 0 ? facts.map(({ fact }) => fact) : [unread],
    sections: [
      {
        id: 'trial-section',
        title: { zh: '试算', en: 'Trial' },
        role,
        points: indicator.points,
        indicators: [indicator],
      },
    ],
    vetoes: [...vetoes],
    cohorts: { by: 'all' },
    ranking: { on: 'rounded', ties: 'competition', tieBreaks: [] },
    grades: context.grades ? gradesNamed(context.grades) : [...defaultGrades],
  };
}

const gradesNamed = (ids: readonly string[]): RuleBook['grades'] =>
  ids.map((id) => ({ id, title: { zh: id, en: id } }));

/** A book needs a fact. */
const unread: NeededFact['fact'] = {
  id: 'trial-fact',
  title: { zh: '试算', en: 'Trial' },
  kind: 'boolean',
  source: 'department',
  enteredBy: { zh: '试算', en: 'Trial' },
};

/** Why a drafted rule is none that a book can have, or null for one that can run. */
export function problemOfRule(
  indicator: Indicator,
  facts: readonly NeededFact[],
  around: { readonly context: DraftContext; readonly vetoes?: readonly Veto[] },
): Text | null {
  const parsed = parseRuleBook(JSON.parse(JSON.stringify(trialBook(indicator, facts, around))) as unknown);
  if (parsed.ok) return null;
  const [problem] = parsed.problems;
  return problem === undefined ? null : problem.message;
}

export type Deviation = { readonly title: string; readonly value: FactValue } | null;

/**
 * The points that the engine gives a unit which did all that is asked, but for one fact; null where there are none.
 */
export function trialOf(
  indicator: Indicator,
  facts: readonly NeededFact[],
  context: DraftContext,
): (deviation: Deviation) => string | null {
  const engine = compile(trialBook(indicator, facts, { context }));
  return (deviation) => pointsOf(engine, facts, deviation);
}

function pointsOf(engine: Engine, facts: readonly NeededFact[], deviation: Deviation): string | null {
  const others = Math.max(0, ...facts.map(({ trial }) => trial.field?.length ?? 0));
  const own = unitOf('X', facts, ({ fact, trial }) =>
    deviation !== null && deviation.title === fact.title.zh ? deviation.value : trial.good,
  );
  const field = Array.from({ length: others }, (_, at) =>
    unitOf(`U${at + 1}`, facts, ({ trial }) => trial.field?.[at] ?? trial.good),
  );
  const before = unitOf('X', facts, ({ trial }) => trial.good);
  const { units } = engine.assess([own, ...field], {
    previous: [before, ...field],
  });
  return units[0]?.indicators[0]?.points ?? null;
}

const unitOf = (
  code: string,
  facts: readonly NeededFact[],
  valueOf: (needed: NeededFact) => FactValue,
): AssessedUnit => ({
  code,
  name: code,
  type: 'Unit',
  facts: Object.fromEntries(facts.map((needed) => [needed.fact.id, { verified: valueOf(needed) }])),
});
