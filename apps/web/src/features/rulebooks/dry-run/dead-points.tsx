import { numberText, Rational } from '@heng/rules';
import type { IndicatorTrial } from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';

type Side = 'nobodyWon' | 'nobodyLost';

/** 无人得 and 人人得: the points that move nobody. */
export function DeadPointsPanel({ indicators }: { readonly indicators: readonly IndicatorTrial[] }) {
  const { t } = useTranslation();
  return (
    <div className="panel">
      <h2>{t('dryRun.dead.title')}</h2>
      <div className="dead-columns">
        {(['nobodyLost', 'nobodyWon'] as const).map((side) => (
          <section key={side}>
            <h3>{t(`dryRun.dead.${side}`)}</h3>
            <DeadList side={side} indicators={indicators} />
          </section>
        ))}
      </div>
    </div>
  );
}

function DeadList({
  side,
  indicators,
}: {
  readonly side: Side;
  readonly indicators: readonly IndicatorTrial[];
}) {
  const { t } = useTranslation();
  const text = useText();
  const dead = indicators
    .filter(({ draft }) => Rational.parse(draft[side] ?? '0').sign() > 0)
    .sort((a, b) => Rational.parse(b.draft[side] ?? '0').compare(Rational.parse(a.draft[side] ?? '0')));
  if (dead.length === 0) return <p className="muted">{t('dryRun.dead.none')}</p>;
  return (
    <ul className="dead-list">
      {dead.map(({ id, title, full, role, draft, reachable }) => {
        const points = draft[side] ?? '0';
        // A deduction reaches its full points by losing nothing, which every rule allows.
        const isRule =
          side === 'nobodyWon' &&
          role !== 'deduction' &&
          Rational.parse(reachable.most).compare(Rational.parse(full)) < 0;
        return (
          <li key={id}>
            {t(points === full ? 'dryRun.dead.whole' : 'dryRun.dead.part', {
              title: text(title),
              points: numberText(points, 2),
              full,
            })}
            {isRule && (
              <span className="muted">
                {t('dryRun.dead.byRule', { most: numberText(reachable.most, 2) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
