import { Rational } from '@heng/rules';
import type { Distribution, IndicatorTrial } from '@heng/rules/compare';
import { positionOf } from './figure-text.js';

type Props = {
  readonly points: Distribution;
  readonly full: string;
  readonly role: IndicatorTrial['role'];
};

/** Least to greatest as a line, the middle half as a box, the mean as a stroke. The figures stand beside it in the table. */
export function SpreadBar({ points, full, role }: Props) {
  const low = role === 'deduction' ? Rational.parse(full).negate().toText() : '0';
  const high = role === 'deduction' ? '0' : full;
  const at = (value: string) => positionOf(value, low, high);
  const between = (from: string, to: string) => ({
    left: at(from),
    right: `calc(100% - ${at(to)})`,
  });
  return (
    <div className="spread-bar" aria-hidden>
      <div className="spread-range" style={between(points.least, points.greatest)} />
      <div className="spread-box" style={between(points.lowerQuartile, points.upperQuartile)} />
      <div className="spread-mean" style={{ left: at(points.mean) }} />
    </div>
  );
}
