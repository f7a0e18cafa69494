import { Rational, type Text } from '@heng/rules';
import type { DryRun, IndicatorTrial, UnitMove } from '@heng/rules/compare';

export type DeadPoints = {
  readonly indicators: readonly IndicatorTrial[];
  readonly points: string;
};

/** What a dry run comes to, as three sentences tell it. */
export type TrialSummary = {
  readonly units: number;
  readonly moved: number;
  readonly regraded: number;
  /** The unit that wins or loses most places; null when nobody does. */
  readonly furthest: UnitMove | null;
  /** Points that no unit lost and points that no unit won. */
  readonly nobodyLost: DeadPoints;
  readonly nobodyWon: DeadPoints;
  /** The indicator that makes most of the distance between the totals. */
  readonly strongest: { readonly title: Text; readonly share: string } | null;
  readonly waiting: number;
  readonly waitingPoints: string;
};

export function trialSummary({ units, all, waiting }: DryRun): TrialSummary {
  const moves = units.filter(({ places }) => places !== null && places !== 0);
  const byDistance = [...moves].sort((a, b) => Math.abs(b.places ?? 0) - Math.abs(a.places ?? 0));
  const dead = (side: 'nobodyLost' | 'nobodyWon'): DeadPoints => {
    const indicators = all.indicators.filter(({ draft }) => Rational.parse(draft[side] ?? '0').sign() > 0);
    return { indicators, points: sumOf(indicators.map(({ draft }) => draft[side] ?? '0')) };
  };
  const strongest = all.indicators
    .flatMap(({ title, draft: { shareOfSpread } }) =>
      shareOfSpread === null ? [] : [{ title, share: shareOfSpread }],
    )
    .sort((a, b) => Rational.parse(b.share).compare(Rational.parse(a.share)))[0];
  return {
    units: units.length,
    moved: moves.length,
    regraded: units.filter(({ gradeChanged }) => gradeChanged).length,
    furthest: byDistance[0] ?? null,
    nobodyLost: dead('nobodyLost'),
    nobodyWon: dead('nobodyWon'),
    strongest: strongest ?? null,
    waiting: waiting.indicators.length,
    waitingPoints: sumOf(waiting.indicators.map(({ points }) => points)),
  };
}

const sumOf = (texts: readonly string[]): string =>
  texts.reduce((so, text) => so.plus(Rational.parse(text)), Rational.zero).toText();
