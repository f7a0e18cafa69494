import { numberText, Rational } from '@heng/rules';
import type { IndicatorTrial } from '@heng/rules/compare';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { ShareBar } from '../../../ui/share-bar.js';
import '../../../ui/plain-table.css';
import { roundedText, shareText } from './figure-text.js';
import { SpreadBar } from './spread-bar.js';

type Sort = 'book' | 'atFull' | 'atZero' | 'pairsApart' | 'shareOfSpread';

/** What every indicator gives and whether it decides anything. */
export function IndicatorsTable({ indicators }: { readonly indicators: readonly IndicatorTrial[] }) {
  const { t } = useTranslation();
  const [sort, setSort] = useState<Sort>('book');
  const figure = ({ draft }: IndicatorTrial) => (sort === 'book' ? null : draft[sort]);
  const sorted =
    sort === 'book'
      ? indicators
      : [...indicators].sort((a, b) =>
          Rational.parse(figure(b) ?? '-1').compare(Rational.parse(figure(a) ?? '-1')),
        );
  const head = (column: Sort, label: string, numeric = true) => (
    <th
      scope="col"
      className={numeric ? 'number' : undefined}
      {...(sort === column && { 'aria-sort': column === 'book' ? 'ascending' : 'descending' })}
    >
      <button type="button" className="sort" onClick={() => setSort(column)}>
        {label}
        {sort === column && <span aria-hidden>{column === 'book' ? ' ▴' : ' ▾'}</span>}
      </button>
    </th>
  );
  return (
    <>
      <div className="table-scroll" role="region" aria-label={t('dryRun.view.indicators')} tabIndex={0}>
        <table className="plain-table trial-table">
          <thead>
            <tr>
              {head('book', t('dryRun.indicator.indicator'), false)}
              <th scope="col" className="number">
                {t('dryRun.indicator.full')}
              </th>
              <th scope="col" className="number">
                {t('dryRun.indicator.mean')}
              </th>
              <th scope="col">{t('dryRun.indicator.spread')}</th>
              {head('atFull', t('dryRun.indicator.atFull'))}
              {head('atZero', t('dryRun.indicator.atZero'))}
              <th scope="col" className="number">
                {t('dryRun.indicator.dead')}
              </th>
              {head('pairsApart', t('dryRun.indicator.pairsApart'))}
              {head('shareOfSpread', t('dryRun.indicator.shareOfSpread'))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((trial) => (
              <IndicatorRow key={trial.id} trial={trial} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">{t('dryRun.indicator.legend')}</p>
    </>
  );
}

function IndicatorRow({ trial }: { readonly trial: IndicatorTrial }) {
  const { t } = useTranslation();
  const text = useText();
  const { id, title, section, full, role, last, draft, lastYear } = trial;
  const { points, atFull, atZero, nobodyWon, nobodyLost, pairsApart, shareOfSpread } = draft;
  const dead = Rational.parse(nobodyWon ?? '0').plus(Rational.parse(nobodyLost ?? '0'));
  return (
    <tr>
      <th scope="row" className="is-wide">
        {text(title)} <small className="muted">{id}</small>
        {last === null && <span className="because"> {t('dryRun.because.new')}</span>}
        <br />
        <small className="muted">{text(section)}</small>
      </th>
      <td className="number">{full}</td>
      {points === null ? (
        <td colSpan={7} className="muted">
          {t(draft.units.waiting > 0 ? 'dryRun.indicator.waits' : 'dryRun.indicator.noFigure')}
        </td>
      ) : (
        <>
          <td className="number">
            {roundedText(points.mean)}
            {lastYear?.points && (
              <>
                <br />
                <small className="muted">
                  {t('dryRun.indicator.lastMean', { mean: roundedText(lastYear.points.mean) })}
                </small>
              </>
            )}
          </td>
          <td>
            <SpreadBar points={points} full={full} role={role} />
            <small className="muted">
              {t('dryRun.indicator.range', {
                least: roundedText(points.least),
                median: roundedText(points.median),
                greatest: roundedText(points.greatest),
              })}
            </small>
          </td>
          <ShareCell share={atFull} />
          <ShareCell share={atZero} />
          <td className="number">{dead.isZero() ? '' : numberText(dead.toText(), 2)}</td>
          <ShareCell share={pairsApart} />
          <td className="number">{shareText(shareOfSpread)}</td>
        </>
      )}
    </tr>
  );
}

function ShareCell({ share }: { readonly share: string | null }) {
  return (
    <td className="number share-cell">
      {shareText(share)}
      {share !== null && <ShareBar points={share} full="1" />}
    </td>
  );
}
