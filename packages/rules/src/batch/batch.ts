import { compile, type ExplainableAssessment } from '../engine/compile.js';
import { indicatorsOf, orderIndicators, type PlacedIndicator } from '../engine/book-index.js';
import type { Explanation, Reason, UnitOutcome } from '../engine/outcome.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { RuleBook } from '../format/rule-book.js';
import { batchOrder, gatheredFacts, headsOf, type BatchOrder } from './batch-order.js';
import { ChangedUnits } from './changed-units.js';
import { Wide } from './cohort-kernel.js';
import { columnOf, type BatchFacts, type FactColumns, type UnitHead } from './columns.js';
import { ComparedColumns } from './compared-columns.js';
import { findDependents, widest, type Dependents } from './dependents.js';
import { closureOf, ExactRuns, type RunFacts } from './exact-runs.js';
import type { FactSource } from './fact-kernel.js';
import { GradeStage } from './grade-stage.js';
import { hasMeasure } from './has-measure.js';
import type { IndicatorColumn } from './indicator-column.js';
import { IndicatorStage, type ColumnWork } from './indicator-stage.js';
import { ownMemory, SharedMemory, type Memory } from './memory.js';
import { RankStage, cohortAt } from './rank-stage.js';
import { BeyondKernel, blockLength, Registers } from './registers.js';
import { fitted, type BatchSchema, type FactBounds } from './schema.js';
import { putValue } from './put-value.js';
import type { SharedBatch } from './shared-batch.js';
import { TotalStage } from './total-stage.js';
import { UnitOutcomes, type FastFinal } from './unit-outcomes.js';
import { VetoStage } from './veto-stage.js';

/** How one column of a plan is worked out. */
export type ColumnReport = {
  readonly id: string;
  readonly kind: 'indicator' | 'veto' | 'totals';
  /** Null: in integers. Else why the exact evaluator does it, in English for authors of rule books. */
  readonly why: string | null;
};

/** A rule book prepared for many units at once. */
export type BatchPlan = {
  readonly book: RuleBook;
  /** Which columns are worked out in integers and which are not. */
  readonly columns: () => readonly ColumnReport[];
  /**
   * Takes the facts over: columns that fit are shared and later edits write into them.
   * @param place `among-threads` to have several threads work on it, with {@link Batch.share}; facts are then copied
   * @throws RangeError for a value outside the schema
   */
  readonly bind: (facts: BatchFacts, place?: 'alone' | 'among-threads') => Batch;
};

/**
 * Prepares a rule book for a columnar run: the same points, states, ranks and grades as `compile(book).assess`, to the digit.
 * Integers within proven bounds where possible; whatever else a book asks is done by the exact evaluator's own code.
 *
 * @param book as `parseRuleBook` accepted it
 * @param schema bounds of the facts, from `schemaOf`
 * @throws Error when indicators depend on each other in a circle, which `parseRuleBook` refuses
 */
export function compileBatch(book: RuleBook, schema: BatchSchema): BatchPlan {
  const ordering = orderIndicators(book);
  if (!ordering.ok)
    throw new Error(`indicators depend on each other in a circle: ${ordering.cycle.join(' → ')}`);
  const bind: BatchPlan['bind'] = (facts, place = 'alone') =>
    new Batch(book, ordering.order, schema, facts, {
      memory: place === 'alone' ? ownMemory : new SharedMemory(),
      order: batchOrder(book, facts),
    });
  return { book, bind, columns: () => bind(emptyFacts(book)).report() };
}

function emptyFacts(book: RuleBook): BatchFacts {
  const facts = {
    columns: new Map(book.facts.map((fact) => [fact.id, columnOf(fact, [], null)])),
    because: new Map(),
  };
  return {
    count: 0,
    unit: () => {
      throw new RangeError('an empty batch has no units');
    },
    facts,
    declared: facts,
    previous: { facts, latest: facts, known: new Uint8Array(0) },
  };
}

/** A unit of a facts document brings its facts along; threads have them in columns. */
function withoutFacts(head: UnitHead): UnitHead {
  const { facts: _, ...own } = { facts: null, ...head };
  return own;
}

/** Totals, ranks and grades from the exact evaluator, where the integers cannot hold them. */
type ExactFinal = { readonly why: string; assessment: ExplainableAssessment | null };

/** Facts bound to a plan: run it, read the columns, edit a value, ask for one unit's outcome. */
export class Batch {
  readonly order: BatchOrder;
  private readonly head: (position: number) => UnitHead;
  private readonly own: IndicatorStage;
  private readonly declared: IndicatorStage | null;
  private readonly vetoes: VetoStage;
  private readonly final: FastFinal | ExactFinal;
  private readonly exact: ExactRuns;
  private readonly runFacts: RunFacts;
  private readonly listed: readonly PlacedIndicator[];
  /** Whether points or vetoes look at the gap between self-assessed and verified points. */
  private readonly readsSelfGap: boolean;
  private readonly facts: ReadonlyMap<string, Fact>;
  private readonly dependents = new Map<string, Dependents>();
  private readonly reach = new Map<string, ColumnWork['scope']>();
  private readonly outcomes: UnitOutcomes;
  private readonly changed = new ChangedUnits();

  constructor(
    private readonly book: RuleBook,
    order: readonly PlacedIndicator[],
    private readonly schema: BatchSchema,
    private readonly batch: BatchFacts,
    private readonly place: { readonly memory: Memory; readonly order: BatchOrder },
  ) {
    this.facts = new Map(book.facts.map((fact) => [fact.id, fact]));
    const { memory } = place;
    this.order = place.order;
    this.head = headsOf(batch, this.order);
    this.listed = indicatorsOf(book);
    this.readsSelfGap = hasMeasure([book.sections, book.vetoes], ({ kind }) => kind === 'self-gap');
    if (this.order.largestCohort > Math.max(schema.largestCohort, 1)) {
      throw new RangeError(
        `A cohort has ${this.order.largestCohort} units and the schema allows ${schema.largestCohort}. Make a schema of these facts.`,
      );
    }
    const prepared = (columns: FactColumns) => this.prepare(columns);
    this.runFacts = {
      facts: prepared(batch.facts),
      declared: batch.declared && prepared(batch.declared),
      previous: batch.previous && {
        facts: prepared(batch.previous.facts),
        latest: prepared(batch.previous.latest),
        known: this.inOrder(batch.previous.known),
      },
    };
    this.exact = new ExactRuns(book, order, this.head);
    const [registers, wide] = [new Registers(), new Wide()];
    const stage = (facts: FactColumns, before: FactColumns | null, runFacts: RunFacts) => {
      const known = this.runFacts.previous?.known ?? null;
      const previous = before && this.source(before, known);
      const source = this.source(facts, null);
      const { count } = batch;
      const common = { book, count, facts: source, registers, exact: this.exact, runFacts, memory };
      const vetoes = new VetoStage(common);
      const { cohorts, applies } = this.order;
      const input = {
        ...common,
        order,
        cohorts,
        largestCohort: schema.largestCohort,
        previous,
        applies,
        wide,
      };
      const unknown = () => {
        throw new BeyondKernel('a veto that sets points to zero reads points');
      };
      vetoes.prepare('before', { registers, facts: source, previous, points: unknown, section: unknown });
      return new IndicatorStage(input, vetoes);
    };
    this.own = stage(this.runFacts.facts, this.runFacts.previous?.facts ?? null, this.runFacts);
    this.vetoes = this.own.vetoes;
    this.vetoes.prepare('after', this.own.sources());
    const { declared, previous } = this.runFacts;
    this.declared =
      declared &&
      stage(declared, previous?.latest ?? null, {
        facts: declared,
        declared: null,
        previous: previous && { ...previous, facts: previous.latest },
      });
    this.outcomes = new UnitOutcomes({
      book,
      count: batch.count,
      order: this.order,
      listed: this.listed,
      column: (id) => this.column(id),
      declared: this.declared?.columns ?? null,
      vetoes: this.vetoes,
      reach: this.reach,
      exact: this.exact,
      runFacts: this.runFacts,
      beside: {
        own: new ComparedColumns(this.own),
        declared: this.declared && new ComparedColumns(this.declared),
      },
      head: this.head,
    });
    this.final = this.finalStages(registers);
    for (const { column, scope } of this.own.works) this.reach.set(column.id, this.reachOf(column.id, scope));
  }

  private prepare(columns: FactColumns): FactColumns {
    const { columns: inOrder, because } = gatheredFacts(columns, this.order);
    const { count } = this.batch;
    const { memory } = this.place;
    const fit = new Map(
      [...inOrder].map(([id, column]) => {
        const bounds = this.boundsOf(id);
        return [id, memory.column(fitted(this.factOf(id), column, bounds, count))] as const;
      }),
    );
    return { columns: fit, because: new Map(because) };
  }

  private inOrder(bytes: Uint8Array): Uint8Array {
    return this.order.asGiven ? bytes : Uint8Array.from(this.order.unitAt, (index) => bytes[index]!);
  }

  private boundsOf(id: string): FactBounds {
    const bounds = this.schema.facts.get(id);
    if (bounds === undefined) throw new RangeError(`The schema has no bounds for the fact "${id}".`);
    return bounds;
  }

  private source({ columns }: FactColumns, known: Uint8Array | null): FactSource {
    return {
      column: (id) => columns.get(id) ?? null,
      bounds: (id) => this.boundsOf(id),
      fact: (id) => this.factOf(id),
      known,
    };
  }

  private factOf(id: string): Fact {
    const fact = this.facts.get(id);
    if (fact === undefined) throw new RangeError(`The book has no fact "${id}".`);
    return fact;
  }

  private finalStages(registers: Registers): FastFinal | ExactFinal {
    const { book, own, vetoes, exact, runFacts, head } = this;
    const { count } = this.batch;
    const { memory } = this.place;
    const { cohorts, applies, unitAt } = this.order;
    try {
      if (vetoes.comparesEveryone) throw new BeyondKernel('a veto looks at all units');
      const totals = new TotalStage(book, own.columns, own.sections, registers, { count, memory });
      const ranks = new RankStage({
        book,
        count,
        cohorts,
        columns: own.columns,
        totals,
        vetoes,
        head,
        applies,
        selfGap: (position) => this.outcomes.selfGap(position),
        exact,
        runFacts,
        memory,
      });
      const grades = new GradeStage(book, { count, cohorts, totals, ranks, vetoes, unitAt, memory });
      return { totals, ranks, grades };
    } catch (error) {
      if (!(error instanceof BeyondKernel)) throw error;
      return { why: error.message, assessment: null };
    }
  }

  /** The widest scope among an indicator and all whose points it reads. */
  private reachOf(id: string, own: ColumnWork['scope']): ColumnWork['scope'] {
    const vetoed = this.vetoes.zeroingComparesUnits ? 'all' : 'unit';
    const scopes: ColumnWork['scope'][] = [
      own,
      vetoed,
      ...[...closureOf(this.book, [id])].map((each) => this.reach.get(each) ?? 'unit'),
    ];
    return widest(scopes);
  }

  /** How every column is worked out, and why some by the exact evaluator. */
  report(): ColumnReport[] {
    return [
      ...this.book.vetoes.map(({ id }): ColumnReport => ({
        id,
        kind: 'veto',
        why: this.vetoes.why.get(id) ?? null,
      })),
      ...this.listed.map(({ indicator }): ColumnReport => {
        const column = this.column(indicator.id);
        return { id: indicator.id, kind: 'indicator', why: column.why };
      }),
      { id: 'totals', kind: 'totals', why: 'why' in this.final ? this.final.why : null },
    ];
  }

  /** Works everything out. Again gives the same: a run reads facts and writes results only. */
  run(): void {
    const { cohorts } = this.order;
    const { count } = this.batch;
    const last = cohorts.length - 1;
    this.vetoesBefore(0, count);
    for (const stage of [this.declared, this.own]) {
      for (const work of stage?.works ?? []) if (work.scope === 'all') work.run(0, count, 0, last);
    }
    this.forget();
    this.blocks(0, last);
    this.finish();
  }

  /** Why threads cannot work on different cohorts of it, in English for authors of rule books; null when they can. */
  whole(): string | null {
    if ('why' in this.final) return this.final.why;
    if (this.vetoes.zeroingComparesUnits) return 'a veto that sets points to zero compares units';
    for (const stage of [this.own, this.declared]) {
      for (const { column, scope } of stage?.works ?? []) {
        if (scope === 'all') return `"${column.id}" looks at all units`;
        if (column.exact !== null) return `the points of "${column.id}" are not rounded`;
      }
    }
    return null;
  }

  /**
   * What another thread needs for {@link joinBatch}: numbers are shared, all else is for it to copy.
   * @throws Error when it is not bound among threads, or {@link whole} says that it cannot be shared
   */
  share(): SharedBatch {
    const { book, schema, order, runFacts, head } = this;
    const { memory } = this.place;
    const whole = this.whole();
    if (!(memory instanceof SharedMemory)) throw new Error('Bind the batch among threads to share it.');
    if (whole !== null) throw new Error(`The batch cannot be shared: ${whole}.`);
    const { count } = this.batch;
    const asksHeads =
      this.report().some(({ why }) => why !== null) ||
      book.ranking.tieBreaks.some(({ kind }) => kind === 'unit-code' || kind === 'measure');
    return {
      ...runFacts,
      book: JSON.stringify(book),
      schema,
      count,
      cohorts: order.cohorts,
      cohortIds: order.cohortIds,
      largestCohort: order.largestCohort,
      rules: order.rules,
      heads: asksHeads ? Array.from({ length: count }, (_, position) => withoutFacts(head(position))) : null,
      buffers: memory.buffers,
    };
  }

  /** Works out whole cohorts, as one of several threads, each with cohorts of its own. First {@link forget}; {@link finish} when all are done. */
  runCohorts(first: number, last: number): void {
    const { cohorts } = this.order;
    this.vetoesBefore(cohorts[first]!, cohorts[last]!);
    this.blocks(first, last);
  }

  /** Forgets what it remembers of an earlier run. */
  forget(): void {
    if (!('why' in this.final)) this.final.ranks.forget();
  }

  /** What needs the results of all cohorts. */
  finish(): void {
    if ('why' in this.final) this.final.assessment = this.assessExactly();
    else if (this.final.grades.comparesEveryone) this.final.grades.run(0, this.order.cohorts.length - 1);
  }

  private vetoesBefore(from: number, to: number): void {
    this.vetoes.run('before', from, to);
    this.declared?.vetoes.run('before', from, to);
  }

  private blocks(from: number, last: number): void {
    const { cohorts } = this.order;
    for (let first = from; first < last;) {
      let end = first + 1;
      while (end < last && cohorts[end]! - cohorts[first]! < blockLength) end += 1;
      this.block(first, end);
      first = end;
    }
  }

  private block(first: number, last: number): void {
    const { cohorts } = this.order;
    const [from, to] = [cohorts[first]!, cohorts[last]!];
    for (const stage of [this.declared, this.own]) {
      for (const work of stage?.works ?? []) if (work.scope !== 'all') work.run(from, to, first, last);
    }
    this.vetoes.run('after', from, to);
    if ('why' in this.final) return;
    const { totals, ranks, grades } = this.final;
    totals.run(from, to);
    ranks.run(first, last);
    if (!grades.comparesEveryone) grades.run(first, last);
  }

  private assessExactly(): ExplainableAssessment {
    const { declared, previous } = this.runFacts;
    const before = previous ? this.exact.lastYear(previous, 0, this.batch.count) : null;
    return compile(this.book).assess(this.asUnits(), {
      basis: declared === null ? 'declared' : 'verified',
      ...(before ? { previous: before } : {}),
    });
  }

  /** The bound facts as a facts document has them, in the given order: for the explaining evaluator. */
  asUnits(): AssessedUnit[] {
    const { facts, declared } = this.runFacts;
    const units = this.exact.units(facts, declared, 0, this.batch.count);
    return Array.from(this.order.positionOf, (position) => units[position]!);
  }

  /** One indicator's points and states, by position. */
  column(id: string): IndicatorColumn {
    const column = this.own.columns.get(id);
    if (column === undefined) throw new RangeError(`The book has no indicator "${id}".`);
    return column;
  }

  /** Totals in 10^-decimals, ranks, grades and sections by position; null where only {@link outcome} can tell them. */
  results() {
    if ('why' in this.final) return null;
    const { totals, ranks, grades } = this.final;
    return {
      decimals: totals.decimals,
      totals: totals.totals,
      ranks: ranks.ranks,
      grades: grades.grades,
      sections: totals.sections,
      vetoes: this.vetoes.fired,
    };
  }

  /**
   * Changes one fact of one unit and works out what depends on it: the unit's own columns, or those of its cohort.
   * @param unit index in the facts that were bound
   * @param value as in a facts document; null takes it away
   * @param side whose value: the one that counts, or the self-assessed one
   * @throws RangeError for a value outside the schema: make a schema with room for it and bind again
   */
  set(fact: string, unit: number, value: FactValue | null, side: 'counts' | 'declared' = 'counts'): void {
    const position = this.order.positionOf[unit];
    const meant = this.facts.get(fact);
    const { facts, declared } = this.runFacts;
    const columns = side === 'counts' ? facts : declared;
    const column = columns?.columns.get(fact);
    if (position === undefined || meant === undefined || !columns || column === undefined) {
      throw new RangeError(`There is no fact "${fact}" of unit ${unit} to change.`);
    }
    this.outcomes.forget();
    putValue(meant, column, this.boundsOf(fact), position, value);
    const stage = side === 'counts' ? this.own : this.declared;
    if (stage !== null) this.refresh(stage, this.dependentsOf(fact), position);
  }

  private refresh(stage: IndicatorStage, dependents: Dependents, position: number): void {
    const { works, wide, zeroing } = dependents;
    const { changed } = this;
    const { cohorts } = this.order;
    const cohort = cohortAt(cohorts, position);
    const [from, to] = [cohorts[cohort]!, cohorts[cohort + 1]!];
    const readsGap = stage !== this.own && this.readsSelfGap;
    if (wide === 'all' || 'why' in this.final || this.vetoes.comparesUnits || readsGap) {
      this.run();
      return;
    }
    changed.begin(position);
    if (zeroing) stage.vetoes.run('before', position, position + 1);
    for (const id of works) {
      const work = stage.works[this.indexOf(id)]!;
      if (this.reach.get(id) === 'unit') work.run(position, position + 1, cohort, cohort + 1);
      else changed.during(work.column, from, to, () => work.run(from, to, cohort, cohort + 1));
    }
    const { totals, ranks, grades } = this.final;
    const addUp = (start: number, end: number) => {
      // Deciding the vetoes before the points has forgotten those after them.
      if (zeroing || dependents.vetoes) this.vetoes.run('after', start, end);
      totals.run(start, end, dependents.sections);
    };
    ranks.forget();
    if (changed.list === null) {
      if (stage === this.own) addUp(from, to);
      ranks.run(cohort, cohort + 1);
    } else {
      if (stage === this.own) for (const each of changed.list) addUp(each, each + 1);
      ranks.update(cohort, changed.list);
    }
    if (grades.comparesEveryone) grades.run(0, cohorts.length - 1);
    else grades.run(cohort, cohort + 1);
  }

  private indexOf(id: string): number {
    return this.own.works.findIndex(({ column }) => column.id === id);
  }

  private dependentsOf(fact: string): Dependents {
    let known = this.dependents.get(fact);
    if (known === undefined) {
      const order = this.own.works.map(({ column }) => column.id);
      this.dependents.set(fact, (known = findDependents(this.book, fact, order, this.reach)));
    }
    return known;
  }

  /** One unit's outcome, the same as the exact evaluator's. @param unit index in the facts that were bound */
  outcome(unit: number): UnitOutcome {
    const position = this.positionOf(unit);
    if (!('why' in this.final)) return this.outcomes.outcome(position, this.final);
    const outcome = this.final.assessment?.units[unit];
    if (outcome === undefined) throw new RangeError('Run the batch first.');
    return outcome;
  }

  /** How one unit's points came about, told by the exact evaluator from the same facts. */
  explain(unit: number, indicator: string): Explanation {
    return this.outcomes.explain(this.positionOf(unit), indicator);
  }

  /** Named problems of the whole run: ties where the book forbids them (RK3). In the order of ranks, cohort by cohort. */
  problems(): Reason[] {
    if ('why' in this.final) return [...(this.final.assessment?.problems ?? [])];
    return this.book.ranking.ties === 'forbidden' ? this.outcomes.ties(this.final.ranks) : [];
  }

  private positionOf(unit: number): number {
    const position = this.order.positionOf[unit];
    if (position === undefined) throw new RangeError(`There is no unit ${unit} in this batch.`);
    return position;
  }
}
