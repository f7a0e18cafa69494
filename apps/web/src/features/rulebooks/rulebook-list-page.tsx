import type { RuleBookSummary } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../platform/i18n.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { StateBlock } from '../../ui/state-block.js';
import { ruleBooksQuery } from './rulebook-queries.js';

/** 规则书: all books the person may read. */
export function RuleBookListPage({
  link,
}: {
  readonly link: (book: RuleBookSummary, title: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const text = useText();
  const books = useQuery(ruleBooksQuery);
  return (
    <Page title={t('rulebooks.title')}>
      <QueryFaces query={books} loading={t('common.loading')}>
        {({ items }) =>
          items.length === 0 ? (
            <StateBlock kind="empty" title={t('rulebooks.none')} />
          ) : (
            <ul className="plain-list panel">
              {items.map((book) => (
                <li key={book.id}>
                  {link(book, text(book.title))}
                  <span className="muted">
                    {book.year} · {t('rulebooks.version', { version: book.bookVersion })} ·{' '}
                    {t(`rulebooks.status.${book.status}`)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryFaces>
    </Page>
  );
}
