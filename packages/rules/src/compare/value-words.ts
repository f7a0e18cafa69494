import { clauseOf } from '../explain/clause-of.js';
import { numberText, percentText } from '../explain/number-text.js';
import { roundingWords } from '../explain/rounding-words.js';
import { BookWords } from '../explain/words-of.js';
import { Condition } from '../format/condition.js';
import type { Indicator } from '../format/indicator.js';
import { Measure } from '../format/measure.js';
import { Rounding, type Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Locale } from '../explain/locale.js';
import { codeWords } from './code-words.js';
import { conditionWords } from './condition-words.js';
import { parameterName } from './parameter-names.js';
import { isText } from './value-changes.js';

/** What is being spoken of: where it stands and, inside an indicator, which. */
export type Spoken = { readonly parameter: string; readonly indicator: Indicator | null };

const conditionKinds = ['is-true', 'is-option', 'compare', 'all', 'any', 'not'];

/**
 * Any part of a rule book in words of both languages, complete rather than elegant: the condition of a veto, the quota of a grade.
 * @param parameter where it stands in its veto, grade …: `when`, `quota`, or empty for the thing itself
 */
export const wordsOfValue = (book: RuleBook, parameter: string, value: unknown): Text =>
  new ValueWords(book).text(value, { parameter, indicator: null });

/** Any value of one rule book in words of both languages. Nothing is left out: what has no words of its own is listed part by part. */
export class ValueWords {
  private readonly locales: readonly BookWords[];

  constructor(book: RuleBook) {
    this.locales = (['zh-CN', 'en'] as const satisfies readonly Locale[]).map(
      (locale) => new BookWords(book, locale),
    );
  }

  text(value: unknown, spoken: Spoken): Text {
    const [zh = '', en = ''] = this.locales.map((words) => shown(value, spoken, words));
    return { zh, en };
  }

  /** How an entry of a list is named: its title, option, level …; null for one that only has a position. */
  entry(value: unknown, spoken: Spoken): Text | null {
    if (!isObject(value)) return null;
    if (isText(value['title'])) return value['title'];
    if ('kind' in value) return null;
    const key = ['option', 'level', 'genre', 'part', 'group', 'fact'].find((each) => each in value);
    if (key === undefined) return null;
    const keys = key === 'level' && 'genre' in value ? ['level', 'genre'] : [key];
    const [zh = '', en = ''] = this.locales.map((words) =>
      keys
        .map((each) => reference(each, String(value[each]), spoken, words) ?? String(value[each]))
        .join(' · '),
    );
    return { zh, en };
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown, spoken: Spoken, words: BookWords): string {
  const { say } = words;
  if (value === undefined || value === null) return say('无', 'none');
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return shownText(value, spoken, words);
  if (Array.isArray(value))
    return value.length === 0
      ? say('无', 'none')
      : value
          .map((item: unknown) => shown(item, { ...spoken, parameter: `${spoken.parameter}/*` }, words))
          .join(value.every(isObject) ? say('；', '; ') : say('、', ', '));
  if (isText(value)) return words.text(value);
  return isObject(value) ? shownObject(value, spoken, words) : '';
}

function shownText(value: string, spoken: Spoken, words: BookWords): string {
  const key =
    spoken.parameter
      .replace(/(\/\*)+$/, '')
      .split('/')
      .pop() ?? '';
  const named = reference(key, value, spoken, words);
  if (named !== null) return named;
  if (!/^-?\d+(\.\d+)?$/.test(value)) {
    const code = codeWords(spoken.parameter.replace(/(\/\*)+$/, ''), value);
    return code === null ? value : words.text(code);
  }
  switch (parameterName(spoken.parameter)?.as) {
    case 'points':
      return words.say(`${numberText(value, 20)} 分`, `${numberText(value, 20)} points`);
    case 'share':
      return exactPercent(value);
    case 'value':
      return isShare(spoken, words) ? exactPercent(value) : numberText(value, 20);
    default:
      return value;
  }
}

/** Parameters are shown with all their decimals: one digit may be the change. */
const exactPercent = (value: string): string => {
  const short = percentText(value);
  return short.includes('…') ? value : short;
};

const isShare = ({ indicator }: Spoken, words: BookWords): boolean =>
  indicator !== null && words.isShare(indicator.measure);

/** The title of what an id points at; null where the key points at nothing. */
function reference(key: string, id: string, { indicator }: Spoken, words: BookWords): string | null {
  switch (key) {
    case 'fact':
    case 'atMost':
      return /^-?\d/.test(id) ? null : words.fact(id);
    case 'indicator':
    case 'indicators':
      return words.indicator(id);
    case 'section':
    case 'sections':
      return words.section(id);
    case 'part': {
      const section = words.section(id);
      return section === id ? words.indicator(id) : section;
    }
    case 'grade':
    case 'grades': {
      const grade = words.book.grades.find((each) => each.id === id);
      return grade ? words.text(grade.title) : null;
    }
    case 'option':
    case 'options':
    case 'level':
    case 'levels':
    case 'genre':
    case 'genres':
    case 'group':
      return optionTitle(id, indicator, words);
    default:
      return null;
  }
}

/** Options belong to a fact; without one at hand the first fact that has such an option names it. */
function optionTitle(id: string, indicator: Indicator | null, words: BookWords): string | null {
  const score = indicator?.score;
  const own = score && 'fact' in score ? [score.fact] : [];
  const measured = indicator && 'fact' in indicator.measure ? [indicator.measure.fact] : [];
  for (const fact of [...own, ...measured, ...words.book.facts.map((each) => each.id)]) {
    const title = words.option(fact, id);
    if (title !== id) return title;
  }
  return null;
}

function shownObject(value: Readonly<Record<string, unknown>>, spoken: Spoken, words: BookWords): string {
  const { indicator, parameter } = spoken;
  if (parameter === 'score' && 'method' in value && indicator !== null)
    // Without its full stop: it stands inside a sentence.
    return clauseOf(indicator, words.book, words.locale).replace(/[。.]$/, '');
  const rounding = 'mode' in value ? Rounding.safeParse(value) : null;
  if (rounding?.success) return roundingWords(rounding.data, words.say);
  if (typeof value['kind'] === 'string') {
    if (conditionKinds.includes(value['kind'])) {
      const condition = Condition.safeParse(value);
      if (condition.success) return conditionWords(condition.data, words);
    }
    const measure = Measure.safeParse(value);
    if (measure.success)
      return measure.data.kind === 'none' ? words.say('无', 'none') : words.measure(measure.data);
  }
  return listedParts(value, spoken, words);
}

function listedParts(value: Readonly<Record<string, unknown>>, spoken: Spoken, words: BookWords): string {
  const { say } = words;
  const parts = Object.entries(value).flatMap(([key, item]) => {
    if (item === undefined) return [];
    const at = { ...spoken, parameter: spoken.parameter === '' ? key : `${spoken.parameter}/${key}` };
    const name = parameterName(at.parameter);
    return [`${name === null ? key : words.text(name.name)} ${shown(item, at, words)}`];
  });
  if (parts.length === 0) return say('无', 'none');
  const text = parts.join(say('，', ', '));
  // What stands inside something else needs its edges.
  return spoken.parameter === '' || /\*$/.test(spoken.parameter) ? text : say(`（${text}）`, `(${text})`);
}
