import type { Fact } from '@heng/rules';
import { normalizeTyped } from './normalize-typed.js';

const common = {
  id: 'x',
  title: { zh: '数', en: 'Number' },
  source: 'declared',
  enteredBy: { zh: '乡镇', en: 'Township' },
} as const;
const people: Fact = { ...common, kind: 'number', unit: { zh: '人', en: 'people' } };
const share: Fact = { ...common, kind: 'percent' };
const day: Fact = { ...common, kind: 'date' };

it.each([
  ['plain digits', people, '12', '12'],
  ['full-width digits and point', people, '１２．５', '12.5'],
  ['thousands separators', people, '1,234,567', '1234567'],
  ['the unit typed again', people, '12 人', '12'],
  ['a bare decimal', people, '.5', '0.5'],
  ['leading zeros', people, '007', '7'],
  ['zero', people, '0', '0'],
  ['a percent sign', share, '95.50％', '95.50'],
  ['a Chinese date', day, '2026年3月5日', '2026-03-05'],
  ['a date with slashes', day, '2026/11/23', '2026-11-23'],
])('reads %s', (_what, fact, typed, value) => {
  expect(normalizeTyped(fact, typed)).toBe(value);
});

it.each([
  ['words', people, '很多'],
  ['misplaced separators', people, '1,23'],
  ['two points', people, '1.2.3'],
  ['a sign alone', people, '-'],
  ['an exponent', people, '1e3'],
  ['a month alone', day, '2026-03'],
])('does not guess at %s', (_what, fact, typed) => {
  expect(normalizeTyped(fact, typed)).toBeNull();
});
