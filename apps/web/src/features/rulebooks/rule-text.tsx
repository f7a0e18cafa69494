import {
  clauseOf,
  indicatorsOf,
  sectionClauseOf,
  type Indicator,
  type RuleBook,
  type Section,
} from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../platform/i18n.js';
import '../../ui/explanation.css';
import './rule-text.css';

/** 细则: the sections as people read and print them. Every sentence is made from the rule that runs. */
export function RuleText({ book }: { readonly book: RuleBook }) {
  return (
    <>
      {book.sections.map((section, index) => (
        <SectionTable key={section.id} book={book} section={section} number={index + 1} />
      ))}
    </>
  );
}

type SectionProps = { readonly book: RuleBook; readonly section: Section; readonly number: number };

function SectionTable({ book, section, number }: SectionProps) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const clause = sectionClauseOf(section, book, locale);
  return (
    <section className="panel rule-section">
      <h2>
        {t('rulebooks.numbered', { number: t('rulebooks.ordinals').split(' ')[number - 1] ?? number })}
        {text(section.title)}{' '}
        <span className="muted">{t(`rulebooks.role.${section.role}`, { points: section.points })}</span>
      </h2>
      {clause !== null && <p className="clause">{clause}</p>}
      <table className="rule-table">
        <thead>
          <tr>
            {(['number', 'indicator', 'points', 'clause', 'scoredBy'] as const).map((column) => (
              <th key={column} scope="col" className={`is-${column}`}>
                {t(`rulebooks.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <SectionRows book={book} section={section} number={`${number}`} />
      </table>
    </section>
  );
}

/** The indicators of a section, then each section in it under a line of its own. */
function SectionRows({
  book,
  section,
  number,
}: {
  readonly book: RuleBook;
  readonly section: Section;
  readonly number: string;
}) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const { indicators = [], sections = [] } = section;
  return (
    <>
      {indicators.length > 0 && (
        <tbody>
          {indicators.map((indicator, index) => (
            <IndicatorRow
              key={indicator.id}
              book={book}
              indicator={indicator}
              number={`${number}.${index + 1}`}
            />
          ))}
        </tbody>
      )}
      {sections.map((inner, index) => {
        const own = `${number}.${indicators.length + index + 1}`;
        const clause = sectionClauseOf(inner, book, locale);
        return [
          <tbody key={inner.id}>
            <tr className="inner-section">
              <th colSpan={5} scope="rowgroup">
                {own} {text(inner.title)}{' '}
                <span className="muted">{t(`rulebooks.role.${inner.role}`, { points: inner.points })}</span>
                {clause !== null && <p className="clause">{clause}</p>}
              </th>
            </tr>
          </tbody>,
          <SectionRows key={`${inner.id} rows`} book={book} section={inner} number={own} />,
        ];
      })}
    </>
  );
}

function IndicatorRow({
  book,
  indicator,
  number,
}: {
  readonly book: RuleBook;
  readonly indicator: Indicator;
  readonly number: string;
}) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const hasDefaults = indicator.provenance?.some(({ origin }) => origin === 'default') ?? false;
  return (
    <tr id={indicator.id}>
      <td className="is-number">{number}</td>
      <th scope="row" className="is-indicator">
        {text(indicator.title)}
        {hasDefaults && (
          <abbr title={t('rulebooks.default')}>
            <span aria-hidden>◇</span>
            <span className="unseen">{t('rulebooks.default')}</span>
          </abbr>
        )}{' '}
        <small className="muted">{indicator.id}</small>
      </th>
      <td className="is-points">{t('rulebooks.points', { points: indicator.points })}</td>
      <td className="is-clause">{clauseOf(indicator, book, locale)}</td>
      <td className="is-scoredBy">{text(indicator.scoredBy)}</td>
    </tr>
  );
}

/** How many indicators the whole book has, for its head. */
export const indicatorCount = (book: RuleBook): number => indicatorsOf(book).length;
