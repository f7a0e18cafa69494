import type { Text } from '@heng/rules';
import type { AmbiguityCode, ItemPoints, NaturalReading, Points, Span, Statement } from '../natural/index.js';
import type { Asked, Asking } from './asking.js';
import type { DraftContext } from './draft-context.js';
import { FactNeeds } from './fact-needs.js';
import { isLess, product } from './measure-terms.js';
import type { Answer } from './question.js';

/** Everything that is at hand while one clause becomes a rule. */
export class Drafting {
  readonly facts: FactNeeds;
  readonly notes: Text[] = [];
  /** Set where a part is left to the judgement of the department, with the reason. */
  readonly byHand: Text[] = [];
  /** 得5分 that the statements now being drafted belong to. */
  head: ItemPoints | null = null;
  /** Words of the clause that the rule does not hold. */
  readonly leftOut: string[] = [];

  constructor(
    readonly said: string,
    readonly reading: NaturalReading,
    readonly context: DraftContext,
    readonly asking: Asking,
    /** What the indicator is worth. */
    readonly full: string,
  ) {
    this.facts = new FactNeeds(context);
  }

  get role(): 'base' | 'bonus' | 'deduction' {
    return this.context.role ?? 'base';
  }

  /** The part of the item that is being drafted, where the clause has several; else the item. */
  get item(): string {
    return this.facts.subject === '' ? this.wholeItem : this.facts.subject;
  }

  /** What is measured where neither the clause nor the table names it. */
  get quantity(): string {
    if (this.item !== '') return this.item;
    const before = this.asking.recorded.find(({ code }) => code === 'which-quantity');
    const { value } =
      before?.taken ??
      this.ask({
        code: 'which-quantity',
        span: { start: 0, end: this.said.length },
        ask: {
          zh: '条款没有写数的、量的是什么。',
          en: 'The clause does not name what is counted or measured.',
        },
        choices: [
          { id: 'name', label: { zh: '它的名称（填写）', en: 'its name (fill in)' }, needsValue: true },
        ],
        suggested: null,
        input: { kind: 'text' },
        example: '本项数据',
      });
    return value ?? '本项数据';
  }

  get wholeItem(): string {
    return this.context.indicator?.trim() ?? '';
  }

  has = (code: AmbiguityCode): boolean => this.reading.ambiguities.some((found) => found.code === code);

  /** Whether an ambiguity was found within a statement. */
  isOpen = (code: AmbiguityCode, { span }: Pick<Statement, 'span'>): boolean =>
    this.reading.ambiguities.some(
      (found) => found.code === code && found.span.start >= span.start && found.span.start <= span.end,
    );

  ofKind = <K extends Statement['kind']>(...kinds: K[]): Extract<Statement, { kind: K }>[] =>
    this.reading.statements.filter((each): each is Extract<Statement, { kind: K }> =>
      kinds.some((kind) => kind === each.kind),
    );

  ask = (asked: Asked): Answer => this.asking.ask(asked);

  note(zh: string, en: string): void {
    this.notes.push({ zh, en });
  }

  words = ({ start, end }: Span): string => this.said.slice(start, end);

  /** Whether a price takes points away; the grammar gives numbers without sign. */
  isLoss(points: Points): boolean {
    const before = this.said.slice(Math.max(0, points.span.start - 4), points.span.start);
    const own = this.said.slice(points.span.start, points.span.end);
    return /[扣减][除掉去]?\s*$/u.test(before) || /^[扣减](?!少)/u.test(own);
  }

  /** A price as a decimal; null where it is not a number. */
  priceOf(points: Points): string | null {
    switch (points.kind) {
      case 'number':
        return points.value;
      case 'full':
        return this.full;
      case 'none':
        return '0';
      case 'percent':
        return product(this.full, product(points.value, '0.01'));
      case 'range':
      case 'unstated':
        return null;
    }
  }

  /** A price that may have to be asked for. Null: the department decides, within the points of the item. */
  price(points: Points, subject: { readonly zh: string; readonly en: string }, span: Span): string | null {
    const stated = this.priceOf(points);
    if (stated !== null) return stated;
    const range = points.kind === 'range' ? points : null;
    const code = range === null ? 'amount-unstated' : 'discretionary';
    const { choice, value } = this.ask({
      code,
      span,
      ask: range
        ? {
            zh: `“${subject.zh}”写的是一个幅度，实际按多少计？`,
            en: `“${subject.en}” gives a span. How many points is it?`,
          }
        : {
            zh: `“${subject.zh}”没有写多少分，是多少？`,
            en: `“${subject.en}” does not say how many points. How many?`,
          },
      choices: [
        {
          id: 'number',
          label: { zh: '固定为（填分数）', en: 'a fixed number (fill in)' },
          needsValue: true,
        },
        {
          id: 'judge',
          label: range
            ? { zh: '由评分部门在这个幅度内评定', en: 'the department decides within the span' }
            : {
                zh: '由评分部门在本项分值内评定',
                en: 'the department decides within the points of the item',
              },
        },
      ],
      suggested: range === null ? null : 'judge',
      input: { kind: 'number', unit: { zh: '分', en: 'points' } },
      example: isLess('1', this.full) ? '1' : this.full,
    });
    return choice === 'number' ? (value ?? null) : null;
  }
}
