import type { Condition, Measure } from '@heng/rules';
import { ConditionReader, notEnded, writeCondition } from '../formula/condition.js';
import { FormulaFault } from '../formula/formula-fault.js';
import { MeasureReader } from '../formula/read-measure.js';
import { TokenReader } from '../formula/token-reader.js';
import { tokensOf } from '../formula/tokens.js';
import { writeMeasure } from '../formula/write-measure.js';
import { unreadable, value, type CellCodec, type CellContext, type CellRead } from './cell-codec.js';
import { readDecimal, tidyNumber } from './plain.js';

const howFormulas = [
  '请参照“说明”：数据写在方括号里，如 [已建村数] ÷ [行政村数]。',
  'See the notes: facts stand in square brackets, as in [built] ÷ [villages].',
] as const;

function readFormula(text: string, read: (tokens: TokenReader) => unknown): CellRead {
  try {
    const tokens = new TokenReader(tokensOf(text));
    const found = read(tokens);
    if (!tokens.atEnd) throw notEnded(tokens);
    return value(found);
  } catch (fault) {
    if (!(fault instanceof FormulaFault)) throw fault;
    return unreadable('FORMULA_NOT_UNDERSTOOD', [fault.zh, fault.en], howFormulas);
  }
}

/** A measure as a formula; the bare name of a fact is one too. */
export const formula: CellCodec = {
  read: (text, { names }) => {
    const whole = names.facts.knows(text) ? names.facts.resolve(text) : null;
    if (whole?.kind === 'one') return value({ kind: 'fact', fact: whole.id });
    return readFormula(text, (tokens) => new MeasureReader(tokens, names).measure());
  },
  write: (given, { names, locale }) => writeMeasure(given as Measure, names, locale) ?? '',
};

export const condition: CellCodec = {
  read: (text, { names }) => readFormula(text, (tokens) => new ConditionReader(tokens, names).condition()),
  write: (given, { names, locale }) => writeCondition(given as Condition, names, locale) ?? '',
};

/** A number, or a formula where it differs by unit. */
export const numberOrFormula: CellCodec = {
  read: (text, context: CellContext) =>
    /^-?[\d.,]+%?$/.test(tidyNumber(text)) ? readDecimal(text, context) : formula.read(text, context),
  write: (given, context) => (typeof given === 'string' ? given : formula.write(given, context)),
};
