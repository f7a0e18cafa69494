import type { FactCell } from '@heng/contracts';
import {
  clauseOf,
  describeReason,
  describeSteps,
  type ExplainableAssessment,
  type RuleBook,
} from '@heng/rules';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useLocale, useText } from '../../platform/i18n.js';
import { momentText } from '../../platform/moment-text.js';
import { factText } from './fact-content.js';
import type { PlacedFact } from './fact-columns.js';
import '../../ui/explanation.css';

type Props = {
  readonly book: RuleBook;
  readonly unit: { readonly code: string; readonly name: string };
  readonly placed: PlacedFact;
  readonly cell: FactCell;
  readonly problem: string | null;
  readonly locked: string | null;
  readonly run: ExplainableAssessment | null;
};

/** Follows the active cell: what the fact is, whom it feeds, by which clause, and the points it earns now. */
export const CellDetails = memo(function CellDetails({
  book,
  unit,
  placed: { fact, feeds },
  cell,
  problem,
  locked,
  run,
}: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = useText();
  const outcome = run?.units.find(({ code }) => code === unit.code);
  return (
    <aside className="details" tabIndex={0} aria-label={t('scoring.details')}>
      <h2>{text(fact.title)}</h2>
      <p className="details-unit">{unit.name}</p>
      {problem !== null && <p className="details-problem">{problem}</p>}
      {locked !== null && <p className="details-locked">{locked}</p>}
      {fact.definition && <p>{text(fact.definition)}</p>}
      <dl className="details-list">
        <dt>{t('scoring.declared')}</dt>
        <dd>{factText(fact, cell.declared, locale) || t('grid.empty')}</dd>
        <dt>{t('scoring.verified')}</dt>
        <dd>{(cell.notApplicable ?? factText(fact, cell.verified, locale)) || t('grid.empty')}</dd>
        <dt>{t('scoring.enteredBy')}</dt>
        <dd>{text(fact.enteredBy)}</dd>
        {fact.evidence && <dt>{t('scoring.evidence')}</dt>}
        {fact.evidence && <dd>{text(fact.evidence)}</dd>}
        {cell.changedAt !== null && <dt>{t('scoring.changed')}</dt>}
        {cell.changedAt !== null && (
          <dd>
            {momentText(cell.changedAt)} {cell.changedBy}
          </dd>
        )}
      </dl>
      <h3>{t('scoring.feeds', { count: feeds.length })}</h3>
      {feeds.map((indicator) => {
        const result = outcome?.indicators.find(({ id }) => id === indicator.id);
        return (
          <section key={indicator.id} className="details-indicator">
            <h4>
              {indicator.id} {text(indicator.title)}
              <span className="details-points">
                {result?.points == null ? '—' : pointsText(result.points)} / {indicator.points}
              </span>
            </h4>
            <p className="clause">{clauseOf(indicator, book, locale)}</p>
            {run && result && (
              <ol className="steps">
                {describeSteps(run.explain(unit.code, indicator.id), book, locale).map((sentence, index) => (
                  <li key={index}>{sentence}</li>
                ))}
              </ol>
            )}
            {result?.reason && <p className="muted">{describeReason(result.reason, book, locale)}</p>}
          </section>
        );
      })}
    </aside>
  );
});
