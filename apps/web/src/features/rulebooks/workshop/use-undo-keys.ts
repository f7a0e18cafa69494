import { useEffect } from 'react';
import type { DraftStore } from './draft-store.js';

/**
 * Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) for the whole workshop. Fields of the book have no undoing of their own: what is typed into them is
 * in the book at once. Dialogs, the comments and the texts that are taken later keep the browser's.
 */
export function useUndoKeys(store: DraftStore, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const { target } = event;
      if (target instanceof Element && target.closest('[data-own-undo], dialog, [role=tabpanel]') !== null)
        return;
      const key = event.key.toLowerCase();
      const undo = key === 'z' && !event.shiftKey;
      const redo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!undo && !redo) return;
      event.preventDefault();
      if (undo) store.undo();
      else store.redo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, enabled]);
}
