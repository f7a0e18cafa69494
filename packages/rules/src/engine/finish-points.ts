import { Rational } from '../exact/rational.js';
import type { Indicator } from '../format/indicator.js';
import type { Rounding } from '../format/primitives.js';
import type { Section } from '../format/rule-book.js';
import type { Step } from './outcome.js';

export type FinishInput = {
  readonly indicator: Indicator;
  readonly role: Section['role'];
  readonly bookRounding: Rounding | null;
  /** Points lost on the indicator that caps this one's loss; null when there is none or it has no number. */
  readonly linkedLoss: Rational | null;
};

/**
 * Linked cap → floor → cap → rounding, in this order (RULES.md FI1). Rounding to a step can leave the bounds, so they are
 * kept once more after it (FI2). Steps are told only where a number changed.
 */
export function finishPoints(raw: Rational, input: FinishInput, steps: Step[] | null): Rational {
  const { indicator, role, bookRounding, linkedLoss } = input;
  const full = Rational.parse(indicator.points);
  const top = role === 'deduction' ? Rational.zero : full;
  let points = raw;

  const move = (code: string, to: Rational, data: Record<string, string>) => {
    if (to.equals(points)) return;
    steps?.push({ code, data: { from: points.toText(), to: to.toText(), ...data } });
    points = to;
  };

  if (linkedLoss !== null && top.minus(points).compare(linkedLoss) > 0) {
    move('linked-cap', top.minus(linkedLoss), {
      indicator: indicator.finish?.linkedCap?.indicator ?? '',
      limit: linkedLoss.toText(),
    });
  }
  const floor = indicator.finish?.floor ?? (role === 'deduction' ? full.negate().toText() : '0');
  const cap = indicator.finish?.cap ?? top.toText();
  const keepBounds = () => {
    points = keepWithin(points, { floor, cap }, steps);
  };
  keepBounds();
  const rounding = indicator.finish?.rounding ?? bookRounding;
  if (rounding) {
    move('rounding', points.round(rounding), roundingData(rounding));
    keepBounds();
  }
  return points;
}

/** Keeps a number between bounds, each told where it changes something. */
export function keepWithin(
  value: Rational,
  { floor, cap }: { readonly floor?: string | undefined; readonly cap?: string | undefined },
  steps: Step[] | null,
): Rational {
  let kept = value;
  if (floor !== undefined && kept.compare(Rational.parse(floor)) < 0) {
    steps?.push({ code: 'floor', data: { from: kept.toText(), to: Rational.parse(floor).toText(), floor } });
    kept = Rational.parse(floor);
  }
  if (cap !== undefined && kept.compare(Rational.parse(cap)) > 0) {
    steps?.push({ code: 'cap', data: { from: kept.toText(), to: Rational.parse(cap).toText(), cap } });
    kept = Rational.parse(cap);
  }
  return kept;
}

/** A rounding as step data. */
export const roundingData = (rounding: Rounding): Record<string, string> =>
  'step' in rounding
    ? { mode: rounding.mode, step: rounding.step }
    : { mode: rounding.mode, digits: String(rounding.digits) };
