import type { WorksheetResponse } from '@heng/contracts';
import type { Locale, RuleBook } from '@heng/rules';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Side } from './autosave.js';
import type { PlacedFact } from './fact-columns.js';
import { OpenSheet } from './open-sheet.js';
import { saveCells, worksheetQuery } from './worksheet-queries.js';

/** A worksheet as the server gave it, and what is filled in on it. */
export type SheetToOpen = {
  readonly cycleId: string;
  readonly book: RuleBook;
  readonly worksheet: WorksheetResponse;
  readonly facts: readonly PlacedFact[];
  readonly side: Side;
};

/** Opens the sheet, sends what is left when the screen goes, and warns before a tab with unsaved edits closes. */
export function useOpenSheet({
  cycleId,
  book,
  worksheet,
  facts,
  side,
  locale,
}: SheetToOpen & { readonly locale: Locale }) {
  const queries = useQueryClient();
  const sheet = useMemo(
    () => new OpenSheet({ book, worksheet, facts, side, locale, save: saveCells(cycleId) }),
    [cycleId, book, worksheet, facts, side, locale],
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (sheet.autosave.unsaved > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      // The answer the sheet was opened with is older than what was saved: another view must start from a fresh one.
      void sheet.dispose().then((edited) => {
        if (edited) void queries.resetQueries(worksheetQuery(cycleId));
      });
    };
  }, [sheet, queries, cycleId]);
  return {
    sheet,
    notice: useSyncExternalStore(sheet.subscribe, sheet.notice),
    run: useSyncExternalStore(sheet.live.subscribe, sheet.live.current),
  };
}
