import type { CycleResponse, UnitExplanationsResponse, UnitResult } from '@heng/contracts';
import { describeReason, describeSteps, type RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useLocale, useText } from '../../platform/i18n.js';
import { GradeChip } from '../../ui/grade-chip.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { ShareBar } from '../../ui/share-bar.js';
import { BasisChoice } from './basis-choice.js';
import { cohortTitle } from '../../ui/cohort-title.js';
import { IndicatorCard } from './indicator-card.js';
import { unitQuery, type Basis } from './results-queries.js';
import './unit-page.css';
import '../../ui/explanation.css';
import '../../ui/page.css';

type Props = {
  readonly cycle: CycleResponse;
  readonly book: RuleBook;
  readonly unit: string;
  readonly basis: Basis;
  readonly onBasis: (basis: Basis) => void;
};

/** 成绩单: phone first. Total, grade and rank as far as they may be seen, then every number with its reasons. */
export function UnitPage({ cycle, book, unit, basis, onBasis }: Props) {
  const { t } = useTranslation();
  const query = useQuery(unitQuery(cycle.id, unit, basis));
  return (
    <div className="unit-sheet">
      <div className="unit-basis no-print">
        <BasisChoice value={basis} onChange={onBasis} />
      </div>
      <QueryFaces query={query} loading={t('unit.loading')}>
        {(answer) => <Sheet book={book} answer={answer} />}
      </QueryFaces>
    </div>
  );
}

function Sheet({
  book,
  answer: { result, indicators, sections, total },
}: {
  readonly book: RuleBook;
  readonly answer: UnitExplanationsResponse;
}) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const explanations = new Map([...sections, ...indicators].map((each) => [each.indicator, each]));
  return (
    <>
      <h1>{t('unit.title', { name: result.unit.name })}</h1>
      <Headline book={book} result={result} />
      {total && (
        <details className="panel">
          <summary>{t('unit.whyTotal')}</summary>
          <ol className="steps">
            {describeSteps(total, book, locale).map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ol>
          {result.gradeReasons.map((reason, index) => (
            <p key={index}>{describeReason(reason, book, locale)}</p>
          ))}
        </details>
      )}
      {result.indicators.length === 0 && <p className="panel">{t('unit.detailsWithheld')}</p>}
      {book.sections.map((section) => {
        const own = result.sections.find(({ id }) => id === section.id);
        const ids = new Set(indicatorIds(section));
        const rows = result.indicators.filter(({ id }) => ids.has(id));
        if (rows.length === 0) return null;
        return (
          <section key={section.id} className="unit-section" aria-label={text(section.title)}>
            <h2>
              {text(section.title)}
              {section.role === 'derived' && <span className="muted"> {t('unit.derived')}</span>}
              {own && (
                <span className="unit-section-points">
                  {own.points === null ? '–' : pointsText(own.points)} / {own.full}
                </span>
              )}
            </h2>
            {own?.points && <ShareBar points={own.points.replace(/^-/, '')} full={own.full} />}
            {explanations.has(section.id) && (
              <ol className="steps">
                {describeSteps(explanations.get(section.id) ?? noSteps, book, locale).map(
                  (sentence, index) => (
                    <li key={index}>{sentence}</li>
                  ),
                )}
              </ol>
            )}
            {rows.map((row) => (
              <IndicatorCard
                key={row.id}
                book={book}
                result={row}
                explanation={explanations.get(row.id) ?? null}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

function Headline({ book, result }: { readonly book: RuleBook; readonly result: UnitResult }) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const { total, grade, rank, cohort, cohortSize, tied, soFar, vetoes } = result;
  const group = cohort === null ? null : cohortTitle(book, cohort);
  return (
    <div className="panel unit-headline">
      <p className="unit-total">
        {total === null ? pointsText(soFar.points) : pointsText(total)}
        <span className="unit-out-of"> / {total === null ? pointsText(soFar.outOf) : book.totalPoints}</span>
      </p>
      <p>
        {total === null ? t('unit.soFar') : t('unit.total')}
        {grade !== null && <GradeChip book={book} grade={grade} />}
      </p>
      {rank === null ? (
        <p className="unit-withheld">
          {result.unranked ? describeReason(result.unranked, book, locale) : t('unit.rankWithheld')}
        </p>
      ) : (
        <p>
          {t(tied === true ? 'unit.rankTied' : 'unit.rank', {
            rank,
            size: cohortSize ?? '?',
            group: group ? text(group) : t('ranking.everyone'),
          })}
        </p>
      )}
      {vetoes.map((id) => {
        const veto = book.vetoes.find((each) => each.id === id);
        return (
          <p key={id} className="unit-veto">
            {t('unit.veto', { title: veto ? text(veto.title) : id })}
          </p>
        );
      })}
    </div>
  );
}

const noSteps = { indicator: '', steps: [] };

type Node = RuleBook['sections'][number];
const indicatorIds = ({ indicators = [], sections = [] }: Node): string[] => [
  ...indicators.map(({ id }) => id),
  ...sections.flatMap(indicatorIds),
];
