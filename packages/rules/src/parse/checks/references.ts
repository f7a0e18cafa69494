import { indicatorsOf } from '../../engine/book-index.js';
import type { Condition } from '../../format/condition.js';
import type { Fact, FactKind, FromResults } from '../../format/fact.js';
import type { Indicator } from '../../format/indicator.js';
import type { Measure } from '../../format/measure.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { measuresOfScore, partsOf } from '../inner-measures.js';
import { problem, type Problem } from '../problem.js';

/** Everything that is pointed at exists and is of the kind that the pointing needs. */
export function referenceProblems(book: RuleBook): Problem[] {
  const check = new ReferenceCheck(book);
  book.facts.forEach((fact, index) => check.fact(fact, `/facts/${index}`));
  for (const { indicator, path } of indicatorsOf(book)) check.indicator(indicator, path);
  book.vetoes.forEach((veto, index) => check.veto(veto, `/vetoes/${index}`));
  check.ranking(book.ranking, '/ranking');
  if (typeof book.gradesOn === 'object') check.measure(book.gradesOn, '/gradesOn');
  return check.problems;
}

const numeric: readonly FactKind[] = ['number', 'percent', 'boolean'];

class ReferenceCheck {
  readonly problems: Problem[] = [];
  private readonly facts: ReadonlyMap<string, Fact>;
  private readonly indicators: ReadonlySet<string>;
  private readonly sections: ReadonlySet<string>;
  private readonly grades: ReadonlySet<string>;

  constructor(private readonly book: RuleBook) {
    const placed = indicatorsOf(book);
    this.facts = new Map(book.facts.map((fact) => [fact.id, fact]));
    this.indicators = new Set(placed.map(({ indicator }) => indicator.id));
    this.sections = new Set(sectionIds(book.sections));
    this.grades = new Set(book.grades.map(({ id }) => id));
  }

  fact(fact: Fact, path: string): void {
    if (fact.kind === 'number' && fact.from !== undefined) this.from(fact.from, fact.source, path);
    const atMost = 'checks' in fact ? fact.checks?.atMost : undefined;
    if (atMost === undefined) return;
    if (atMost === fact.id)
      this.report('LIMIT_BY_ITSELF', `${path}/checks/atMost`, atMost, [
        '不能以自己为上限',
        'cannot be its own limit',
      ]);
    else this.factOf(atMost, [fact.kind], `${path}/checks/atMost`);
  }

  indicator(indicator: Indicator, path: string): void {
    const { measure, score, finish, notApplicable } = indicator;
    this.measure(measure, `${path}/measure`);
    this.score(indicator, `${path}/score`);
    if (measure.kind === 'none' && !readsFactsItself.has(score.method)) {
      this.report('MEASURE_ABSENT', `${path}/measure`, score.method, ['要有一个可量的值', 'needs a measure']);
    }
    finish?.exceptions?.forEach(({ when }, index) =>
      this.condition(when, `${path}/finish/exceptions/${index}/when`),
    );
    if (finish?.linkedCap) this.indicatorId(finish.linkedCap.indicator, `${path}/finish/linkedCap/indicator`);
    if (notApplicable?.when) this.condition(notApplicable.when, `${path}/notApplicable/when`);
    indicator.provenance?.forEach((source, index) => {
      if (!reaches(indicator, source.path))
        this.report('PROVENANCE_NOWHERE', `${path}/provenance/${index}/path`, source.path, [
          '在指标中不存在',
          'does not exist in the indicator',
        ]);
    });
  }

  /** Names in another book cannot be looked up; those in this one can (an earlier round under the same rules). */
  private from({ results, book, value }: FromResults, source: Fact['source'], path: string): void {
    const expected = results === 'children' ? 'children' : 'imported';
    if (source !== expected) {
      this.report('FROM_SOURCE', `${path}/source`, source, [
        `不合：来自${results === 'children' ? '下级' : '本单位其他'}考核结果的事实，source 应为 ${expected}`,
        `does not fit: a fact from ${results === 'children' ? 'the results below' : 'other results of the unit'} has the source ${expected}`,
      ]);
    }
    const at = `${path}/from/value`;
    if (value.of === 'grade') this.distinct(value.grades, `${at}/grades`);
    if (book !== this.book.id) return;
    if (value.of === 'indicator') this.indicatorId(value.indicator, `${at}/indicator`);
    if (value.of === 'section') this.sectionId(value.section, `${at}/section`);
    if (value.of === 'grade') value.grades.forEach((id, index) => this.gradeId(id, `${at}/grades/${index}`));
  }

  veto({ when, effects }: RuleBook['vetoes'][number], path: string): void {
    this.condition(when, `${path}/when`);
    effects.forEach((effect, index) => {
      const at = `${path}/effects/${index}`;
      if (effect.kind === 'grade' || effect.kind === 'grade-ceiling')
        this.gradeId(effect.grade, `${at}/grade`);
      if (effect.kind === 'indicator-zero')
        effect.indicators.forEach((id, place) => this.indicatorId(id, `${at}/indicators/${place}`));
      if (effect.kind === 'indicators-named-zero') this.namingFact(effect.fact, `${at}/fact`);
    });
  }

  ranking({ tieBreaks, requires }: RuleBook['ranking'], path: string): void {
    tieBreaks.forEach((tieBreak, index) => this.tieBreak(tieBreak, `${path}/tieBreaks/${index}`));
    this.named(requires?.indicators ?? [], `${path}/requires/indicators`, (id, at) =>
      this.indicatorId(id, at),
    );
    this.named(requires?.sections ?? [], `${path}/requires/sections`, (id, at) => this.sectionId(id, at));
  }

  private tieBreak(tieBreak: RuleBook['ranking']['tieBreaks'][number], path: string): void {
    switch (tieBreak.kind) {
      case 'indicator':
        this.indicatorId(tieBreak.indicator, `${path}/indicator`);
        return;
      case 'section':
        this.sectionId(tieBreak.section, `${path}/section`);
        return;
      case 'measure':
        this.measure(tieBreak.of, `${path}/of`);
        return;
      case 'count-back':
        this.named(tieBreak.indicators, `${path}/indicators`, (id, at) => this.indicatorId(id, at));
        return;
      case 'no-veto':
      case 'self-gap':
      case 'unit-code':
        return;
    }
  }

  /** A list of names, each once and each known. */
  private named(ids: readonly string[], path: string, check: (id: string, at: string) => void): void {
    this.distinct(ids, path);
    ids.forEach((id, index) => check(id, `${path}/${index}`));
  }

  measure(measure: Measure, path: string): void {
    switch (measure.kind) {
      case 'fact':
        this.factOf(measure.fact, numeric, `${path}/fact`);
        return;
      case 'count': {
        const fact = this.factOf(measure.fact, ['records'], `${path}/fact`);
        if (fact?.kind !== 'records') return;
        this.options(measure.levels ?? [], fact.levels, `${path}/levels`);
        this.options(measure.genres ?? [], fact.genres ?? [], `${path}/genres`);
        return;
      }
      case 'panel-mean':
        this.factOf(measure.fact, ['panel'], `${path}/fact`);
        return;
      case 'vote-mean':
      case 'vote-share': {
        const fact = this.factOf(measure.fact, ['ballots'], `${path}/fact`);
        if (fact?.kind !== 'ballots') return;
        const named =
          measure.kind === 'vote-mean' ? measure.worth.map(({ option }) => option) : measure.options;
        this.options(named, fact.options, `${path}/${measure.kind === 'vote-mean' ? 'worth' : 'options'}`);
        return;
      }
      case 'days':
        this.factOf(measure.fact, ['date'], `${path}/fact`);
        return;
      case 'rater-mean': {
        const fact = this.factOf(measure.fact, ['raters'], `${path}/fact`);
        if (fact?.kind === 'raters')
          this.options(
            measure.weights.map(({ group }) => group),
            fact.groups,
            `${path}/weights`,
          );
        return;
      }
      case 'indicator-points':
        this.indicatorId(measure.indicator, `${path}/indicator`);
        return;
      case 'section-points':
        this.sectionId(measure.section, `${path}/section`);
        return;
      default:
        for (const part of partsOf({ measure, path })) this.measure(part.measure, part.path);
    }
  }

  private score({ score }: Indicator, path: string): void {
    for (const placed of measuresOfScore(score, path)) this.measure(placed.measure, placed.path);
    if (score.method === 'checklist') {
      this.distinct(
        score.items.map(({ fact }) => fact),
        `${path}/items`,
      );
      score.items.forEach(({ fact }, index) => this.factOf(fact, ['boolean'], `${path}/items/${index}/fact`));
    }
    if (score.method === 'choice') {
      const fact = this.factOf(score.fact, ['choice'], `${path}/fact`);
      if (fact?.kind === 'choice')
        this.options(
          score.worth.map(({ option }) => option),
          fact.options,
          `${path}/worth`,
        );
    }
    if (score.method === 'records-worth') {
      const fact = this.factOf(score.fact, ['records'], `${path}/fact`);
      if (fact?.kind !== 'records') return;
      score.worth.forEach(({ level, genre }, index) => {
        this.option(level, fact.levels, `${path}/worth/${index}/level`);
        if (genre !== undefined) this.option(genre, fact.genres ?? [], `${path}/worth/${index}/genre`);
      });
      this.options(
        (score.genres ?? []).map(({ genre }) => genre),
        fact.genres ?? [],
        `${path}/genres`,
      );
    }
  }

  private condition(condition: Condition, path: string): void {
    switch (condition.kind) {
      case 'is-true':
        this.factOf(condition.fact, ['boolean'], `${path}/fact`);
        return;
      case 'is-option': {
        const fact = this.factOf(condition.fact, ['choice'], `${path}/fact`);
        if (fact?.kind === 'choice') this.options(condition.options, fact.options, `${path}/options`);
        return;
      }
      case 'compare':
        this.measure(condition.left, `${path}/left`);
        if (typeof condition.right === 'object') this.measure(condition.right, `${path}/right`);
        return;
      case 'all':
      case 'any':
        condition.of.forEach((part, index) => this.condition(part, `${path}/of/${index}`));
        return;
      case 'not':
        this.condition(condition.of, `${path}/of`);
        return;
    }
  }

  /** The fact of an `indicators-named-zero` effect: its levels must be indicators, or an entry could name nothing. */
  private namingFact(id: string, path: string): void {
    const fact = this.factOf(id, ['records'], path);
    if (fact?.kind !== 'records') return;
    for (const level of fact.levels) if (!this.indicators.has(level.id)) this.indicatorId(level.id, path);
  }

  private factOf(id: string, kinds: readonly FactKind[], path: string): Fact | null {
    const fact = this.facts.get(id);
    if (fact === undefined) {
      this.unknown('FACT_UNKNOWN', path, id, ['事实', 'fact']);
      return null;
    }
    if (kinds.includes(fact.kind)) return fact;
    this.report('FACT_KIND', path, id, [
      `是 ${fact.kind}，此处要用 ${kinds.join(' / ')}`,
      `is a ${fact.kind} fact; here it takes ${kinds.join(' / ')}`,
    ]);
    return null;
  }

  private options(ids: readonly string[], known: readonly { readonly id: string }[], path: string): void {
    this.distinct(ids, path);
    ids.forEach((id, index) => this.option(id, known, `${path}/${index}`));
  }

  private option(id: string, known: readonly { readonly id: string }[], path: string): void {
    if (!known.some((option) => option.id === id))
      this.unknown('OPTION_UNKNOWN', path, id, ['选项', 'option']);
  }

  /** An option listed twice has two worths, or would be counted twice. */
  private distinct(ids: readonly string[], path: string): void {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id))
        this.report('LISTED_TWICE', `${path}/${index}`, id, ['在此列了两次', 'is listed twice here']);
      seen.add(id);
    });
  }

  private indicatorId(id: string, path: string): void {
    if (!this.indicators.has(id)) this.unknown('INDICATOR_UNKNOWN', path, id, ['指标', 'indicator']);
  }

  private sectionId(id: string, path: string): void {
    if (!this.sections.has(id)) this.unknown('SECTION_UNKNOWN', path, id, ['类别', 'section']);
  }

  private gradeId(id: string, path: string): void {
    if (!this.grades.has(id)) this.unknown('GRADE_UNKNOWN', path, id, ['等次', 'grade']);
  }

  private unknown(code: string, path: string, id: string, [zh, en]: readonly [string, string]): void {
    this.problems.push(
      problem(
        code,
        path,
        [`没有标识为“${id}”的${zh}。`, `There is no ${en} with the id "${id}".`],
        ['请检查拼写，或先定义它。', 'Check the spelling or define it first.'],
      ),
    );
  }

  private report(code: string, path: string, id: string, [zh, en]: readonly [string, string]): void {
    this.problems.push(
      problem(code, path, [`“${id}”${zh}。`, `"${id}" ${en}.`], ['请改正。', 'Correct it.']),
    );
  }
}

const sectionIds = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [section.id, ...sectionIds(section.sections ?? [])]);

/** Methods that read their facts themselves, so that the measure may be `none`. */
const readsFactsItself: ReadonlySet<Indicator['score']['method']> = new Set([
  'checklist',
  'records-worth',
  'choice',
  'tally',
]);

function reaches(indicator: Indicator, path: string): boolean {
  let here: unknown = indicator;
  for (const step of path.slice(1).split('/')) {
    if (typeof here !== 'object' || here === null || !Object.prototype.hasOwnProperty.call(here, step))
      return false;
    // An own entry of plain data; its kind is looked at in the next step.
    here = (here as Record<string, unknown>)[step];
  }
  return here !== undefined;
}
