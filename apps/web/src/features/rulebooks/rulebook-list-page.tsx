import { allows, type RuleBookSummary } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../platform/i18n.js';
import { momentText } from '../../platform/moment-text.js';
import { useSession } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { StateBlock } from '../../ui/state-block.js';
import { AmendDialog } from './list/amend-dialog.js';
import { groupsOf, nextVersion, type Source } from './list/book-sources.js';
import { NewBookDialog } from './list/new-book-dialog.js';
import { RemoveDialog } from './list/remove-dialog.js';
import { ruleBooksQuery } from './rulebook-queries.js';
import './rulebook-list-page.css';

export type RuleBookLinks = {
  readonly reading: (id: string, words: string) => ReactNode;
  readonly workshop: (id: string, words: string) => ReactNode;
  readonly importing: (words: string) => ReactNode;
  /** An amendment beside the book that it amends. */
  readonly comparing?: (id: string, amended: string, words: string) => ReactNode;
};

type Props = { readonly links: RuleBookLinks; readonly onCreated: (id: string) => void };

type Open =
  | { readonly kind: 'new'; readonly source: Source }
  | { readonly kind: 'amend' | 'remove'; readonly book: RuleBookSummary };

/** 规则书: all books the person may read, those in work first, and what can be done with each. */
export function RuleBookListPage({ links, onCreated }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const books = useQuery(ruleBooksQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const mayManage = session.appointments.some(({ role }) =>
    allows({ role, relation: 'own' }, 'rulebook.manage', null),
  );
  return (
    <Page
      title={t('rulebooks.title')}
      actions={
        mayManage && (
          <>
            {links.importing(t('workshop.list.import'))}
            <Button look="primary" onClick={() => setOpen({ kind: 'new', source: 'blank' })}>
              {t('workshop.list.new')}
            </Button>
          </>
        )
      }
    >
      <QueryFaces query={books} loading={t('common.loading')}>
        {({ items }) => {
          const groups = groupsOf(items);
          return (
            <>
              {items.length === 0 && <StateBlock kind="empty" title={t('rulebooks.none')} />}
              {(['inWork', 'inForce', 'replaced'] as const).map((group) =>
                groups[group].length === 0 ? null : (
                  <section key={group} className="panel" aria-labelledby={`books-${group}`}>
                    <h2 id={`books-${group}`}>
                      {t(`workshop.list.${group}`)} <span className="muted">{groups[group].length}</span>
                    </h2>
                    <ul className="plain-list book-list">
                      {groups[group].map((book) => (
                        <BookLine
                          key={book.id}
                          book={book}
                          links={links}
                          mayManage={mayManage}
                          onOpen={setOpen}
                        />
                      ))}
                    </ul>
                  </section>
                ),
              )}
              {open?.kind === 'new' && (
                <NewBookDialog books={items} start={open.source} onCreated={onCreated} onClose={close} />
              )}
              {open?.kind === 'amend' && (
                <AmendDialog
                  book={open.book}
                  version={nextVersion(open.book, items)}
                  onCreated={onCreated}
                  onClose={close}
                />
              )}
              {open?.kind === 'remove' && <RemoveDialog book={open.book} onClose={close} />}
            </>
          );
        }}
      </QueryFaces>
    </Page>
  );
}

function BookLine({
  book,
  links,
  mayManage,
  onOpen,
}: {
  readonly book: RuleBookSummary;
  readonly links: RuleBookLinks;
  readonly mayManage: boolean;
  readonly onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const { id, year, bookVersion, status, changedBy, changedAt, amends, supersededBy, key } = book;
  const title = text(book.title);
  const inWork = status !== 'published';
  return (
    <li>
      <div className="book-line">
        {inWork ? links.workshop(id, title) : links.reading(id, title)}
        <p className="muted">
          {year} · {t('rulebooks.version', { version: bookVersion })} · {t(`rulebooks.status.${status}`)} ·{' '}
          {key} · {t('workshop.list.changed', { by: changedBy, at: momentText(changedAt) })}
        </p>
        {amends !== null && (
          <p className="muted">
            {t('rulebooks.amended', { from: amends.effectiveFrom, reason: amends.reason })}{' '}
            {links.comparing?.(id, amends.id, t('rulebooks.compareAmended'))}
          </p>
        )}
      </div>
      {mayManage && (
        <div className="book-acts">
          {inWork ? (
            <Button
              small
              look="problem"
              aria-label={t('workshop.list.removeThis', { title })}
              onClick={() => onOpen({ kind: 'remove', book })}
            >
              {t('workshop.list.remove')}
            </Button>
          ) : (
            <>
              <Button
                small
                aria-label={t('workshop.list.copyThis', { title })}
                onClick={() => onOpen({ kind: 'new', source: `book ${id}` })}
              >
                {t('workshop.list.copy')}
              </Button>
              {supersededBy === null && (
                <Button
                  small
                  aria-label={t('workshop.list.amendThis', { title })}
                  onClick={() => onOpen({ kind: 'amend', book })}
                >
                  {t('workshop.list.amend')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </li>
  );
}
