import { indicatorsOf, referencesOf } from '../engine/book-index.js';
import type { ExactText } from '../engine/outcome.js';
import { Rational, sum } from '../exact/rational.js';
import type { Fact, FactKind, FactSource } from '../format/fact.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import { askedTwice, type AskedTwice } from './asked-twice.js';
import { factsRead } from './facts-read.js';
import { matchBooks } from './match-books.js';
import { defaultMinutes, type MinutesTable } from './minutes-table.js';

/**
 * Who does the work. `unit`: the assessed unit itself; `department`, `inspectors`, `meeting`: for each unit; `below`: each body below, whose answers are
 * put together; `office`: one import for all; `nobody`: taken from the ledger or from other results, nobody is asked.
 */
export type BurdenLevel = 'unit' | 'department' | 'inspectors' | 'meeting' | 'below' | 'office' | 'nobody';

export type BurdenOptions = {
  /** How many units are assessed and how many bodies lie below them; without a number there is no sum over all. */
  readonly units?: { readonly assessed?: number; readonly below?: number };
  readonly minutes?: MinutesTable;
};

export type FactBurden = {
  readonly id: string;
  readonly title: Text;
  readonly kind: FactKind;
  readonly source: FactSource;
  readonly level: BurdenLevel;
  readonly enteredBy: Text;
  /** Whether proof is asked for. */
  readonly evidence: boolean;
  /** For one unit (or body below, or import). */
  readonly minutes: ExactText;
  /** Given by the book, or taken from the table. */
  readonly minutesFrom: 'book' | 'table';
  /** Indicators that read it: the more, the better it is used. */
  readonly readBy: readonly string[];
};

export type Load = {
  readonly facts: number;
  readonly attachments: number;
  /** For one unit (or body below, or import). */
  readonly minutesEach: ExactText;
};

export type LevelBurden = Load & {
  readonly level: BurdenLevel;
  /** How many do it; null where nobody said. */
  readonly times: number | null;
  readonly minutesAll: ExactText | null;
  /** The same by who enters. */
  readonly roles: readonly (Load & { readonly enteredBy: Text })[];
};

export type Burden = {
  readonly levels: readonly LevelBurden[];
  /** All that somebody is asked for. */
  readonly asked: {
    readonly facts: number;
    readonly attachments: number;
    readonly minutesAll: ExactText | null;
  };
  readonly facts: readonly FactBurden[];
  readonly twice: readonly AskedTwice[];
  /** Facts that no indicator, veto, tie-break, grade line or check of another fact uses. */
  readonly unread: readonly string[];
};

const levelOf: Readonly<Record<FactSource, BurdenLevel>> = {
  declared: 'unit',
  department: 'department',
  inspection: 'inspectors',
  meeting: 'meeting',
  children: 'below',
  imported: 'office',
  ledger: 'nobody',
};

const order: readonly BurdenLevel[] = [
  'unit',
  'department',
  'inspectors',
  'meeting',
  'below',
  'office',
  'nobody',
];

/** What a rule book demands of each level: facts, attachments and estimated minutes, for one and for all (基层减负). */
export function burdenOf(book: RuleBook, options: BurdenOptions = {}): Burden {
  const facts = factBurdens(book, options.minutes ?? defaultMinutes);
  const levels = order.flatMap((level) => levelBurden(level, facts, options));
  const asked = levels.filter(({ level }) => level !== 'nobody');
  const all = asked.map(({ minutesAll }) => minutesAll);
  const read = factsRead(book);
  const limits = new Set(
    book.facts.flatMap((fact) => ('checks' in fact && fact.checks?.atMost ? [fact.checks.atMost] : [])),
  );
  return {
    levels,
    asked: {
      facts: asked.reduce((so, each) => so + each.facts, 0),
      attachments: asked.reduce((so, each) => so + each.attachments, 0),
      minutesAll: all.includes(null) ? null : sum(all.map((text) => Rational.parse(text ?? '0'))).toText(),
    },
    facts,
    twice: askedTwice(book),
    // A fact that only bounds another one still does its work.
    unread: book.facts.map(({ id }) => id).filter((id) => !read.has(id) && !limits.has(id)),
  };
}

function factBurdens(book: RuleBook, table: MinutesTable): FactBurden[] {
  const readers = new Map<string, string[]>();
  for (const { indicator } of indicatorsOf(book)) {
    const { facts, previousFacts } = referencesOf(indicator);
    for (const fact of new Set([...facts, ...previousFacts]))
      readers.set(fact, [...(readers.get(fact) ?? []), indicator.id]);
  }
  return book.facts.map((fact) => {
    const level = fact.kind === 'number' && fact.from !== undefined ? 'nobody' : levelOf[fact.source];
    return {
      id: fact.id,
      title: fact.title,
      kind: fact.kind,
      source: fact.source,
      level,
      enteredBy: fact.enteredBy,
      evidence: fact.evidence !== undefined,
      minutes: level === 'nobody' ? '0' : minutesOf(fact, table).toText(),
      minutesFrom: level !== 'nobody' && fact.minutes !== undefined ? 'book' : 'table',
      readBy: readers.get(fact.id) ?? [],
    };
  });
}

function minutesOf(fact: Fact, table: MinutesTable): Rational {
  if (fact.minutes !== undefined) return Rational.parse(fact.minutes);
  const answering = Rational.parse(table.kinds[fact.kind]);
  return fact.evidence === undefined ? answering : answering.plus(Rational.parse(table.evidence));
}

function levelBurden(
  level: BurdenLevel,
  facts: readonly FactBurden[],
  { units }: BurdenOptions,
): LevelBurden[] {
  const own = facts.filter((fact) => fact.level === level);
  if (own.length === 0) return [];
  const load = loadOf(own);
  const times = timesOf(level, units);
  const roles = new Map<string, FactBurden[]>();
  for (const fact of own) roles.set(fact.enteredBy.zh, [...(roles.get(fact.enteredBy.zh) ?? []), fact]);
  return [
    {
      level,
      ...load,
      times,
      minutesAll:
        times === null ? null : Rational.parse(load.minutesEach).times(Rational.integer(times)).toText(),
      roles: [...roles.values()].flatMap((list) =>
        list[0] === undefined ? [] : [{ enteredBy: list[0].enteredBy, ...loadOf(list) }],
      ),
    },
  ];
}

const loadOf = (facts: readonly FactBurden[]): Load => ({
  facts: facts.length,
  attachments: facts.filter(({ evidence }) => evidence).length,
  minutesEach: sum(facts.map(({ minutes }) => Rational.parse(minutes))).toText(),
});

function timesOf(level: BurdenLevel, units: BurdenOptions['units']): number | null {
  switch (level) {
    case 'office':
      return 1;
    case 'nobody':
      return 0;
    case 'below':
      return units?.below ?? null;
    default:
      return units?.assessed ?? null;
  }
}

/** One level's load under two books; null where a book asks nothing of it. */
export type LevelChange = {
  readonly level: BurdenLevel;
  readonly before: LevelBurden | null;
  readonly after: LevelBurden | null;
  /** after − before, for one. */
  readonly facts: number;
  readonly attachments: number;
  readonly minutesEach: ExactText;
};

export type BurdenChange = {
  readonly before: Burden;
  readonly after: Burden;
  readonly levels: readonly LevelChange[];
  /** Facts that only one of the books asks for, by the ids of that book. */
  readonly added: readonly FactBurden[];
  readonly dropped: readonly FactBurden[];
};

/** What a book asks for beside what another one asked for; facts are matched as `diffRuleBooks` does. */
export function burdenChange(before: RuleBook, after: RuleBook, options: BurdenOptions = {}): BurdenChange {
  const [old, now] = [burdenOf(before, options), burdenOf(after, options)];
  const { facts } = matchBooks(before, after);
  const pick = (burden: Burden, ids: readonly string[]) => burden.facts.filter(({ id }) => ids.includes(id));
  return {
    before: old,
    after: now,
    levels: order.flatMap((level): LevelChange[] => {
      const [from, to] = [old, now].map(
        (burden) => burden.levels.find((each) => each.level === level) ?? null,
      );
      if (!from && !to) return [];
      return [
        {
          level,
          before: from ?? null,
          after: to ?? null,
          facts: (to?.facts ?? 0) - (from?.facts ?? 0),
          attachments: (to?.attachments ?? 0) - (from?.attachments ?? 0),
          minutesEach: Rational.parse(to?.minutesEach ?? '0')
            .minus(Rational.parse(from?.minutesEach ?? '0'))
            .toText(),
        },
      ];
    }),
    added: pick(
      now,
      facts.added.map(({ id }) => id),
    ),
    dropped: pick(
      old,
      facts.removed.map(({ id }) => id),
    ),
  };
}
