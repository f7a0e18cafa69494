import type { Fact, FactValue } from '../format/fact.js';
import { FactEntry, FactsDocument, AssessedUnit } from '../format/facts-document.js';
import type { RuleBook } from '../format/rule-book.js';
import { z } from 'zod';
import { checkFactValue } from './check-fact-value.js';
import { firstProblems, mostProblems } from './first-problems.js';
import { factsLimits, inputProblem } from './input-limits.js';
import { nearestName } from './nearest-name.js';
import { pointer, problem, type Problem } from './problem.js';
import { schemaProblems } from './schema-problems.js';

export type ParsedFacts =
  | { readonly ok: true; readonly document: FactsDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The document around the values; the values are read fact by fact, because what they may be depends on the fact. */
const Frame = FactsDocument.extend({
  units: z.array(AssessedUnit.extend({ facts: z.record(z.string(), z.unknown()) })),
});
type Frame = z.infer<typeof Frame>;
/** Built once: a schema for each entry took most of the time of reading many units. */
const LongForm = FactEntry.extend({ declared: z.unknown().optional(), verified: z.unknown().optional() });

/**
 * Reads the facts of units under one rule book, or names every place that is wrong. A bare value is declared and verified
 * alike and comes back in the long form; what is absent or null stays missing.
 *
 * @param json a `heng-facts/1` document as parsed JSON; anything else is refused, never thrown at
 * @param book the rule book whose facts are meant
 * @see docs/formats.md
 */
export function parseFacts(json: unknown, book: RuleBook): ParsedFacts {
  const unfit = inputProblem(json, factsLimits);
  if (unfit) return { ok: false, problems: [unfit] };
  const read = Frame.safeParse(json, { reportInput: true });
  if (!read.success) return { ok: false, problems: firstProblems(schemaProblems(read.error.issues)) };

  const reading = new FactsReading(book);
  const units = read.data.units.map((unit, index) => reading.unit(unit, index));
  if (reading.problems.length > 0) return { ok: false, problems: firstProblems(reading.problems) };
  return { ok: true, document: { ...read.data, units } };
}

const sides = ['declared', 'verified'] as const;
const longForm: ReadonlySet<string> = new Set([...sides, 'notApplicable']);

class FactsReading {
  readonly problems: Problem[] = [];
  private readonly facts: ReadonlyMap<string, Fact>;
  private readonly codes = new Map<string, number>();

  constructor(private readonly book: RuleBook) {
    this.facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  }

  unit(unit: Frame['units'][number], index: number): AssessedUnit {
    const path = `/units/${index}`;
    const before = this.codes.get(unit.code);
    if (before === undefined) this.codes.set(unit.code, index);
    else this.report(unitTwice(unit.code, before, `${path}/code`));
    if (!this.book.unitTypes.includes(unit.type)) {
      this.report(wrongUnitType(unit.type, this.book.unitTypes, `${path}/type`));
    }
    const entries = Object.entries(unit.facts).flatMap(([id, value]) => {
      const fact = this.facts.get(id);
      if (fact !== undefined) return [[id, this.entry(fact, value, path + pointer(['facts', id]))] as const];
      this.unknownFact(id, path + pointer(['facts', id]));
      return [];
    });
    const facts = Object.fromEntries(entries);
    for (const [id, entry] of entries) this.limits(id, entry, facts, path);
    return { ...unit, facts };
  }

  /** One fact of one unit in the long form; what is wrong with it is reported and left out. */
  private entry(fact: Fact, value: unknown, path: string): FactEntry {
    if (!isLongForm(value)) {
      const own = this.value(fact, value, path);
      return { declared: own, verified: own };
    }
    const read = LongForm.safeParse(value, { reportInput: true });
    if (!read.success) {
      for (const found of schemaProblems(read.error.issues))
        this.report({ ...found, path: path + found.path });
      return {};
    }
    const { notApplicable } = read.data;
    const entry: FactEntry = notApplicable === undefined ? {} : { notApplicable };
    for (const side of sides) {
      if (read.data[side] !== undefined) entry[side] = this.value(fact, read.data[side], `${path}/${side}`);
    }
    if (notApplicable !== undefined && (entry.verified ?? null) !== null)
      this.report(valueBesideNotApplicable(path));
    return entry;
  }

  private value(fact: Fact, value: unknown, path: string): FactValue | null {
    if (value === null || value === undefined) return null;
    const found = checkFactValue(fact, value, null);
    for (const each of found) this.report({ ...each, path: path + each.path });
    // The check has just accepted the shape.
    return found.length === 0 ? (value as FactValue) : null;
  }

  /** A part beside its whole, which may stand anywhere in the unit. */
  private limits(
    id: string,
    entry: FactEntry,
    facts: Readonly<Record<string, FactEntry>>,
    path: string,
  ): void {
    const fact = this.facts.get(id);
    if (fact === undefined || !('checks' in fact) || fact.checks?.atMost === undefined) return;
    const whole = this.facts.has(fact.checks.atMost) ? facts[fact.checks.atMost] : undefined;
    // A short form has one place for both sides and is told of once.
    const seen = new Set<string>();
    for (const side of sides) {
      const [value, limit] = [entry[side] ?? null, whole?.[side] ?? null];
      if (value === null || limit === null) continue;
      for (const found of checkFactValue(fact, value, limit)) {
        if (seen.has(found.message.zh)) continue;
        seen.add(found.message.zh);
        this.report({ ...found, path: path + pointer(['facts', id]) });
      }
    }
  }

  private unknownFact(id: string, path: string): void {
    // The list is cut at mostProblems anyhow; a suggestion for each of a million names would take minutes.
    const meant = this.problems.length < mostProblems ? nearestName(id, this.facts.keys()) : null;
    this.report(
      problem(
        'FACT_UNKNOWN',
        path,
        [
          `规则书没有标识为“${id.slice(0, 64)}”的事实。`,
          `The rule book has no fact with the id "${id.slice(0, 64)}".`,
        ],
        meant === null
          ? [
              '请改用规则书 facts 中的标识，或删去这一项。',
              'Use an id from the facts of the rule book, or remove this entry.',
            ]
          : [`是否指“${meant}”？否则请删去这一项。`, `Is "${meant}" meant? Otherwise remove this entry.`],
      ),
    );
  }

  private report(found: Problem): void {
    this.problems.push(found);
  }
}

/** An object with one of the words of the long form, or with nothing in it; ids of ballots and raters never are these words. */
function isLongForm(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 0 || keys.some((key) => longForm.has(key));
}

const unitTwice = (code: string, before: number, path: string): Problem =>
  problem(
    'DUPLICATE_UNIT',
    path,
    [
      `单位代码“${code}”用了两次，另一处在 /units/${before}。`,
      `The unit code "${code}" is used twice; the other place is /units/${before}.`,
    ],
    ['请改正代码，或合并为一个单位。', 'Correct the code, or merge the two into one unit.'],
  );

const wrongUnitType = (type: string, known: readonly string[], path: string): Problem =>
  problem(
    'UNIT_TYPE',
    path,
    [
      `单位类型“${type.slice(0, 64)}”不在本规则书的适用范围。`,
      `This rule book is not for units of the type "${type.slice(0, 64)}".`,
    ],
    [`本规则书适用于：${known.join('、')}。`, `It is for: ${known.join(', ')}.`],
  );

const valueBesideNotApplicable = (path: string): Problem =>
  problem(
    'VALUE_BESIDE_NOT_APPLICABLE',
    path,
    ['已注明不涉及，却又有核定值。', 'It is marked as not applicable and yet has a verified value.'],
    ['请删去核定值，或删去 notApplicable。', 'Remove either the verified value or notApplicable.'],
  );
