import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type SideTab = { readonly key: string; readonly title: string; readonly body: ReactNode };

/** The right pane: one of several things beside the form. Only the one that is open is there, so that the others load when asked for. */
export function SidePanel({ tabs }: { readonly tabs: readonly SideTab[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(tabs[0]?.key ?? '');
  const shown = tabs.find(({ key }) => key === open) ?? tabs[0];
  const step = (by: -1 | 1) => {
    const index = tabs.findIndex(({ key }) => key === shown?.key);
    const next = tabs[(index + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    setOpen(next.key);
    document.getElementById(`side-${next.key}`)?.focus();
  };
  return (
    <aside className="side-panel no-print" aria-label={t('workshop.side.title')}>
      <div role="tablist" aria-label={t('workshop.side.title')} className="side-tabs">
        {tabs.map(({ key, title }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`side-${key}`}
            aria-selected={key === shown?.key}
            aria-controls="side-body"
            tabIndex={key === shown?.key ? 0 : -1}
            onClick={() => setOpen(key)}
            onKeyDown={({ key: pressed }) => {
              if (pressed === 'ArrowRight') step(1);
              if (pressed === 'ArrowLeft') step(-1);
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="side-body" aria-labelledby={`side-${shown?.key ?? ''}`} tabIndex={0}>
        {shown?.body}
      </div>
    </aside>
  );
}
