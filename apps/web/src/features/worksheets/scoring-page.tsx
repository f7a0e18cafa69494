import type { CycleResponse, WorksheetResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pointsText } from '../../platform/exact-text.js';
import { useLocale, useText } from '../../platform/i18n.js';
import { Choice } from '../../ui/choice.js';
import { cohortTitle } from '../../ui/cohort-title.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { StateBlock } from '../../ui/state-block.js';
import type { Side } from './autosave.js';
import { CellDetails } from './cell-details.js';
import { ConflictPanel } from './conflict-panel.js';
import { factText } from './fact-content.js';
import { placedFacts } from './fact-columns.js';
import type { GridRange } from './grid/grid-range.js';
import type { CellAddress } from './grid/grid-store.js';
import { ScoreGrid, type GridHandle } from './grid/score-grid.js';
import { ReasonBar } from './reason-bar.js';
import './scoring-page.css';
import { StatusBar } from './status-bar.js';
import { useOpenSheet, type SheetToOpen } from './use-open-sheet.js';
import { ValueDialog } from './lazy-value-dialog.js';
import { worksheetQuery } from './worksheet-queries.js';

export type ScoringSearch = {
  readonly columns?: 'mine' | 'all' | undefined;
  readonly side?: Side | undefined;
};

type Props = {
  readonly cycle: CycleResponse;
  readonly book: RuleBook;
  readonly search: ScoringSearch;
  readonly onSearch: (search: ScoringSearch) => void;
};

/** 打分: units by facts. What is shown is kept in the URL, so that the view can be sent as a link. */
export function ScoringPage({ cycle, book, search, onSearch }: Props) {
  const worksheet = useQuery(worksheetQuery(cycle.id));
  const { t } = useTranslation();
  return (
    <QueryFaces query={worksheet} loading={t('scoring.loading')}>
      {(data) =>
        data.units.length === 0 ? (
          <StateBlock kind="empty" title={t('scoring.noUnits')} />
        ) : (
          <Chosen book={book} worksheet={data} cycle={cycle} search={search} onSearch={onSearch} />
        )
      }
    </QueryFaces>
  );
}

function Chosen({
  cycle,
  book,
  worksheet,
  search,
  onSearch,
}: Props & { readonly worksheet: WorksheetResponse }) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const sides = (['verified', 'declared'] as const).filter((side) =>
    worksheet.enterable.some((each) => each.side === side),
  );
  const side = search.side ?? sides[0] ?? 'verified';
  const mine = new Set(worksheet.enterable.filter((each) => each.side === side).map(({ fact }) => fact));
  const columns = search.columns ?? (mine.size > 0 && mine.size < book.facts.length ? 'mine' : 'all');
  const all = useMemo(() => placedFacts(book, locale), [book, locale]);
  const enterableKey = [...mine].join(' ');
  const facts = useMemo(() => {
    const ids = new Set(enterableKey.split(' '));
    return columns === 'mine' ? all.filter(({ fact }) => ids.has(fact.id)) : all;
  }, [all, columns, enterableKey]);
  return (
    <div className="scoring">
      <div className="scoring-tools">
        <h1>{t('scoring.title')}</h1>
        <Choice<'mine' | 'all'>
          label={t('scoring.columns')}
          value={columns}
          onChange={(value) => onSearch({ ...search, columns: value })}
          options={[
            { value: 'mine', label: t('scoring.mine', { count: mine.size }), disabled: mine.size === 0 },
            { value: 'all', label: t('scoring.all', { count: book.facts.length }) },
          ]}
        />
        <Choice<Side>
          label={t('scoring.side')}
          value={side}
          onChange={(value) => onSearch({ ...search, side: value })}
          options={[
            { value: 'verified', label: t('scoring.verified') },
            { value: 'declared', label: t('scoring.declared') },
          ]}
        />
        {worksheet.lockedBecause && <span className="locked-note">{text(worksheet.lockedBecause)}</span>}
        <span className="muted scoring-keys">{t('scoring.keys')}</span>
      </div>
      {facts.length === 0 ? (
        <StateBlock kind="empty" title={t('scoring.noColumns')} />
      ) : (
        <Sheet
          key={`${side} ${columns} ${locale}`}
          cycleId={cycle.id}
          book={book}
          worksheet={worksheet}
          facts={facts}
          side={side}
        />
      )}
    </div>
  );
}

function Sheet({ cycleId, book, worksheet, facts, side }: SheetToOpen) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const { sheet, notice, run } = useOpenSheet({ cycleId, book, worksheet, facts, side, locale });
  const grid = useRef<GridHandle>(null);
  const [active, setActive] = useState<CellAddress>({ row: 0, column: 0 });
  const [range, setRange] = useState<GridRange>({ top: 0, bottom: 0, left: 0, right: 0 });
  const [opened, setOpened] = useState<CellAddress | null>(null);
  const [message, setMessage] = useState('');

  const { store } = sheet;
  const names = useMemo(() => worksheet.units.map(({ name }) => name), [worksheet]);
  const figures = useMemo(
    () =>
      run?.units.map(({ total, rank, tied, cohort, cohortSize }) => {
        const group = cohortTitle(book, cohort);
        return {
          total: pointsText(total),
          rank: `${rank}${tied ? '=' : ''} / ${cohortSize}`,
          group: group === null ? '' : locale === 'en' ? group.en : group.zh,
        };
      }) ?? null,
    [run, book, locale],
  );
  // The panel may come a moment after the cursor: keys never wait for it.
  const described = useDeferredValue(active);
  const unit = worksheet.units[described.row];
  const placed = facts[described.column];
  const openedFact = opened && facts[opened.column]?.fact;

  const lockReason = worksheet.lockedBecause ? text(worksheet.lockedBecause) : t('scoring.notYours');

  const nextProblem = () => {
    const found = store.problemCells();
    const next = found.find(
      ({ row, column }) => row > active.row || (row === active.row && column > active.column),
    );
    const target = next ?? found[0];
    if (target) grid.current?.focus(target);
  };

  return (
    <>
      <ReasonBar
        key={notice.waitingForReason === 0 ? 'none' : 'asked'}
        count={notice.waitingForReason}
        onReason={(reason) => sheet.autosave.giveReason(reason)}
      />
      <ConflictPanel
        conflicts={notice.conflicts}
        facts={facts}
        names={names}
        side={side}
        locale={locale}
        onSettle={(conflict, keep) => sheet.settle(conflict, keep)}
      />
      <div className="scoring-main">
        <div className="scoring-grid">
          <ScoreGrid
            store={store}
            names={names}
            figures={figures}
            label={t('scoring.title')}
            handle={grid}
            onActive={(cell, selected) => {
              setActive(cell);
              setRange(selected);
            }}
            onOpen={setOpened}
            onMessage={setMessage}
          />
        </div>
        {unit && placed && (
          <CellDetails
            book={book}
            unit={unit}
            placed={placed}
            cell={sheet.autosave.confirmed(unit.code, placed.fact.id)}
            problem={store.problem(described.row, described.column)}
            locked={store.columns[described.column]?.locked ? lockReason : null}
            run={run}
          />
        )}
      </div>
      <StatusBar
        store={store}
        range={range}
        failure={notice.failure}
        message={notice.refusal === '' ? message : notice.refusal}
        onNextProblem={nextProblem}
        onRetry={() => void sheet.autosave.flush()}
      />
      {opened && openedFact && (
        <ValueDialog
          fact={openedFact}
          unitName={names[opened.row] ?? ''}
          value={store.content(opened.row, opened.column).value}
          onCancel={() => {
            setOpened(null);
            grid.current?.focus(opened);
          }}
          onDone={(value) => {
            store.write([{ ...opened, to: { value, text: factText(openedFact, value, locale) } }]);
            setOpened(null);
            grid.current?.focus(opened);
          }}
        />
      )}
    </>
  );
}
