import type { DryRun, UnitMove } from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { figureText, signedText } from './figure-text.js';
import { useSaySource } from './say-source.js';
import { keyOf } from './trial-csv.js';

/** Every part of one unit's move. What rounding to four decimals hides stands in the title of the cell, exactly. */
export function ContributionsTable({
  move: { name, by, againstGroup, contributions },
  scale,
}: {
  readonly move: UnitMove;
  readonly scale: DryRun['scale'];
}) {
  const { t } = useTranslation();
  const saySource = useSaySource();
  return (
    <table className="contributions">
      <caption className="unseen">{t('dryRun.parts.title', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('dryRun.parts.source')}</th>
          <th scope="col">{t('dryRun.parts.because')}</th>
          {(['before', 'after', 'by', 'againstGroup'] as const).map((column) => (
            <th key={column} scope="col" className="number">
              {t(`dryRun.parts.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {contributions.map((each) => (
          <tr key={keyOf(each.source)}>
            <th scope="row">{saySource(each.source)}</th>
            <td>
              <span className={`because is-${each.because}`}>{t(`dryRun.because.${each.because}`)}</span>
            </td>
            <td className="number" title={each.before}>
              {figureText(each.before, scale)}
            </td>
            <td className="number" title={each.after}>
              {figureText(each.after, scale)}
            </td>
            <td className="number" title={each.by}>
              {signedText(each.by, scale)}
            </td>
            <td className="number" title={each.againstGroup}>
              {signedText(each.againstGroup, scale)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t('dryRun.parts.sum')}
          </th>
          <td className="number" title={by}>
            {signedText(by, scale)}
          </td>
          <td className="number" title={againstGroup}>
            {signedText(againstGroup, scale)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
