import { referencesOf } from '../engine/book-index.js';
import { clauseOf } from '../explain/clause-of.js';
import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';
import type { Grade, RuleBook, Section, Veto } from '../format/rule-book.js';
import type { Change, ChangeCode, ClauseChange, Place, Shown, Touches } from './change.js';
import { matchBooks, type Matched, type MatchedBooks, type Node, type Pair } from './match-books.js';
import { NewIds } from './new-ids.js';
import { cohortsMovePoints, touchesOf, vetoTouches } from './touches.js';
import { valueChanges, type PathStep, type ValueChange } from './value-changes.js';
import { ValueWords } from './value-words.js';

export type RuleBookDiff = {
  /** In the order of the later book: the book itself, facts, sections, indicators, vetoes, groups, ranking, grades. Empty for equal books. */
  readonly changes: readonly Change[];
  /** Indicators in both books whose clause reads differently. */
  readonly clauses: readonly ClauseChange[];
};

/**
 * What makes one rule book another: every difference, each with its place, both values and what it can move. Parts are matched by id, then by
 * the indicator of the library, then by title; an id that changed is one change and what points at it is none.
 * Nothing that differs goes unmentioned, except that an absent group of settings and an empty one are the same.
 */
export function diffRuleBooks(before: RuleBook, after: RuleBook): RuleBookDiff {
  const books = new TwoBooks(before, after);
  const changes = books.changes();
  return { changes, clauses: books.clauses(changes) };
}

/** The changes alone: clauses are dear to write, and a dry run shows none. */
export const changesBetween = (before: RuleBook, after: RuleBook): Change[] =>
  new TwoBooks(before, after).changes();

/** Keys of parts that are told as parts of their own. */
const children: readonly string[] = ['sections', 'indicators'];
const bookParts: readonly string[] = ['facts', 'sections', 'vetoes', 'cohorts', 'ranking', 'grades'];

type Kind = Place['kind'];
type Sides = { readonly before: unknown; readonly after: unknown };
type Paths = { readonly before: string; readonly after: string };

class TwoBooks {
  private readonly matched: MatchedBooks;
  private readonly ids: NewIds;
  private readonly words: { readonly before: ValueWords; readonly after: ValueWords };

  constructor(
    private readonly before: RuleBook,
    private readonly after: RuleBook,
  ) {
    this.matched = matchBooks(before, after);
    this.ids = new NewIds(this.matched);
    this.words = { before: new ValueWords(before), after: new ValueWords(after) };
  }

  changes(): Change[] {
    const { facts, sections, indicators, vetoes, grades } = this.matched;
    const one = (kind: 'book' | 'cohorts' | 'ranking', title: Text): Place => ({ kind, id: '', title });
    return [
      ...this.within(
        one('book', this.after.title),
        { before: this.before, after: this.after },
        { before: '', after: '' },
        bookParts,
      ),
      ...this.list('fact', facts),
      ...this.list('section', sections),
      ...this.topOrder(sections),
      ...this.list('indicator', indicators),
      ...this.list('veto', vetoes),
      ...this.within(
        one('cohorts', { zh: '分组', en: 'groups' }),
        { before: { cohorts: this.before.cohorts }, after: { cohorts: this.after.cohorts } },
        { before: '', after: '' },
      ),
      ...this.within(
        one('ranking', { zh: '排名', en: 'ranking' }),
        { before: this.before.ranking, after: this.after.ranking },
        { before: '/ranking', after: '/ranking' },
      ),
      ...this.list('grade', grades),
      ...this.orderOf('grade', grades, { before: '/grades', after: '/grades' }),
      ...this.orderOf('veto', vetoes, { before: '/vetoes', after: '/vetoes' }),
      ...this.orderOf('fact', facts, { before: '/facts', after: '/facts' }),
    ];
  }

  clauses(changes: readonly Change[]): ClauseChange[] {
    const touched = new Set(changes.map(({ place }) => place.id));
    const everywhere = changes.some(({ parameter }) => parameter.startsWith('rounding/indicator'));
    return this.matched.indicators.pairs.flatMap(({ before, after }) => {
      // Writing clauses is dear: only where one can read differently.
      const { facts, previousFacts, indicators, sections } = referencesOf(after.value);
      const read = [after.id, ...facts, ...previousFacts, ...indicators, ...sections];
      if (!everywhere && !read.some((id) => touched.has(id))) return [];
      const [old, now] = [clauseTexts(before.value, this.before), clauseTexts(after.value, this.after)];
      return old.zh === now.zh && old.en === now.en
        ? []
        : [
            {
              indicator: { before: before.id, after: after.id },
              title: after.title,
              before: old,
              after: now,
            },
          ];
    });
  }

  private list(kind: Kind, matched: Matched<Fact | Section | Indicator | Veto | Grade>): Change[] {
    const { pairs, removed, added } = matched;
    const changed = pairs.flatMap((pair) => {
      const place: Place = { kind, id: pair.after.id, title: pair.after.title };
      return [
        ...this.moved(place, pair),
        ...this.within(
          place,
          { before: this.namedAnew(pair.before.value), after: pair.after.value },
          { before: pair.before.path, after: pair.after.path },
          children,
        ),
        ...this.orderBelow(place, pair),
      ];
    });
    return [
      ...removed.map((node) => this.whole('removed', kind, node)),
      ...added.map((node) => this.whole('added', kind, node)),
      ...changed,
    ];
  }

  /** The entries of a fact that names indicators (造假的指标) are called as the indicators are. */
  private namedAnew(value: Fact | Section | Indicator | Veto | Grade): object {
    const names = this.before.vetoes.some(({ effects }) =>
      effects.some((effect) => effect.kind === 'indicators-named-zero' && effect.fact === value.id),
    );
    if (!names || !('levels' in value)) return value;
    return { ...value, levels: value.levels.map((level) => ({ ...level, id: this.ids.part(level.id) })) };
  }

  private whole(code: 'added' | 'removed', kind: Kind, node: Node<unknown>): Change {
    const side = code === 'added' ? 'after' : 'before';
    const shown: Shown = { value: node.value, text: this.wordsOf(kind, node, side) };
    return {
      code,
      place: { kind, id: node.id, title: node.title },
      parameter: '',
      entries: [],
      before: side === 'before' ? shown : null,
      after: side === 'after' ? shown : null,
      path: { before: side === 'before' ? node.path : null, after: side === 'after' ? node.path : null },
      touches: wholeTouches(kind, node),
    };
  }

  /** What a part is, in a few words. */
  private wordsOf(kind: Kind, { value, parent }: Node<unknown>, side: 'before' | 'after'): Text {
    const book = this[side];
    const within = (text: Text): Text =>
      parent === null
        ? text
        : { zh: `列在“${parent.title.zh}”，${text.zh}`, en: `in "${parent.title.en}", ${text.en}` };
    if (kind === 'indicator') {
      // Nodes of this kind hold indicators.
      const indicator = value as Indicator;
      const clause = clauseTexts(indicator, book);
      const { points } = indicator;
      return within({ zh: `${points} 分：${clause.zh}`, en: `${points} points: ${clause.en}` });
    }
    if (kind === 'section') {
      const { points } = value as Section;
      return within({ zh: `${points} 分`, en: `${points} points` });
    }
    // The title is told with the place.
    const rest = Object.fromEntries(
      Object.entries(value as object).filter(([key]) => key !== 'title' && key !== 'id'),
    );
    return this.words[side].text(rest, { parameter: '', indicator: null });
  }

  private moved(place: Place, { before, after }: Pair<unknown>): Change[] {
    const [from, to] = [before.parent, after.parent];
    if ((from === null ? null : this.ids.part(from.id)) === (to?.id ?? null)) return [];
    const shown = (section: Section | null): Shown =>
      section === null
        ? { value: null, text: { zh: '顶层', en: 'the top' } }
        : { value: section.id, text: section.title };
    return [
      {
        code: 'moved',
        place,
        parameter: '',
        entries: [],
        before: shown(from),
        after: shown(to),
        path: { before: before.path, after: after.path },
        touches: 'points',
      },
    ];
  }

  /** The order of the parts of a section, among those that stayed in it. */
  private orderBelow(place: Place, pair: Pair<unknown>): Change[] {
    if (place.kind !== 'section') return [];
    const [before, after] = [pair.before.value as Section, pair.after.value as Section];
    const paths = { before: pair.before.path, after: pair.after.path };
    return children.flatMap((key) => {
      const listOf = (section: Section): readonly (Section | Indicator)[] =>
        (key === 'sections' ? section.sections : section.indicators) ?? [];
      return this.order(place, key, { before: listOf(before), after: listOf(after) }, paths);
    });
  }

  private topOrder({ pairs }: Matched<Section>): Change[] {
    if (pairs.length === 0) return [];
    const place: Place = { kind: 'book', id: '', title: this.after.title };
    return this.order(
      place,
      'sections',
      { before: this.before.sections, after: this.after.sections },
      { before: '', after: '' },
    );
  }

  private orderOf(kind: 'grade' | 'veto' | 'fact', { pairs }: Matched<unknown>, path: Paths): Change[] {
    const old = pairs.map(({ before, after }) => ({ id: after.id, title: before.title }));
    const now = [...pairs]
      .sort((a, b) => indexIn(a.after.path) - indexIn(b.after.path))
      .map(({ after: { id, title } }) => ({ id, title }));
    return this.reordered(
      { kind: 'book', id: '', title: this.after.title },
      listKeys[kind],
      { old, now },
      path,
      kind,
    );
  }

  private order(
    place: Place,
    key: string,
    { before, after }: Readonly<Record<'before' | 'after', readonly { id: string; title: Text }[]>>,
    path: Paths,
  ): Change[] {
    const renamed = before.map(({ id, title }) => ({ id: this.ids.part(id), title }));
    const common = (list: readonly Titled[], other: readonly Titled[]) =>
      list.filter(({ id }) => other.some((each) => each.id === id));
    const [old, now] = [common(renamed, after), common(after, renamed)];
    return this.reordered(
      place,
      key,
      { old, now },
      { before: `${path.before}/${key}`, after: `${path.after}/${key}` },
      place.kind,
    );
  }

  private reordered(
    place: Place,
    parameter: string,
    { old, now }: { readonly old: readonly Titled[]; readonly now: readonly Titled[] },
    path: Paths,
    kind: Kind,
  ): Change[] {
    const idsOf = (list: readonly Titled[]) => list.map(({ id }) => id);
    if (idsOf(old).join('\n') === idsOf(now).join('\n')) return [];
    const shown = (list: readonly Titled[]): Shown => ({
      value: idsOf(list),
      text: {
        zh: list.map(({ title }) => title.zh).join('、'),
        en: list.map(({ title }) => title.en).join(', '),
      },
    });
    const touches: Touches = kind === 'grade' ? 'standing' : kind === 'section' ? 'points' : 'wording';
    return [
      {
        code: 'reordered',
        place,
        parameter,
        entries: [],
        before: shown(old),
        after: shown(now),
        path,
        touches,
      },
    ];
  }

  /** Every difference inside one part, but for what is told as parts of their own. */
  private within(
    place: Place,
    { before, after }: Sides,
    path: Paths,
    skipped: readonly string[] = [],
  ): Change[] {
    const [old, now] = [before as object, after as object];
    const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter(
      (key) => !skipped.includes(key),
    );
    const indicatorOf = (value: object) => (place.kind === 'indicator' ? (value as Indicator) : null);
    return keys.flatMap((key) => {
      const [from, to] = [valueOf(old, key), valueOf(now, key)];
      return valueChanges(from, to, this.ids, key).map((change) =>
        this.change(place, change, path, { before: indicatorOf(old), after: indicatorOf(now) }),
      );
    });
  }

  private change(
    place: Place,
    change: ValueChange,
    path: Paths,
    indicator: { readonly before: Indicator | null; readonly after: Indicator | null },
  ): Change {
    const parameter = change.steps.map((step) => (step.kind === 'key' ? step.name : '*')).join('/');
    const shown = (side: 'before' | 'after'): Shown | null => {
      const value = change[side];
      if (value === undefined) return null;
      return { value, text: this.words[side].text(value, { parameter, indicator: indicator[side] }) };
    };
    return {
      code: codeOf(place.kind, parameter, change),
      place,
      parameter,
      entries: this.entriesOf(change.steps, indicator),
      before: shown('before'),
      after: shown('after'),
      path: {
        before: pointer(path.before, change.steps, 'before'),
        after: pointer(path.after, change.steps, 'after'),
      },
      touches: this.touches(place, parameter),
    };
  }

  private touches(place: Place, parameter: string): Touches {
    const top = parameter.split('/')[0] ?? '';
    if (place.kind === 'veto' && touchesOf('veto', top, parameter) !== 'wording') {
      const ofBooks = (book: RuleBook) => book.vetoes.filter(({ id }) => id === place.id);
      return vetoTouches(...ofBooks(this.before), ...ofBooks(this.after));
    }
    if (place.kind === 'cohorts' && touchesOf('cohorts', top, parameter) !== 'wording')
      return cohortsMovePoints(this.before) || cohortsMovePoints(this.after) ? 'points' : 'standing';
    return touchesOf(place.kind, top, parameter);
  }

  private entriesOf(
    steps: readonly PathStep[],
    indicator: { readonly before: Indicator | null; readonly after: Indicator | null },
  ): Text[] {
    return steps.flatMap((step) => {
      if (step.kind === 'key') return [];
      const side = step.after === null ? 'before' : 'after';
      const named = this.words[side].entry(step.entry, { parameter: '', indicator: indicator[side] });
      const position = (step.after ?? step.before ?? 0) + 1;
      return [named ?? { zh: `第 ${position} 项`, en: `number ${position}` }];
    });
  }
}

const listKeys = { grade: 'grades', veto: 'vetoes', fact: 'facts' } as const;

type Titled = { readonly id: string; readonly title: Text };

const valueOf = (value: object, key: string): unknown =>
  Object.prototype.hasOwnProperty.call(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

const indexIn = (path: string): number => Number(path.slice(path.lastIndexOf('/') + 1));

function pointer(base: string, steps: readonly PathStep[], side: 'before' | 'after'): string | null {
  let path = base;
  for (const step of steps) {
    const next = step.kind === 'key' ? step.name : step[side];
    if (next === null) return null;
    path += `/${next}`;
  }
  return path;
}

function codeOf(kind: Kind, parameter: string, { before, after, reordered }: ValueChange): ChangeCode {
  if (reordered) return 'reordered';
  if (parameter === 'title') return 'renamed';
  if (parameter === 'id') return 'identifier-changed';
  if (parameter === 'totalPoints' || (parameter === 'points' && (kind === 'section' || kind === 'indicator')))
    return 'points-changed';
  if (parameter === 'score') return 'method-changed';
  if (kind === 'indicator' && isMeasure(before) && isMeasure(after)) return 'measure-changed';
  return 'parameter-changed';
}

const isMeasure = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && Measure.safeParse(value).success;

function wholeTouches(kind: Kind, { value }: Node<unknown>): Touches {
  switch (kind) {
    case 'fact':
      return 'entry';
    case 'veto':
      // Nodes of this kind hold vetoes.
      return vetoTouches(value as Veto);
    case 'grade':
      return 'standing';
    default:
      return 'points';
  }
}

const clauseTexts = (indicator: Indicator, book: RuleBook): Text => ({
  zh: clauseOf(indicator, book, 'zh-CN'),
  en: clauseOf(indicator, book, 'en'),
});
