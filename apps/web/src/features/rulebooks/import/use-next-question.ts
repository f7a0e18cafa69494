import { useEffect, type RefObject } from 'react';

/** Goes to the next open question behind the one that has the focus, from the last to the first. Also on the key `n` outside text fields. */
export function useNextQuestion(page: RefObject<HTMLElement | null>): () => void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      goToNext(page.current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [page]);
  return () => goToNext(page.current);
}

function goToNext(page: HTMLElement | null): void {
  const open = [...(page?.querySelectorAll<HTMLElement>('[data-open="true"]') ?? [])];
  const from = document.activeElement;
  const next =
    open.find(
      (each) =>
        from !== null &&
        !each.contains(from) &&
        (from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    ) ?? open[0];
  const field =
    next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input');
  field?.focus();
  if (typeof next?.scrollIntoView === 'function') next.scrollIntoView({ block: 'center' });
}

/** Radio buttons take no letters; everything else that is an input does. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
