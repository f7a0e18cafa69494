import type { UnitResult } from '@heng/contracts';
import { describeReason, type RuleBook } from '@heng/rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useLocale } from '../../platform/i18n.js';
import '../../ui/plain-table.css';

type Props = {
  readonly book: RuleBook;
  readonly units: readonly UnitResult[];
  /** The cohort on screen; units whose own is withheld are shown with every one. */
  readonly cohort: string;
  readonly unitLink: (unit: string, name: string) => ReactNode;
};

/** Units that are assessed but not ranked, each with its total and the reason: nobody should look for them in vain. */
export function OutsideRanking({ book, units, cohort, unitLink }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const outside = units.flatMap((unit) =>
    unit.unranked && (unit.cohort ?? cohort) === cohort ? [{ ...unit, unranked: unit.unranked }] : [],
  );
  if (outside.length === 0) return null;
  return (
    <section>
      <h3>{t('ranking.outside')}</h3>
      <div className="table-scroll" role="region" aria-label={t('ranking.outside')} tabIndex={0}>
        <table className="plain-table ranking-table">
          <thead>
            <tr>
              {['unit', 'total', 'why'].map((column) => (
                <th key={column} scope="col">
                  {t(`ranking.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outside.map(({ unit, total, unranked }) => (
              <tr key={unit.code}>
                <th scope="row">{unitLink(unit.code, unit.name)}</th>
                <td className="number">{total === null ? '—' : pointsText(total)}</td>
                <td className="marks">{describeReason(unranked, book, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
