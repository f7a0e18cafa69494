import { Rational } from '@heng/rules';
import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useSayError } from '../../platform/say-error.js';
import { Button } from '../../ui/button.js';
import { cellsOf, type GridRange } from './grid/grid-range.js';
import type { GridStore } from './grid/grid-store.js';

type Props = {
  readonly store: GridStore;
  readonly range: GridRange;
  readonly failure: unknown;
  readonly message: string;
  readonly onNextProblem: () => void;
  readonly onRetry: () => void;
};

/** Progress, problems, figures of the selection and whether everything is saved. */
export function StatusBar({ store, range, failure, message, onNextProblem, onRetry }: Props) {
  const { t } = useTranslation();
  const sayError = useSayError();
  useSyncExternalStore(store.subscribe, () => store.revision);
  const problems = store.problemCells().length;
  return (
    <footer className="status-bar">
      <span>{t('scoring.progress', progressOf(store))}</span>
      <Button small look="problem" disabled={problems === 0} onClick={onNextProblem}>
        {t('scoring.problems', { count: problems })}
      </Button>
      <span>{selectionText(store, range, t)}</span>
      <span className="status-message" role="status">
        {message}
      </span>
      <span className="status-save" role="status">
        {failure === null ? (
          saveText(store, t)
        ) : (
          <>
            {sayError(failure)}
            <Button small look="text" onClick={onRetry}>
              {t('scoring.retry')}
            </Button>
          </>
        )}
      </span>
    </footer>
  );
}

function saveText(store: GridStore, t: TFunction): string {
  const states = ['conflict', 'error', 'saving', 'dirty'] as const;
  const parts = states.flatMap((state) => {
    const count = store.count(state);
    return count > 0 ? [t(`scoring.state.${state}`, { count })] : [];
  });
  if (parts.length > 0) return parts.join(' · ');
  return t(store.count('saved') > 0 ? 'scoring.state.saved' : 'scoring.state.clean');
}

function progressOf(store: GridStore): { done: number; of: number } {
  const open = store.columns.flatMap(({ locked }, column) => (locked ? [] : [column]));
  let done = 0;
  for (let row = 0; row < store.rows; row += 1) {
    for (const column of open) if (store.content(row, column).text !== '') done += 1;
  }
  return { done, of: open.length * store.rows };
}

function selectionText(store: GridStore, range: GridRange, t: TFunction): string {
  const cells = cellsOf(range);
  if (cells.length < 2) return '';
  const numbers = cells.flatMap(({ row, column }) => {
    const { value } = store.content(row, column);
    return store.columns[column]?.numeric && typeof value === 'string' && store.problem(row, column) === null
      ? [Rational.parse(value)]
      : [];
  });
  if (numbers.length === 0) return t('scoring.selected', { count: cells.length });
  const sum = numbers.reduce((total, value) => total.plus(value), Rational.zero);
  const mean = sum.over(Rational.integer(numbers.length));
  return t('scoring.selection', {
    count: numbers.length,
    sum: pointsText(sum.toText()),
    mean: pointsText(mean.toText()),
  });
}
