import type { ExplanationResponse, IndicatorResult } from '@heng/contracts';
import { clauseOf, describeReason, describeSteps, indicatorsOf, type RuleBook } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useLocale, useText } from '../../platform/i18n.js';
import { ShareBar } from '../../ui/share-bar.js';
import '../../ui/explanation.css';

type Props = {
  readonly book: RuleBook;
  readonly result: IndicatorResult;
  readonly explanation: ExplanationResponse | null;
};

/** One indicator: points of full points, its state in words, its clause, and on request why. */
export function IndicatorCard({ book, result, explanation }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const placed = indicatorsOf(book).find(({ indicator }) => indicator.id === result.id);
  if (placed === undefined) return null;
  const { indicator, role } = placed;
  const withheld = result.state === 'withheld';
  return (
    <article className="indicator-card">
      <h3>
        <span>{text(indicator.title)}</span>
        <span className="indicator-card-points">
          {result.points === null ? '—' : pointsText(result.points)}
          <span className="muted"> / {role === 'deduction' ? `−${result.full}` : result.full}</span>
        </span>
      </h3>
      {result.points !== null && role !== 'deduction' && (
        <ShareBar points={result.points} full={result.full} />
      )}
      {result.state !== 'scored' && (
        <p className={`state is-${result.state}`}>{t(`state.${result.state}`)}</p>
      )}
      {withheld && <p className="muted">{t('unit.withheldWhy')}</p>}
      {!withheld && result.reason && <p className="muted">{describeReason(result.reason, book, locale)}</p>}
      <details>
        <summary>{t('unit.why')}</summary>
        <p className="clause">{clauseOf(indicator, book, locale)}</p>
        {explanation && explanation.steps.length > 0 && (
          <ol className="steps">
            {describeSteps(explanation, book, locale).map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ol>
        )}
        <p className="muted">{t('rulebooks.scoredBy', { by: text(indicator.scoredBy) })}</p>
      </details>
    </article>
  );
}
