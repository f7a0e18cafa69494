import { indicatorsOf, referencesOf, type PlacedIndicator } from '../engine/book-index.js';
import { compile } from '../engine/compile.js';
import type { Assessment, Basis, ExactText, Reason, UnitOutcome } from '../engine/outcome.js';
import { Rational } from '../exact/rational.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import { reachablePoints } from '../lint/reach/reachable-points.js';
import type { Change } from './change.js';
import { changesBetween } from './diff-rule-books.js';
import { distributionOf, meanOf, pairsApart, type Distribution } from './distribution.js';
import { factsForDraft, type LackingFact, type RefusedValue } from './facts-for-draft.js';
import { factsRead } from './facts-read.js';
import { indicatorSpread, type Figure, type IndicatorSpread } from './indicator-spread.js';
import { matchBooks, type MatchedBooks } from './match-books.js';
import { totalParts, type TotalParts } from './total-parts.js';
import { waitingFor, withoutWaiting, type Unknowns, type WaitingIndicator } from './waiting.js';

export type LastYear = {
  readonly book: RuleBook;
  readonly units: readonly AssessedUnit[];
  /** The year before, by the ids of last year's book, for measures that compare years. */
  readonly previous?: readonly AssessedUnit[];
};

export type DryRunOptions = {
  /** Which values count; `verified` when absent. */
  readonly basis?: Basis;
  /** Which fact of last year's book a fact of the draft is, where ids differ: draft id → last id. */
  readonly mapping?: Readonly<Record<string, string>>;
};

/** Where a unit stands under one of the books. */
export type Standing = {
  readonly cohort: string;
  readonly total: ExactText;
  /** The total as a share of the book's total points. */
  readonly share: ExactText;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly cohortSize: number;
  readonly grade: string | null;
  readonly gradeTitle: Text | null;
};

/**
 * What a part of the total comes from. `indicator`: null on the side where it is not in the book. `section`: what a section itself does (cap, floor,
 * rounding, points passed on). `conversion`: bringing the applicable points to the full total. `bounds`, `rounding`: of the total.
 */
export type Source =
  | {
      readonly kind: 'indicator';
      readonly last: string | null;
      readonly draft: string | null;
      readonly title: Text;
    }
  | {
      readonly kind: 'section';
      readonly last: string | null;
      readonly draft: string | null;
      readonly title: Text;
    }
  | { readonly kind: 'conversion' | 'bounds' | 'rounding' };

/**
 * Why a source gives more or less than last year. `new`, `dropped`: only one book has it. `waits`: the draft's facts are lacking, so that its whole
 * points are gone for now. `rule`: the rule or a fact it reads changed. `follows`: it did not change, but what it is compared with or computed from did.
 */
export type Because = 'new' | 'dropped' | 'waits' | 'rule' | 'follows';

export type Contribution = {
  readonly source: Source;
  readonly because: Because;
  readonly before: ExactText;
  readonly after: ExactText;
  /** after − before. All contributions of a unit add up to the move of its total, exactly. */
  readonly by: ExactText;
  /** `by` minus the mean of it over the unit's group under the draft: what moved the unit against the others. */
  readonly againstGroup: ExactText;
};

export type UnitMove = {
  readonly code: string;
  readonly name: string;
  readonly before: Standing;
  readonly after: Standing;
  /** In the unit of `scale`. */
  readonly by: ExactText;
  readonly againstGroup: ExactText;
  /** Places won (above 0) or lost; null where it has no rank on a side or is compared with other units than before. */
  readonly places: number | null;
  readonly gradeChanged: boolean;
  /** Without those that give exactly as before; the largest against the group first. */
  readonly contributions: readonly Contribution[];
};

export type IndicatorTrial = {
  readonly id: string;
  readonly title: Text;
  readonly section: Text;
  readonly role: PlacedIndicator['role'];
  readonly full: ExactText;
  /** The indicator of last year's book that it is; null for a new one. */
  readonly last: string | null;
  /** Least and most points that the rule can give at all. */
  readonly reachable: { readonly least: ExactText; readonly most: ExactText };
  readonly draft: IndicatorSpread;
  readonly lastYear: IndicatorSpread | null;
};

export type Group = {
  readonly id: string;
  /** Null for the one group of all units, and for units outside all groups. */
  readonly title: Text | null;
  /** Codes, by the draft's order of merit. */
  readonly units: readonly string[];
  readonly before: TotalSpread;
  readonly after: TotalSpread;
  readonly indicators: readonly IndicatorTrial[];
};

/** Totals of a group, as shares of the book's total points when the two books differ in these. */
export type TotalSpread = { readonly totals: Distribution | null; readonly pairsApart: ExactText | null };

export type DryRun = {
  /** `points` where both books have the same total points; else `share`: all figures of totals are shares of the book's total points. */
  readonly scale: 'points' | 'share';
  readonly units: readonly UnitMove[];
  readonly groups: readonly Group[];
  /** Over all units. */
  readonly all: Omit<Group, 'id' | 'title'>;
  /** Facts that something of the draft reads and last year's facts lack. */
  readonly lacking: readonly LackingFact[];
  readonly refused: readonly RefusedValue[];
  /** What is counted apart: in no total, neither as zero nor as full. */
  readonly waiting: {
    readonly indicators: readonly (WaitingIndicator & { readonly title: Text; readonly points: ExactText })[];
    readonly vetoes: readonly string[];
    readonly tieBreaks: readonly number[];
    /** Grades are read against a figure that waits: there are none under the draft. */
    readonly grading: boolean;
  };
  /** Indicators of last year's book that look at the year before, which was not given: in its totals they have no number. */
  readonly lastWithoutYearBefore: readonly { readonly id: string; readonly title: Text }[];
  /** Units of last year that the draft is not for. */
  readonly notConcerned: readonly { readonly code: string; readonly name: string }[];
  readonly problems: { readonly before: readonly Reason[]; readonly after: readonly Reason[] };
};

/**
 * Next year's draft on last year's facts: who would stand where, and which change did it.
 *
 * Attribution (RULES.md CB2): each total is taken apart into what its indicators, its sections (caps, floors, rounding), the conversion for points that do not
 * apply, the bounds and the rounding of the total made of it ({@link totalParts}); a contribution is the part under the draft minus the same
 * part last year. An indicator in one book only contributes its whole part. So all contributions add up to the move of the total, exactly.
 *
 * What the draft needs and last year's facts lack is listed; indicators that read it wait, and are neither zero nor full: they are out of
 * the total, which the book's own conversion brings to the full points.
 *
 * @param last facts as they were assessed under last year's book, those from other results filled in
 */
export function dryRun(draft: RuleBook, last: LastYear, options: DryRunOptions = {}): DryRun {
  return new Trial(draft, last, options).told();
}

type Mover = {
  readonly code: string;
  readonly name: string;
  readonly before: UnitOutcome;
  readonly after: UnitOutcome;
};

class Trial {
  private readonly matched: MatchedBooks;
  private readonly facts: ReturnType<typeof factsForDraft>;
  private readonly waiting: ReturnType<typeof waitingFor>;
  private readonly tried: RuleBook;
  private readonly runs: { readonly before: Assessment; readonly after: Assessment };
  private readonly movers: readonly Mover[];
  private readonly parts: ReadonlyMap<string, { readonly before: TotalParts; readonly after: TotalParts }>;
  private readonly late: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly changed: ReadonlySet<string>;
  private readonly figures: { readonly before: Figures; readonly after: Figures };
  private readonly isShare: boolean;

  constructor(
    private readonly draft: RuleBook,
    private readonly last: LastYear,
    options: DryRunOptions,
  ) {
    const mapping = new Map(Object.entries(options.mapping ?? {}));
    const concerned = last.units.filter(({ type }) => draft.unitTypes.includes(type));
    this.matched = matchBooks(last.book, draft);
    this.facts = factsForDraft(draft, { book: last.book, units: concerned, mapping });
    const before =
      last.previous === undefined
        ? null
        : factsForDraft(draft, { book: last.book, units: last.previous, mapping });
    this.waiting = waitingFor(draft, this.facts.units, unknownsOf(this.facts, before));
    this.tried = withoutWaiting(draft, this.waiting, this.facts.units);
    const basis = options.basis ?? 'verified';
    this.runs = {
      before: compile(last.book).assess(last.units, {
        basis,
        ...(last.previous && { previous: last.previous }),
      }),
      after: compile(this.tried).assess(this.facts.units, {
        basis,
        ...(before && { previous: before.units }),
      }),
    };
    this.movers = moversOf(this.runs.before, this.runs.after);
    this.parts = new Map(
      this.movers.map((mover) => [
        mover.code,
        { before: totalParts(last.book, mover.before), after: totalParts(this.tried, mover.after) },
      ]),
    );
    this.late = new Map(this.waiting.indicators.map(({ id, units }) => [id, new Set(units)]));
    this.figures = {
      before: figuresOf(this.movers, 'before', this.parts, this.late),
      after: figuresOf(this.movers, 'after', this.parts, this.late),
    };
    this.changed = changedIndicators(draft, changesBetween(last.book, draft));
    this.isShare = !Rational.parse(draft.totalPoints).equals(Rational.parse(last.book.totalPoints));
  }

  told(): DryRun {
    const units = this.unitMoves();
    const everybody = this.group(this.movers);
    const codes = new Set(this.movers.map(({ code }) => code));
    const needed = factsRead(this.draft);
    return {
      scale: this.isShare ? 'share' : 'points',
      units,
      groups: this.groups(),
      all: everybody,
      lacking: this.facts.lacking.filter(({ id }) => needed.has(id)),
      refused: this.facts.refused,
      waiting: {
        ...this.waiting,
        indicators: this.waiting.indicators.map((each) => {
          const placed = indicatorsOf(this.draft).find(({ indicator }) => indicator.id === each.id);
          const { title = { zh: each.id, en: each.id }, points = '0' } = placed?.indicator ?? {};
          return { ...each, title, points };
        }),
      },
      lastWithoutYearBefore:
        this.last.previous === undefined
          ? indicatorsOf(this.last.book)
              .filter(({ indicator }) => referencesOf(indicator).previousFacts.length > 0)
              .map(({ indicator: { id, title } }) => ({ id, title }))
          : [],
      notConcerned: this.last.units
        .filter(({ code }) => !codes.has(code))
        .map(({ code, name }) => ({ code, name })),
      problems: { before: this.runs.before.problems, after: this.runs.after.problems },
    };
  }

  private unitMoves(): UnitMove[] {
    const sources = this.sources();
    const deltas = new Map(
      this.movers.map(({ code }) => [code, sources.map((source) => this.delta(code, source))]),
    );
    const moves = new Map(this.movers.map((mover) => [mover.code, this.moved(mover)]));
    const peers = { before: peersOf(this.movers, 'before'), after: peersOf(this.movers, 'after') };
    const means = new Map<string, { readonly total: Rational; readonly each: readonly Rational[] }>();
    for (const [group, codes] of peers.after)
      means.set(group, {
        total: meanOf(codes.map((code) => moves.get(code) ?? Rational.zero)),
        each: sources.map((_, index) =>
          meanOf(codes.map((code) => deltas.get(code)?.[index]?.by ?? Rational.zero)),
        ),
      });
    return this.movers.map((mover) => {
      const mean = means.get(mover.after.cohort);
      const by = moves.get(mover.code) ?? Rational.zero;
      const contributions = sources.flatMap((source, index) => {
        const delta = deltas.get(mover.code)?.[index];
        if (delta === undefined) return [];
        const against = delta.by.minus(mean?.each[index] ?? Rational.zero);
        if (delta.by.isZero() && against.isZero()) return [];
        return [{ source, against, ...delta }];
      });
      contributions.sort((a, b) => b.against.magnitude().compare(a.against.magnitude()));
      const [before, after] = [this.standing(mover, 'before'), this.standing(mover, 'after')];
      const isComparable =
        peers.before.get(mover.before.cohort)?.join('\n') === peers.after.get(mover.after.cohort)?.join('\n');
      return {
        code: mover.code,
        name: mover.name,
        before,
        after,
        by: by.toText(),
        againstGroup: by.minus(mean?.total ?? Rational.zero).toText(),
        places: isComparable && before.rank !== null && after.rank !== null ? before.rank - after.rank : null,
        gradeChanged: before.gradeTitle?.zh !== after.gradeTitle?.zh,
        contributions: contributions.map(
          ({ source, against, by: own, before: from, after: to }): Contribution => ({
            source,
            because: this.because(source, mover.code),
            before: from.toText(),
            after: to.toText(),
            by: own.toText(),
            againstGroup: against.toText(),
          }),
        ),
      };
    });
  }

  /** Everything that a total can come from, in either book: matched things once. */
  private sources(): Source[] {
    const { indicators, sections } = this.matched;
    const of = (
      kind: 'indicator' | 'section',
      { pairs, removed, added }: typeof indicators | typeof sections,
    ) => [
      ...pairs.map(({ before, after }): Source => ({
        kind,
        last: before.id,
        draft: after.id,
        title: after.title,
      })),
      ...removed.map(({ id, title }): Source => ({ kind, last: id, draft: null, title })),
      ...added.map(({ id, title }): Source => ({ kind, last: null, draft: id, title })),
    ];
    return [
      ...of('indicator', indicators),
      ...of('section', sections),
      { kind: 'conversion' },
      { kind: 'bounds' },
      { kind: 'rounding' },
    ];
  }

  private delta(code: string, source: Source) {
    const parts = this.parts.get(code);
    const part = (side: 'before' | 'after'): Rational => {
      const own = parts?.[side];
      if (own === undefined) return Rational.zero;
      if (source.kind !== 'indicator' && source.kind !== 'section')
        return this.scaled(own[source.kind], side);
      const id = side === 'before' ? source.last : source.draft;
      const list = source.kind === 'indicator' ? own.indicators : own.sections;
      return this.scaled((id === null ? undefined : list.get(id)) ?? Rational.zero, side);
    };
    const [before, after] = [part('before'), part('after')];
    return { before, after, by: after.minus(before) };
  }

  private because(source: Source, unit: string): Because {
    if (source.kind !== 'indicator' && source.kind !== 'section') return 'follows';
    if (source.last === null) return 'new';
    if (source.draft === null) return 'dropped';
    if (this.late.get(source.draft)?.has(unit)) return 'waits';
    return this.changed.has(source.draft) ? 'rule' : 'follows';
  }

  /** In points, or as a share of the book's total where the two differ. */
  private scaled(value: Rational, side: 'before' | 'after'): Rational {
    const { totalPoints } = side === 'before' ? this.last.book : this.draft;
    return this.isShare ? value.over(Rational.parse(totalPoints)) : value;
  }

  private moved({ before, after }: Mover): Rational {
    return this.scaled(Rational.parse(after.total), 'after').minus(
      this.scaled(Rational.parse(before.total), 'before'),
    );
  }

  private standing(mover: Mover, side: 'before' | 'after'): Standing {
    const { cohort, total, rank, tied, cohortSize, grade: own } = mover[side];
    const book = side === 'before' ? this.last.book : this.draft;
    const grade = side === 'after' && this.waiting.grading ? null : own;
    return {
      cohort,
      total,
      share: Rational.parse(total).over(Rational.parse(book.totalPoints)).toText(),
      rank,
      tied,
      cohortSize,
      grade,
      gradeTitle: grade === null ? null : (book.grades.find(({ id }) => id === grade)?.title ?? null),
    };
  }

  private groups(): Group[] {
    const { cohorts } = this.draft;
    const ids = [...new Set(this.movers.map(({ after }) => after.cohort))];
    return ids.map((id) => {
      const title =
        'groups' in cohorts ? (cohorts.groups.find((group) => group.id === id)?.title ?? null) : null;
      return { id, title, ...this.group(this.movers.filter(({ after }) => after.cohort === id)) };
    });
  }

  private group(movers: readonly Mover[]): Omit<Group, 'id' | 'title'> {
    const spread = (side: 'before' | 'after'): TotalSpread => {
      const totals = movers.map((mover) => this.scaled(Rational.parse(mover[side].total), side));
      return { totals: distributionOf(totals), pairsApart: pairsApart(totals) };
    };
    const merit = [...movers].sort(
      (a, b) => (a.after.rank ?? Infinity) - (b.after.rank ?? Infinity) || (a.code < b.code ? -1 : 1),
    );
    return {
      units: merit.map(({ code }) => code),
      before: spread('before'),
      after: spread('after'),
      indicators: this.trials(movers),
    };
  }

  private trials(movers: readonly Mover[]): IndicatorTrial[] {
    const lastOf = new Map(this.matched.indicators.pairs.map(({ before, after }) => [after.id, before]));
    const lastPlaced = new Map(indicatorsOf(this.last.book).map((placed) => [placed.indicator.id, placed]));
    return indicatorsOf(this.draft).map((placed) => {
      const { indicator, sections, role } = placed;
      const { low, high } = reachablePoints(placed, this.draft);
      const last = lastPlaced.get(lastOf.get(indicator.id)?.id ?? '');
      return {
        id: indicator.id,
        title: indicator.title,
        section: sections[sections.length - 1]?.title ?? indicator.title,
        role,
        full: indicator.points,
        last: last?.indicator.id ?? null,
        reachable: { least: low.toText(), most: high.toText() },
        draft: this.spread(movers, placed, 'after'),
        lastYear: last === undefined ? null : this.spread(movers, last, 'before'),
      };
    });
  }

  private spread(
    movers: readonly Mover[],
    { indicator, role }: PlacedIndicator,
    side: 'before' | 'after',
  ): IndicatorSpread {
    const own = this.figures[side].get(indicator.id);
    // What is not for a unit is no figure of it.
    const figures = movers.flatMap(({ code }) => own?.get(code) ?? []);
    return indicatorSpread(figures, { full: Rational.parse(indicator.points), role });
  }
}

type Figures = ReadonlyMap<string, ReadonlyMap<string, Figure>>;

/** Every unit's figure for every indicator, once: groups and the whole look at the same ones. */
function figuresOf(
  movers: readonly Mover[],
  side: 'before' | 'after',
  parts: ReadonlyMap<string, { readonly before: TotalParts; readonly after: TotalParts }>,
  late: ReadonlyMap<string, ReadonlySet<string>>,
): Figures {
  const figures = new Map<string, Map<string, Figure>>();
  const put = (indicator: string, code: string, figure: Figure) => {
    const column = figures.get(indicator);
    if (column === undefined) figures.set(indicator, new Map([[code, figure]]));
    else column.set(code, figure);
  };
  for (const mover of movers) {
    const { code } = mover;
    const own = parts.get(code)?.[side];
    const total = own?.total ?? Rational.zero;
    for (const { id, state, points } of mover[side].indicators)
      put(id, code, {
        state,
        points: points === null ? null : Rational.parse(points),
        inTotal: own?.indicators.get(id) ?? Rational.zero,
        total,
      });
    if (side === 'before') continue;
    for (const [id, codes] of late)
      if (codes.has(code)) put(id, code, { state: 'waiting', points: null, inTotal: Rational.zero, total });
  }
  return figures;
}

/** Units in both runs, in the order of last year's facts. */
function moversOf(before: Assessment, after: Assessment): Mover[] {
  const now = new Map(after.units.map((unit) => [unit.code, unit]));
  return before.units.flatMap((unit) => {
    const then = now.get(unit.code);
    return then === undefined ? [] : [{ code: unit.code, name: unit.name, before: unit, after: then }];
  });
}

function unknownsOf(
  { units, lacking, refused }: ReturnType<typeof factsForDraft>,
  before: ReturnType<typeof factsForDraft> | null,
): Unknowns {
  const key = (unit: string, fact: string) => `${unit}\n${fact}`;
  const everywhere = new Set(lacking.map(({ id }) => id));
  const refusedOnes = new Set(refused.map(({ unit, fact }) => key(unit, fact)));
  const codes = new Set(units.map(({ code }) => code));
  const lackingBefore = before === null ? null : new Set(before.lacking.map(({ id }) => id));
  const refusedBefore = new Set((before?.refused ?? []).map(({ unit, fact }) => key(unit, fact)));
  return {
    fact: (unit, fact) => codes.has(unit) && (everywhere.has(fact) || refusedOnes.has(key(unit, fact))),
    before: (unit, fact) =>
      lackingBefore === null || lackingBefore.has(fact) || refusedBefore.has(key(unit, fact)),
  };
}

/** Indicators whose own rule changed, or a fact they read in a way that can move points. */
function changedIndicators(draft: RuleBook, changes: readonly Change[]): ReadonlySet<string> {
  const moving = changes.filter(({ touches }) => touches === 'points');
  const idsOf = (kind: Change['place']['kind']) =>
    new Set(moving.filter(({ place }) => place.kind === kind).map(({ place }) => place.id));
  const [indicators, facts] = [idsOf('indicator'), idsOf('fact')];
  const everywhere = moving.some(({ parameter }) => parameter.startsWith('rounding/indicator'));
  const reading = indicatorsOf(draft).filter(
    ({ indicator }) =>
      everywhere ||
      indicators.has(indicator.id) ||
      referencesOf(indicator).facts.some((fact) => facts.has(fact)),
  );
  return new Set([...idsOf('section'), ...reading.map(({ indicator }) => indicator.id)]);
}

/** Codes by group, sorted: who is compared with whom. */
function peersOf(movers: readonly Mover[], side: 'before' | 'after'): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const mover of movers) {
    const group = mover[side].cohort;
    groups.set(group, [...(groups.get(group) ?? []), mover.code]);
  }
  for (const codes of groups.values()) codes.sort();
  return groups;
}
