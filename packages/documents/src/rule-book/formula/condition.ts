import type { Condition, Locale, Measure } from '@heng/rules';
import type { Names } from '../names.js';
import { FormulaFault } from './formula-fault.js';
import { comparisonSigns, conditionWords } from './function-words.js';
import { MeasureReader } from './read-measure.js';
import type { TokenReader } from './token-reader.js';
import { MeasureWriter } from './write-measure.js';

type Comparison = keyof typeof comparisonSigns;

const otherComparisons: Readonly<Record<Comparison, readonly string[]>> = {
  'at-least': ['达到', '不低于'],
  'more-than': ['高于', '超过'],
  'at-most': ['不超过', '不高于'],
  'less-than': ['低于'],
  equal: ['等于'],
};

/** Reads `[事故数] ≥ 1 且 非([整改] 成立)`. */
export class ConditionReader {
  private readonly measures: MeasureReader;

  constructor(
    private readonly tokens: TokenReader,
    private readonly names: Names,
  ) {
    this.measures = new MeasureReader(tokens, names);
  }

  condition(): Condition {
    return this.tokens.deeper(() => this.joined('any', () => this.joined('all', () => this.single())));
  }

  private joined(kind: 'any' | 'all', part: () => Condition): Condition {
    const parts = [part()];
    while (this.tokens.takes(...conditionWords[kind])) parts.push(part());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, of: parts };
  }

  private single(): Condition {
    const { tokens } = this;
    if (tokens.takes(...conditionWords.not)) {
      tokens.must('(');
      const of = this.condition();
      tokens.must(')');
      return { kind: 'not', of };
    }
    const inBrackets = tokens.attempt(() => {
      tokens.must('(');
      const inner = this.condition();
      tokens.must(')');
      return inner;
    });
    return inBrackets ?? tokens.attempt(() => this.ofFact()) ?? this.compared();
  }

  private ofFact(): Condition {
    const fact = this.tokens.id(this.names.facts);
    if (this.tokens.takes(...conditionWords.isTrue)) return { kind: 'is-true', fact };
    if (!this.tokens.takes(...conditionWords.isOption)) throw this.tokens.unexpected('“属于”', '"is-one-of"');
    const options = [this.tokens.id(this.names.options(fact))];
    while (this.tokens.next?.kind === 'name') options.push(this.tokens.id(this.names.options(fact)));
    return { kind: 'is-option', fact, options };
  }

  private compared(): Condition {
    const left = this.measures.measure();
    const comparison = (Object.keys(comparisonSigns) as Comparison[]).find((each) =>
      this.tokens.takes(...comparisonSigns[each], ...otherComparisons[each]),
    );
    if (comparison === undefined) throw this.tokens.unexpected('≥、>、≤、< 或 =', 'one of >= > <= < =');
    const right = this.measures.measure();
    return { kind: 'compare', left, comparison, right: right.kind === 'constant' ? right.value : right };
  }
}

/** A condition in words; null for what has none. */
export function writeCondition(condition: Condition, names: Names, locale: Locale): string | null {
  const writer = new MeasureWriter(names, locale);
  const language = locale === 'en' ? 1 : 0;
  const bracketed = (inner: Condition): string | null => {
    const written = write(inner);
    return written === null ? null : `(${written})`;
  };
  const write = (given: Condition): string | null => {
    switch (given.kind) {
      case 'is-true':
        return `${writer.name(names.facts, given.fact)} ${conditionWords.isTrue[language]}`;
      case 'is-option': {
        const options = given.options.map((id) => writer.name(names.options(given.fact), id)).join(' ');
        return `${writer.name(names.facts, given.fact)} ${conditionWords.isOption[language]} ${options}`;
      }
      case 'compare': {
        const [left, right] = [writer.measure(given.left), right_(given.right)];
        if (left === null || right === null) return null;
        return `${left} ${comparisonSigns[given.comparison][0]} ${right}`;
      }
      case 'not': {
        const inner = bracketed(given.of);
        return inner === null ? null : `${conditionWords.not[language]}${inner}`;
      }
      case 'all':
      case 'any': {
        const parts = given.of.map((part) =>
          part.kind === 'all' || part.kind === 'any' ? bracketed(part) : write(part),
        );
        return parts.length < 2 || parts.includes(null)
          ? null
          : parts.join(` ${conditionWords[given.kind][language]} `);
      }
    }
  };
  const right_ = (right: Measure | string) => (typeof right === 'string' ? right : writer.measure(right));
  return write(condition);
}

export const notEnded = (tokens: TokenReader): FormulaFault => tokens.unexpected('结尾', 'the end');
