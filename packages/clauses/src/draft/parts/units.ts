import { Rational } from '@heng/rules';
import type { Edge } from '../../natural/index.js';

const percentUnits: readonly string[] = ['%', '％', '百分点', '个百分点', '百分比'];

/** Whether a unit says that the quantity is a rate. */
export const isRateUnit = (unit: string | null): boolean => unit !== null && percentUnits.includes(unit);

/** The unit of a number fact; what is counted without a word for it is in 个. */
export const unitOf = (unit: string | null): string => (unit === null || unit === '' ? '个' : baseUnit(unit));

const scaledUnits: Readonly<Record<string, readonly [unit: string, factor: string]>> = {
  万元: ['元', '10000'],
  亿元: ['元', '100000000'],
};

const baseUnit = (unit: string): string => unit.replace(/[（(].*$/u, '').trim() || '个';

export const edgeValue = ({ value }: Edge): string => value;

/** A value in the unit of another: 1 万元 is 10000 元. */
export function inUnit(value: string, from: string | null, to: string | null): string {
  if (from === null || to === null || from === to) return value;
  const [own, other] = [scaledUnits[from] ?? [from, '1'], scaledUnits[to] ?? [to, '1']];
  if (own[0] !== other[0]) return value;
  const result = Rational.parse(value).times(Rational.parse(own[1])).over(Rational.parse(other[1])).toText();
  return result.includes('/') ? value : result;
}
