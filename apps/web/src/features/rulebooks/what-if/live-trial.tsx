import { compile, numberText, parseRuleBook, type AssessedUnit, type RuleBook } from '@heng/rules';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../../../ui/plain-table.css';
import './what-if.css';

type Props = {
  readonly book: RuleBook;
  /** A few real units with last year's facts. */
  readonly units: readonly AssessedUnit[];
  /** All units that those are compared with; absent: only each other. */
  readonly among?: readonly AssessedUnit[];
  /** Besides the totals, the points on this indicator. */
  readonly indicator?: string | undefined;
};

type Row = {
  readonly code: string;
  readonly name: string;
  readonly points: string | null;
  readonly total: string;
  readonly rank: number | null;
};

/** Real units, scored while the rule is being typed. While the book is no rule book the last result stays, and says so. */
export function LiveTrial({ book, units, among, indicator }: Props) {
  const { t } = useTranslation();
  const latest = useDeferredValue(book);
  const rows = useMemo(
    () => scored(latest, units, among ?? units, indicator),
    [latest, units, among, indicator],
  );
  const [last, setLast] = useState<readonly Row[] | null>(null);
  // Kept for the time in which the book is unfinished again.
  if (rows !== null && rows !== last) setLast(rows);
  const shown = rows ?? last;
  if (units.length === 0) return null;
  if (shown === null) return <p className="muted">{t('whatIf.bookUnfinished')}</p>;
  return (
    <div className={rows === null ? 'live-trial is-old' : 'live-trial'}>
      {rows === null && (
        <p role="status" className="muted">
          {t('whatIf.lastResult')}
        </p>
      )}
      <table className="plain-table">
        <caption>{t('whatIf.liveTrial')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatIf.unit')}</th>
            {indicator !== undefined && <th scope="col">{t('whatIf.here')}</th>}
            <th scope="col">{t('whatIf.total')}</th>
            <th scope="col">{t('whatIf.rank')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ code, name, points, total, rank }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {indicator !== undefined && (
                <td>{points === null ? t('whatIf.noPoints') : numberText(points, 2)}</td>
              )}
              <td>{numberText(total, 2)}</td>
              <td>{rank ?? t('whatIf.noPoints')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function scored(
  book: RuleBook,
  units: readonly AssessedUnit[],
  among: readonly AssessedUnit[],
  indicator: string | undefined,
): readonly Row[] | null {
  const parsed = parseRuleBook(book);
  if (!parsed.ok) return null;
  const results = new Map(
    compile(parsed.book)
      .assess(among, { basis: 'latest' })
      .units.map((unit) => [unit.code, unit]),
  );
  return units.flatMap(({ code, name }) => {
    const found = results.get(code);
    if (found === undefined) return [];
    const points = found.indicators.find(({ id }) => id === indicator)?.points ?? null;
    return [{ code, name, points, total: found.total, rank: found.rank }];
  });
}
