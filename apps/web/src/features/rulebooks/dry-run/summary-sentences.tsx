import type { DryRun } from '@heng/rules/compare';
import { numberText } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { shareText } from './figure-text.js';
import { trialSummary } from './trial-summary.js';

/** Who moves, what moves nobody, what decides: the dry run in three sentences. */
export function SummarySentences({ run }: { readonly run: DryRun }) {
  const { t } = useTranslation();
  const text = useText();
  const { units, moved, regraded, furthest, nobodyLost, nobodyWon, strongest, waiting, waitingPoints } =
    trialSummary(run);
  return (
    <ul className="trial-summary" aria-label={t('dryRun.summary.title')}>
      <li>
        {t('dryRun.summary.moves', { units, moved, regraded })}
        {furthest !== null &&
          t('dryRun.summary.furthest', {
            name: furthest.name,
            before: furthest.before.rank,
            after: furthest.after.rank,
          })}
      </li>
      <li>
        {t('dryRun.summary.dead', {
          lost: nobodyLost.indicators.length,
          lostPoints: numberText(nobodyLost.points),
          won: nobodyWon.indicators.length,
          wonPoints: numberText(nobodyWon.points),
        })}
      </li>
      <li>
        {strongest === null
          ? t('dryRun.summary.allEqual')
          : t('dryRun.summary.strongest', {
              title: text(strongest.title),
              share: shareText(strongest.share),
            })}
        {waiting === 0
          ? t('dryRun.summary.nothingWaits')
          : t('dryRun.summary.waits', { count: waiting, points: numberText(waitingPoints) })}
      </li>
    </ul>
  );
}
