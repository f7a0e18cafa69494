import type { AbsentParts, Combination, Locale, MeanForm, Selection } from '@heng/rules';
import { TokenReader } from '../formula/token-reader.js';
import { tokensOf } from '../formula/tokens.js';
import type { Names } from '../names.js';
import type { CellCodec } from './cell-codec.js';
import { found } from './references.js';

type Words = readonly [zh: string, en: string];
const ways = {
  sum: ['求和', 'sum'],
  'weighted-sum': ['加权求和', 'weighted-sum'],
  mean: ['平均', 'mean'],
  selected: ['择优', 'selected'],
} as const satisfies Readonly<Record<Combination['by'], Words>>;
const forms: Readonly<Record<MeanForm, Words>> = {
  arithmetic: ['算术', 'arithmetic'],
  geometric: ['几何', 'geometric'],
  harmonic: ['调和', 'harmonic'],
};
const absences: Readonly<Record<AbsentParts, Words>> = {
  'no-number': ['无得分', 'no-number'],
  zero: ['计零', 'zero'],
  'leave-out': ['剔除', 'leave-out'],
};
const words = {
  absent: ['缺项', 'absent'],
  minimum: ['至少', 'at-least'],
  highest: ['最高', 'highest'],
  lowest: ['最低', 'lowest'],
  dropHighest: ['去高', 'drop-highest'],
  dropLowest: ['去低', 'drop-lowest'],
  sum: ['取和', 'add-up'],
  mean: ['取平均', 'average'],
} as const satisfies Readonly<Record<string, Words>>;

/** How a section is put together: `加权求和 [平时] = 0.6, [实地] = 0.4, 缺项 = 剔除`; `择优 最高 = 3, 取平均, 缺项 = 计零`. */
export const combination: CellCodec = {
  read: (text, { names }) =>
    found(() => {
      const tokens = new TokenReader(tokensOf(text));
      const read = new CombinationReader(tokens, names).combination();
      if (!tokens.atEnd) throw tokens.unexpected('结尾', 'the end');
      return read;
    }),
  write: (given, { names, locale }) => write(given as Combination, names, locale),
};

class CombinationReader {
  constructor(
    private readonly tokens: TokenReader,
    private readonly names: Names,
  ) {}

  combination(): Combination {
    switch (this.oneOf(ways)) {
      case 'sum':
        return { by: 'sum', ...this.ending() };
      case 'weighted-sum':
        return { by: 'weighted-sum', weights: this.weights(), ...this.ending() };
      case 'mean': {
        const form = this.oneOf(forms);
        const weights = this.weights();
        return { by: 'mean', form, ...(weights.length === 0 ? {} : { weights }), ...this.ending() };
      }
      case 'selected': {
        const keep = this.selection();
        this.tokens.takes(',');
        const take = this.oneOf({ sum: words.sum, mean: words.mean });
        return { by: 'selected', keep, take, ...this.ending() };
      }
    }
  }

  private ending(): { absent: AbsentParts; minimum?: number } {
    this.tokens.takes(',');
    const minimum = this.number('minimum');
    this.tokens.takes(',');
    if (!this.tokens.takes(...words.absent))
      throw this.tokens.unexpected('“缺项 = 剔除”等', '"absent = leave-out" or the like');
    this.tokens.takes('=', ':');
    return { absent: this.oneOf(absences), ...(minimum === null ? {} : { minimum }) };
  }

  private weights(): { part: string; weight: string }[] {
    const weights: { part: string; weight: string }[] = [];
    for (;;) {
      const weight = this.tokens.attempt(() => {
        this.tokens.takes(',');
        const part = this.tokens.id(this.names.parts);
        this.tokens.must('=');
        return { part, weight: this.tokens.number() };
      });
      if (weight === null) return weights;
      weights.push(weight);
    }
  }

  private selection(): Selection {
    const highest = this.number('highest');
    if (highest !== null) return { best: highest, better: 'higher' };
    const lowest = this.number('lowest');
    if (lowest !== null) return { best: lowest, better: 'lower' };
    const dropHighest = this.number('dropHighest') ?? 0;
    this.tokens.takes(',');
    return { dropHighest, dropLowest: this.number('dropLowest') ?? 0 };
  }

  private number(word: 'minimum' | 'highest' | 'lowest' | 'dropHighest' | 'dropLowest'): number | null {
    if (!this.tokens.takes(...words[word])) return null;
    this.tokens.takes('=', ':');
    return this.tokens.wholeNumber();
  }

  private oneOf<K extends string>(known: Readonly<Record<K, Words>>): K {
    const keys = Object.keys(known) as K[];
    const key = keys.find((each) => this.tokens.takes(...known[each]));
    if (key !== undefined) return key;
    throw this.tokens.unexpected(
      keys.map((each) => `“${known[each][0]}”`).join('、'),
      `one of ${keys.map((each) => known[each][1]).join(', ')}`,
    );
  }
}

function write(given: Combination, names: Names, locale: Locale): string {
  const language = locale === 'en' ? 1 : 0;
  const set = (word: keyof typeof words, value: string | number) => `${words[word][language]} = ${value}`;
  const weights = (list: readonly { readonly part: string; readonly weight: string }[]) =>
    list.map(({ part, weight }) => `[${names.parts.name(part, locale)}] = ${weight}`);
  const way = ways[given.by][language];
  const ending = [
    ...(given.minimum === undefined ? [] : [set('minimum', given.minimum)]),
    set('absent', absences[given.absent][language]),
  ];
  switch (given.by) {
    case 'sum':
      return `${way} ${ending.join(', ')}`;
    case 'weighted-sum':
      return `${way} ${[...weights(given.weights), ...ending].join(', ')}`;
    case 'mean':
      return `${way} ${[forms[given.form][language], ...weights(given.weights ?? []), ...ending].join(', ')}`;
    case 'selected': {
      const { keep } = given;
      const kept =
        'best' in keep
          ? [set(keep.better === 'higher' ? 'highest' : 'lowest', keep.best)]
          : [set('dropHighest', keep.dropHighest), set('dropLowest', keep.dropLowest)];
      return `${way} ${[...kept, words[given.take][language], ...ending].join(', ')}`;
    }
  }
}
