import type { Measure } from '@heng/rules';
import type { Scaled, Statement } from '../../natural/index.js';
import type { Drafting } from '../drafting.js';
import { eventName } from '../fact-names.js';
import { text } from '../fact-needs.js';
import { decimalOf, factMeasure, isLess, isSame, less1, product } from '../measure-terms.js';
import type { Part } from '../part.js';
import { Rational } from '@heng/rules';
import { unitOf } from './units.js';

export const isScaling = (statement: Statement): statement is Scaled => statement.kind === 'scaled';

/** A factor on what was said before: doubled under a condition, or smaller for large units. */
export function scaledParts(scaled: Scaled, before: Part[], draft: Drafting): void {
  const bounded = scaled.factors.filter(({ bound }) => bound !== null);
  if (bounded.length > 0) return bySize(scaled, before, draft);
  const [factor] = scaled.factors;
  const last = [...before].reverse().find((part) => part.kind === 'lose');
  const words = draft.words(scaled.span);
  if (factor === undefined || last?.kind !== 'lose' || /同上/u.test(words)) return untold(words, draft);
  const extra = less1(factor.factor.value);
  if (!isLess('0', extra)) return untold(words, draft);
  const name = eventName(scaled.words) || '加倍情形';
  const fact = draft.facts.count({
    title: `其中${name}的数量`,
    unit: '次',
    trial: { good: '0', tries: ['1', '2'] },
  });
  before.push({
    kind: 'lose',
    title: text(`其中${name}`),
    of: factMeasure(fact),
    each: product(last.each, extra),
  });
}

/** 人数1000以上*0.9: a factor by band. */
function bySize(scaled: Scaled, before: Part[], draft: Drafting): void {
  const words = draft.words(scaled.span);
  const rows = scaled.factors
    .flatMap(({ bound, factor }) => {
      const edge = bound?.low ?? null;
      return edge === null ? [] : [{ from: edge.value, factor: factor.value, unit: edge.unit }];
    })
    .sort((a, b) => Rational.parse(a.from).compare(Rational.parse(b.from)))
    .filter((row, at, all) => at === 0 || !isSame(row.from, all[at - 1]?.from ?? ''));
  const losing = before.filter((part) => part.kind === 'lose');
  if (rows.length === 0 || losing.length === 0) return untold(words, draft);
  const name =
    /([\p{Script=Han}]{2,10}?(?:人数|户数|数量|面积|人口))/u.exec(words)?.[1]?.replace(/^另/u, '') ?? '规模';
  const fact = draft.facts.number({
    title: name,
    unit: unitOf(rows[0]?.unit ?? '人'),
    checks: { min: '0' },
    trial: { good: '0', tries: rows.map(({ from }) => from) },
  });
  const factor: Measure = {
    kind: 'banded',
    of: factMeasure(fact),
    bands: [
      { to: rows[0]?.from ?? '0', value: '1' },
      ...rows.map((row, at) => {
        const next = rows[at + 1];
        return { from: row.from, ...(next === undefined ? {} : { to: next.from }), value: row.factor };
      }),
    ],
  };
  before.forEach((part, at) => {
    if (part.kind !== 'lose') return;
    const { direct: _direct, ...rest } = part;
    before[at] = { ...rest, of: { kind: 'product', of: [part.of, factor] } };
  });
}

function untold(words: string, draft: Drafting): void {
  draft.note(
    `“${words}”没有写进算法：它所指的得分不在本项。请另行处理，或在核定时执行。`,
    `“${words}” is not in the rule: what it scales is not in this item. Handle it separately, or when verifying.`,
  );
  draft.leftOut.push(words);
}

export { decimalOf };
