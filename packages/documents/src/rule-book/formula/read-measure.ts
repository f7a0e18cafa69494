import { Rational, type Measure, type Rounding } from '@heng/rules';
import { readRounding } from '../cells/rounding.js';
import type { Names } from '../names.js';
import { FormulaFault } from './formula-fault.js';
import { argumentWords, functionWords, type FunctionName } from './function-words.js';
import type { TokenReader } from './token-reader.js';

type Argument = keyof typeof argumentWords;

/** Reads `[a] ÷ ([b] + [c])` and the functions of the notes, from the loosest sign to the tightest. */
export class MeasureReader {
  constructor(
    private readonly tokens: TokenReader,
    private readonly names: Names,
  ) {}

  measure(): Measure {
    return this.tokens.deeper(() => {
      let left = this.product();
      for (;;) {
        if (this.tokens.takes('+')) {
          const parts = [left, this.product()];
          while (this.tokens.takes('+')) parts.push(this.product());
          left = { kind: 'sum', of: parts };
        } else if (this.tokens.takes('-')) left = { kind: 'difference', of: [left, this.product()] };
        else return left;
      }
    });
  }

  private product(): Measure {
    let left = this.factor();
    for (;;) {
      if (this.tokens.takes('×', '*')) {
        const parts = [left, this.factor()];
        while (this.tokens.takes('×', '*')) parts.push(this.factor());
        left = { kind: 'product', of: parts };
      } else if (this.tokens.takes('÷', '/')) {
        const of: [Measure, Measure] = [left, this.factor()];
        left = { kind: 'ratio', of, whenZero: this.whenZero() };
      } else return left;
    }
  }

  /** `; 分母为零: 不涉及` after the denominator; silence is "cannot be computed". */
  private whenZero(): Extract<Measure, { kind: 'ratio' }>['whenZero'] {
    const found = this.tokens.attempt(() => {
      this.tokens.must(';');
      this.word('whenZero');
      this.tokens.takes(':', '=');
      if (this.takes('notApplicable')) return 'not-applicable' as const;
      return this.takes('cannotCompute') ? ('cannot-compute' as const) : { value: this.tokens.number() };
    });
    return found ?? 'cannot-compute';
  }

  private factor(): Measure {
    const { tokens } = this;
    const name = tokens.next?.kind === 'name';
    if (name) return { kind: 'fact', fact: tokens.id(this.names.facts) };
    if (tokens.takes('(')) {
      const inner = this.measure();
      tokens.must(')');
      return inner;
    }
    const percent = tokens.take('percent');
    if (percent !== null) {
      const number = Rational.parse(percent.slice(0, -1)).over(Rational.integer(100));
      return { kind: 'constant', value: number.toText() };
    }
    if (tokens.next?.kind === 'word') return this.call();
    return { kind: 'constant', value: tokens.number() };
  }

  private call(): Measure {
    const entry = Object.entries(functionWords).find(([, words]) => this.tokens.takes(...words));
    if (entry === undefined) throw this.tokens.unexpected('数据或算法', 'a fact or a function');
    const name = entry[0] as FunctionName;
    if (name === 'none') return { kind: 'none' };
    this.tokens.must('(');
    const called = this.tokens.deeper(() => this.called(name));
    this.tokens.must(')');
    return called;
  }

  private called(name: Exclude<FunctionName, 'none'>): Measure {
    const { tokens, names } = this;
    switch (name) {
      case 'previous':
        return { kind: name, of: this.measure() };
      case 'greatest':
      case 'least':
        return { kind: name, of: this.list(() => this.measure()) };
      case 'count': {
        const fact = tokens.id(names.facts);
        const levels = this.named('levels', () => this.ids(() => tokens.id(names.options(fact))));
        const genres = this.named('genres', () => this.ids(() => tokens.id(names.genres(fact))));
        return { kind: name, fact, ...(levels && { levels }), ...(genres && { genres }) };
      }
      case 'days': {
        const fact = tokens.id(names.facts);
        tokens.must(',');
        const since = tokens.take('day');
        if (since === null) throw tokens.unexpected('日期，如 2026-03-31', 'a day such as 2026-03-31');
        return { kind: name, fact, since };
      }
      case 'sample-rate': {
        const positive = this.measure();
        tokens.must(',');
        const sample = this.measure();
        return { kind: name, positive, sample, minimumSample: this.wanted('minimum', () => tokens.number()) };
      }
      case 'panel-mean':
        return this.panelMean();
      case 'vote-mean': {
        const fact = tokens.id(names.facts);
        const worth = this.pairs(fact).map(([option, points]) => ({ option, points }));
        return { kind: name, fact, worth, minimumValid: this.wanted('minimum', () => tokens.wholeNumber()) };
      }
      case 'vote-share': {
        const fact = tokens.id(names.facts);
        tokens.must(',');
        const options = this.ids(() => tokens.id(names.options(fact)));
        return {
          kind: name,
          fact,
          options,
          minimumValid: this.wanted('minimum', () => tokens.wholeNumber()),
        };
      }
      case 'rater-mean': {
        const fact = tokens.id(names.facts);
        const weights = this.pairs(fact).map(([group, weight]) => ({ group, weight }));
        return { kind: name, fact, weights, absent: this.wanted('absent', () => this.absence()) };
      }
      case 'indicator-points':
        return { kind: name, indicator: tokens.id(names.indicators) };
      case 'section-points':
        return { kind: name, section: tokens.id(names.sections) };
      case 'self-gap':
        return { kind: name };
      case 'rounded': {
        const of = this.measure();
        tokens.must(',');
        return { kind: name, of, rounding: this.rounding() };
      }
    }
  }

  private panelMean(): Measure {
    const { tokens, names } = this;
    const fact = tokens.id(names.facts);
    const minimumJudges = this.wanted('minimum', () => tokens.wholeNumber());
    const high = this.named('dropHigh', () => tokens.wholeNumber());
    const low = this.named('dropLow', () => tokens.wholeNumber());
    const fromJudges = this.named('fromJudges', () => tokens.wholeNumber());
    const sumFor = this.named('sumFor', () => tokens.wholeNumber());
    const withoutSelf = this.named('withoutSelf', () => true);
    const drops = high !== null || low !== null || fromJudges !== null;
    return {
      kind: 'panel-mean',
      fact,
      ...(drops && { drop: { high: high ?? 0, low: low ?? 0, fromJudges: fromJudges ?? 1 } }),
      minimumJudges,
      ...(sumFor !== null && { sumFor }),
      ...(withoutSelf !== null && { withoutSelf }),
    };
  }

  private absence(): 'renormalise' | 'zero' | 'cannot-compute' {
    if (this.takes('renormalise')) return 'renormalise';
    if (this.takes('zero')) return 'zero';
    this.word('cannotCompute');
    return 'cannot-compute';
  }

  /** Words of a rounding, up to the closing bracket. */
  private rounding(): Rounding {
    const words: string[] = [];
    while (this.tokens.next !== undefined && this.tokens.next.text !== ')') {
      words.push(this.tokens.next.text);
      this.tokens.take(this.tokens.next.kind);
    }
    const rounding = readRounding(words.join(' '));
    if (rounding === null)
      throw new FormulaFault('取整应写如“四舍五入 2 位”。', 'Rounding is written as "half-up 2 digits".');
    return rounding;
  }

  private list<T>(one: () => T): T[] {
    const parts = [one()];
    while (this.tokens.takes(',')) parts.push(one());
    return parts;
  }

  /** `[优] [良]`, with or without commas. */
  private ids(one: () => string): string[] {
    const found = [one()];
    while (this.tokens.next?.kind === 'name') found.push(one());
    return found;
  }

  /** `, [优] = 100, [良] = 80`. */
  private pairs(fact: string): [string, string][] {
    const found: [string, string][] = [];
    for (;;) {
      const pair = this.tokens.attempt((): [string, string] => {
        this.tokens.must(',');
        const id = this.tokens.id(this.names.options(fact));
        this.tokens.must('=');
        return [id, this.tokens.number()];
      });
      if (pair === null) return found;
      found.push(pair);
    }
  }

  private named<T>(argument: Argument, reading: () => T): T | null {
    const isNext = this.tokens.attempt(() => {
      this.tokens.must(',');
      this.word(argument);
      return true;
    });
    if (isNext === null) return null;
    this.tokens.takes('=', ':');
    return reading();
  }

  private wanted<T>(argument: Argument, reading: () => T): T {
    const found = this.named(argument, reading);
    const [zh, en] = argumentWords[argument];
    if (found === null) throw this.tokens.unexpected(`“，${zh} = …”`, `", ${en} = …"`);
    return found;
  }

  private takes(argument: Argument): boolean {
    return this.tokens.takes(...argumentWords[argument]);
  }

  private word(argument: Argument): void {
    const [zh, en] = argumentWords[argument];
    if (!this.takes(argument)) throw this.tokens.unexpected(`“${zh}”`, `"${en}"`);
  }
}
