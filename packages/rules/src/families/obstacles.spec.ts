import { bookOf, booleanFact, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { FactEntry } from '../format/facts-document.js';
import type { Indicator } from '../format/indicator.js';
import type { Score } from '../format/score.js';

const absent: FactEntry = { notApplicable: '没有' };
const missing: FactEntry = { verified: null };
const given = (value: string): FactEntry => ({ declared: value, verified: value });

function stateOf(score: Score, facts: Record<string, FactEntry>, changes: Partial<Indicator> = {}) {
  const indicator = indicatorOf(score, { notApplicable: { policy: 'zero' }, ...changes });
  const book = bookOf([indicator], {
    facts: [...['x', 'y', 'z'].map((id) => numberFact(id)), booleanFact('a'), booleanFact('b')],
  });
  const outcome = compile(book).assess([unitOf('u', {}, { facts })]).units[0]?.indicators[0];
  return [outcome?.state, outcome?.points ?? outcome?.reason?.code];
}

describe('[ME2] of several obstacles the first to tell is not applicable, wherever it stands', () => {
  it('in a checklist', () => {
    const items = ['a', 'b'].map((id) => ({ fact: id, title: { zh: id, en: id }, points: '5' }));
    expect(
      stateOf({ method: 'checklist', items }, { a: missing, b: absent }, { measure: { kind: 'none' } }),
    ).toEqual(['not-applicable', '0']);
  });

  it('between the bounds of a min–max', () => {
    const score = {
      method: 'efficacy',
      c: '1',
      d: '0',
      better: 'higher',
      whenEqual: '1',
      low: fact('y'),
      high: fact('z'),
    } as const;
    expect(stateOf(score, { x: given('1'), y: missing, z: absent })).toEqual(['not-applicable', '0']);
  });
});

it('[SC2] above a target below zero there is no quotient with nothing', () => {
  const score = { method: 'inverse', form: 'target-over-actual', target: fact('y') } as const;
  expect(stateOf(score, { x: given('0'), y: given('-5') })).toEqual(['cannot-compute', 'zero-denominator']);
});

describe('[SC7] an interpolated band without an end runs to the start of the next', () => {
  const score: Score = {
    method: 'tiers',
    form: 'interpolate',
    bands: [
      { from: '0', points: '0' },
      { from: '5', points: '5' },
      { from: '10', to: '20', toIncluded: true, points: '10' },
    ],
  };
  it.each([
    ['2.5', ['scored', '2.5']],
    ['5', ['scored', '5']],
    ['7', ['scored', '7']],
    ['20', ['scored', '10']],
    ['21', ['cannot-compute', 'outside-all-bands']],
  ])('%s is %j', (value, expected) => {
    expect(stateOf(score, { x: given(value) })).toEqual(expected);
  });
});
