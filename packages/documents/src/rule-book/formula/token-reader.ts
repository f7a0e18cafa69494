import { shorten } from '../../document-problem.js';
import type { NameList } from '../names.js';
import { FormulaFault } from './formula-fault.js';
import type { Token } from './tokens.js';

/** More nesting than this nobody writes by hand; deeper text would only exhaust the stack. */
const deepest = 40;

/** Walks along the parts of a formula. */
export class TokenReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get next(): Token | undefined {
    return this.tokens[this.at];
  }

  get atEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Goes on when the next part is this sign or one of these words. */
  takes(...texts: readonly string[]): boolean {
    const { next } = this;
    if (next === undefined || (next.kind !== 'sign' && next.kind !== 'word')) return false;
    if (!texts.includes(next.text.toLowerCase())) return false;
    this.at += 1;
    return true;
  }

  must(sign: string): void {
    if (!this.takes(sign)) throw this.unexpected(`“${sign}”`, `"${sign}"`);
  }

  take<K extends Token['kind']>(kind: K): string | null {
    const { next } = this;
    if (next?.kind !== kind) return null;
    this.at += 1;
    return next.text;
  }

  number(): string {
    const negative = this.takes('-');
    const number = this.take('number');
    if (number === null) throw this.unexpected('数', 'a number');
    return negative ? `-${number}` : number;
  }

  wholeNumber(): number {
    const number = this.number();
    if (!/^\d{1,9}$/.test(number))
      throw new FormulaFault(`“${number}”应是整数。`, `"${number}" must be whole.`);
    return Number(number);
  }

  /** The id that a name in brackets means. */
  id(list: NameList): string {
    const name = this.take('name');
    if (name === null) throw this.unexpected('方括号中的名称', 'a name in square brackets');
    return idOf(name, list);
  }

  /** Tries a reading; where it fails, stands where it stood. */
  attempt<T>(reading: () => T): T | null {
    const before = this.at;
    try {
      return reading();
    } catch (fault) {
      if (!(fault instanceof FormulaFault)) throw fault;
      this.at = before;
      return null;
    }
  }

  deeper<T>(reading: () => T): T {
    this.depth += 1;
    if (this.depth > deepest) throw new FormulaFault('括号层数太多。', 'It is nested too deeply.');
    try {
      return reading();
    } finally {
      this.depth -= 1;
    }
  }

  unexpected(zh: string, en: string): FormulaFault {
    const found = this.next;
    return found === undefined
      ? new FormulaFault(`末尾缺少${zh}。`, `It breaks off where ${en} is expected.`)
      : new FormulaFault(
          `“${shorten(found.text)}”处应是${zh}。`,
          `At "${shorten(found.text)}" ${en} is expected.`,
        );
  }
}

export function idOf(name: string, list: NameList): string {
  const resolved = list.resolve(name);
  switch (resolved.kind) {
    case 'one':
      return resolved.id;
    case 'several': {
      const ids = resolved.ids.join('、');
      throw new FormulaFault(
        `“${shorten(name)}”不止一个，请改写标识：${ids}。`,
        `"${shorten(name)}" names several; write the id: ${ids}.`,
      );
    }
    case 'none':
      throw new FormulaFault(
        `没有“${shorten(name)}”${resolved.nearest === null ? '' : `，是否是“${resolved.nearest}”`}。`,
        `There is no "${shorten(name)}"${resolved.nearest === null ? '' : `; did you mean "${resolved.nearest}"`}.`,
      );
  }
}
