import type { CycleResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { ruleBookQuery, ruleBooksQuery } from '../rulebook-queries.js';
import { BurdenPanel } from './burden-panel.js';

type Props = {
  readonly draft: RuleBook;
  readonly amends: string | null;
  readonly cycle: CycleResponse | null;
};

/** The burden of the draft beside that of the book it amends, of last year's, or of any other. */
export function BurdenTab({ draft, amends, cycle }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const books = useQuery(ruleBooksQuery);
  const id = chosen ?? amends ?? cycle?.ruleBookId ?? '';
  const other = useQuery({ ...ruleBookQuery(id), enabled: id !== '' });
  const against = id === '' ? undefined : other.data?.book;
  return (
    <>
      <div className="trial-choices">
        <label>
          <span>{t('burden.compareWith')}</span>
          <select className="text-input" value={id} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('burden.compareNone')}</option>
            {books.data?.items.map((book) => (
              <option key={book.id} value={book.id}>
                {t('burden.book', { title: text(book.title), year: book.year, version: book.bookVersion })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {other.isError && <p className="form-error">{t('burden.unreadable')}</p>}
      <BurdenPanel
        book={draft}
        {...(against && { against })}
        {...(typeof cycle?.unitCount === 'number' && { assessed: cycle.unitCount })}
      />
    </>
  );
}
