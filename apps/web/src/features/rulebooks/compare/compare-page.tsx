import type { RuleBookResponse, RuleBookSummary } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { Page } from '../../../ui/page.js';
import { QueryFaces } from '../../../ui/query-faces.js';
import { StateBlock } from '../../../ui/state-block.js';
import '../../../ui/text-input.css';
import { ruleBookQuery, ruleBooksQuery } from '../rulebook-queries.js';
import { BookChanges, type TouchesFilter } from './book-changes.js';
import './compare.css';

/** What stands in the address. */
export type CompareSearch = {
  readonly with?: string | undefined;
  readonly only?: TouchesFilter | undefined;
};

type Props = {
  /** The later book. */
  readonly id: string;
  readonly search: CompareSearch;
  readonly onSearch: (search: CompareSearch) => void;
  readonly onSwap: (id: string, search: CompareSearch) => void;
  readonly links?: (book: RuleBookResponse) => ReactNode;
};

/** 新旧对照: two rule books, the one that the later amends unless another is chosen. */
export function ComparePage(props: Props) {
  const { t } = useTranslation();
  // A draft changes while its page is away.
  const after = useQuery({ ...ruleBookQuery(props.id), staleTime: 0 });
  return (
    <QueryFaces query={after} loading={t('common.loading')}>
      {(answer) => <WithLater {...props} after={answer} />}
    </QueryFaces>
  );
}

function WithLater({
  id,
  search,
  onSearch,
  onSwap,
  links,
  after,
}: Props & { readonly after: RuleBookResponse }) {
  const { t } = useTranslation();
  const text = useText();
  const books = useQuery(ruleBooksQuery);
  const other = search.with ?? after.amends?.id ?? '';
  return (
    <Page
      title={t('compare.title', { title: text(after.title) })}
      actions={
        <>
          {links?.(after)}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <div className="compare-choice no-print">
        <label>
          <span>{t('compare.with')}</span>
          <select
            className="text-input"
            value={other}
            onChange={(event) => onSearch({ ...search, with: event.target.value })}
          >
            {other === '' && <option value="">{t('compare.choose')}</option>}
            {books.data?.items
              .filter((book) => book.id !== id)
              .map((book) => (
                <option key={book.id} value={book.id}>
                  <BookName book={book} />
                </option>
              ))}
          </select>
        </label>
        {other !== '' && (
          <Button onClick={() => onSwap(other, { ...search, with: id })}>{t('compare.swap')}</Button>
        )}
      </div>
      {other === '' ? (
        <StateBlock kind="empty" title={t('compare.chooseFirst')} />
      ) : (
        <Both
          before={other}
          after={after}
          only={search.only ?? 'all'}
          onOnly={(only) => onSearch({ ...search, only })}
        />
      )}
    </Page>
  );
}

function BookName({
  book,
}: {
  readonly book: Pick<RuleBookSummary, 'title' | 'year' | 'bookVersion' | 'status'>;
}) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <>
      {text(book.title)} · {book.year} · {t('rulebooks.version', { version: book.bookVersion })} ·{' '}
      {t(`rulebooks.status.${book.status}`)}
    </>
  );
}

type BothProps = {
  readonly before: string;
  readonly after: RuleBookResponse;
  readonly only: TouchesFilter;
  readonly onOnly: (only: TouchesFilter) => void;
};

function Both({ before, after, only, onOnly }: BothProps) {
  const { t } = useTranslation();
  const other = useQuery({ ...ruleBookQuery(before), staleTime: 0 });
  return (
    <QueryFaces query={other} loading={t('common.loading')}>
      {(earlier) => (
        <>
          <dl className="compare-pair">
            <dt>{t('compare.before')}</dt>
            <dd>
              <BookName book={earlier} />
            </dd>
            <dt>{t('compare.after')}</dt>
            <dd>
              <BookName book={after} />
            </dd>
          </dl>
          <BookChanges before={earlier.book} after={after.book} only={only} onOnly={onOnly} />
        </>
      )}
    </QueryFaces>
  );
}
