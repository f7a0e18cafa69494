import type { WorkbookFinding } from '@heng/contracts';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import '../../../ui/plain-table.css';

/** What keeps a workbook from being a rule book, or should be looked at: each with its cell, the reason and the remedy. */
export function WorkbookFindings({ findings }: { readonly findings: readonly WorkbookFinding[] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="table-scroll" role="region" aria-label={t('import.findings.title')} tabIndex={0}>
      <table className="plain-table findings-table">
        <thead>
          <tr>
            {(['severity', 'sheet', 'row', 'column', 'cell', 'reason', 'fix'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`import.findings.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {findings.map(({ severity, code, place, cell, message, fix }, index) => (
            <tr key={`${code} ${index}`}>
              <td>
                <span className={`finding is-${severity}`}>{t(`rulebooks.severity.${severity}`)}</span>
              </td>
              <td>{place.sheet ?? '–'}</td>
              <td className="number">{place.row ?? '–'}</td>
              <td>{place.heading ?? place.column ?? '–'}</td>
              <td>{cell ?? '–'}</td>
              <td className="is-wide">{text(message)}</td>
              <td className="is-wide">{text(fix)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
