/**
 * Puts the focus on the field that a JSON pointer leads to, or on the nearest one around it.
 * @returns whether there was such a field; the heading has the focus otherwise
 */
export function focusPath(within: HTMLElement, path: string): boolean {
  const fields = [...within.querySelectorAll<HTMLElement>('[data-path]')];
  const nearest = fields
    .filter(({ dataset }) => path === dataset['path'] || path.startsWith(`${dataset['path'] ?? ''}/`))
    .sort((left, right) => (right.dataset['path'] ?? '').length - (left.dataset['path'] ?? '').length)[0];
  // Where the pointer stops at a thing of several fields, the first of them.
  const found = nearest ?? fields.find(({ dataset }) => dataset['path']?.startsWith(`${path}/`) === true);
  const target = found?.matches('input, select, textarea')
    ? found
    : found?.querySelector<HTMLElement>('input, select, textarea, button');
  const chosen = target ?? within.querySelector<HTMLElement>('h2');
  chosen?.focus();
  if (typeof chosen?.scrollIntoView === 'function') chosen.scrollIntoView({ block: 'center' });
  return target !== undefined && target !== null;
}

/** The same for a form that may still be loading. @returns what gives the waiting up */
export function focusPathWhenThere(within: HTMLElement, path: string): () => void {
  if (focusPath(within, path)) return () => undefined;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const observer = new MutationObserver(() => {
    if (focusPath(within, path)) stop();
  });
  const timer = setTimeout(stop, 3000);
  observer.observe(within, { childList: true, subtree: true });
  return stop;
}
