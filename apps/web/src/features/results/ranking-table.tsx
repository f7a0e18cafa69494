import type { UnitResult } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useText } from '../../platform/i18n.js';
import { GradeChip } from '../../ui/grade-chip.js';
import '../../ui/plain-table.css';

type Props = {
  readonly book: RuleBook;
  readonly rows: readonly UnitResult[];
  readonly unitLink: (unit: string, name: string) => ReactNode;
};

/** A plain table, so that it prints with a repeated header and reads well aloud. */
export function RankingTable({ book, rows, unitLink }: Props) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="table-scroll" role="region" aria-label={t('ranking.title')} tabIndex={0}>
      <table className="plain-table ranking-table">
        <thead>
          <tr>
            {['rank', 'unit', 'total', 'grade', 'soFar', 'asItStands', 'marks'].map((column) => (
              <th key={column} scope="col">
                {t(`ranking.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, rank, tied, total, grade, soFar, asItStands, vetoes }) => (
            <tr key={unit.code}>
              <td className="number">{rank}</td>
              <th scope="row">{unitLink(unit.code, unit.name)}</th>
              <td className="number strong">{total === null ? '—' : pointsText(total)}</td>
              <td>{grade !== null && <GradeChip book={book} grade={grade} />}</td>
              <td className="number">
                {pointsText(soFar.points)} <span className="muted">/ {pointsText(soFar.outOf)}</span>
              </td>
              <td className="number">
                {pointsText(asItStands.points)}{' '}
                <span className="muted">/ {pointsText(asItStands.outOf)}</span>
              </td>
              <td className="marks">
                {tied === true && <span className="mark">{t('ranking.tied')}</span>}
                {vetoes.map((id) => {
                  const veto = book.vetoes.find((each) => each.id === id);
                  return (
                    <span key={id} className="mark is-veto">
                      {t('ranking.veto', { title: veto ? text(veto.title) : id })}
                    </span>
                  );
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
