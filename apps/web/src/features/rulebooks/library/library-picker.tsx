import { clauseOf, indicatorsOf, type Fact, type Indicator, type RuleBook } from '@heng/rules';
import type { SurveyProblem } from '@heng/rules/books';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { QueryFaces } from '../../../ui/query-faces.js';
import '../../../ui/text-input.css';
import './library.css';
import { takenIndicator } from './taken-indicator.js';

type Props = {
  readonly book: RuleBook;
  /** @param facts those that have to come into the book with it */
  readonly onTake: (indicator: Indicator, facts: readonly Fact[]) => void;
};

const libraries = ['township', 'unitCommittee', 'village'] as const;
type Library = (typeof libraries)[number];

type Content = {
  readonly books: Readonly<Record<Library, RuleBook>>;
  readonly problems: ReadonlyMap<string, SurveyProblem>;
};

/** The indicators of the default rule books, with the clause of each and the problem it answers: taken one by one. */
export function LibraryPicker(props: Props) {
  const { t } = useTranslation();
  const content = useQuery({
    queryKey: ['indicator-library'],
    staleTime: Infinity,
    // The books are large: they come when the library is first opened.
    queryFn: async (): Promise<Content> => {
      const { defaultRuleBooks, surveyProblems } = await import('@heng/rules/books');
      return { books: defaultRuleBooks, problems: new Map(surveyProblems.map((each) => [each.id, each])) };
    },
  });
  return (
    <QueryFaces query={content} loading={t('library.loading')}>
      {(answer) => <Shelves {...props} content={answer} />}
    </QueryFaces>
  );
}

function Shelves({ book, onTake, content }: Props & { readonly content: Content }) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const [library, setLibrary] = useState<Library>('township');
  const [wanted, setWanted] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const source = content.books[library];
  const needle = plain(wanted);
  const shelves = useMemo(() => shelvesOf(source), [source]);
  const problemsOf = ({ answers = [] }: Indicator) =>
    answers.flatMap((each) => content.problems.get(each) ?? []);
  const fits = (indicator: Indicator) =>
    [
      indicator.id,
      indicator.title.zh,
      indicator.title.en,
      ...problemsOf(indicator).flatMap((each) => [each.id, each.problem.zh, each.problem.en, ...each.quotes]),
    ].some((each) => plain(each).includes(needle));
  const found = shelves
    .map((shelf) => ({ ...shelf, indicators: shelf.indicators.filter(fits) }))
    .filter(({ indicators }) => indicators.length > 0);
  const count = found.reduce((sum, { indicators }) => sum + indicators.length, 0);
  return (
    <div className="library">
      <p className="muted">{t('library.hint')}</p>
      <Choice
        label={t('library.book')}
        value={library}
        options={libraries.map((each) => ({ value: each, label: t(`library.books.${each}`) }))}
        onChange={setLibrary}
      />
      <div className="field">
        <label htmlFor={id}>{t('library.search')}</label>
        <input
          id={id}
          type="search"
          className="text-input"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      </div>
      <p role="status" className="muted">
        {told ?? (count === 0 ? t('library.none', { text: wanted }) : t('library.count', { count }))}
      </p>
      {found.map(({ title, indicators }) => (
        <section key={title.zh} aria-label={text(title)}>
          <h3>{text(title)}</h3>
          <ul className="library-list">
            {indicators.map((indicator) => (
              <Entry
                key={indicator.id}
                indicator={indicator}
                source={source}
                book={book}
                problems={problemsOf(indicator)}
                onTake={(taken, facts) => {
                  onTake(taken, facts);
                  setTold(t('library.taken', { title: text(taken.title) }));
                }}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type EntryProps = Props & {
  readonly indicator: Indicator;
  readonly source: RuleBook;
  readonly problems: readonly SurveyProblem[];
};

function Entry({ indicator, source, book, problems, onTake }: EntryProps) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const taken = isOpen ? takenIndicator(indicator, source, book) : null;
  const title = text(indicator.title);
  const hasIt = indicatorsOf(book).some(
    ({ indicator: own }) => own.library === (indicator.library ?? indicator.id),
  );
  return (
    <li>
      <div className="library-head">
        <span>
          <span className="muted">{indicator.id}</span> {title}{' '}
          <span className="muted">{t('library.points', { points: indicator.points })}</span>
        </span>
        <Button
          small
          aria-label={t('library.takeOne', { title })}
          onClick={() => {
            const now = takenIndicator(indicator, source, book);
            if (now.ok) onTake(now.indicator, now.facts);
            // Why not stands below.
            else setOpen(true);
          }}
        >
          {t('library.take')}
        </Button>
      </div>
      {hasIt && <p className="muted">{t('library.has')}</p>}
      {problems.map((each) => (
        <p key={each.id} className="library-problem">
          {t('library.problem', { id: each.id, problem: text(each.problem) })}
        </p>
      ))}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('library.preview')}</summary>
        {isOpen && (
          <>
            <p className="clause">{clauseOf(indicator, source, locale)}</p>
            {taken?.ok === true && taken.facts.length > 0 && (
              <p className="muted">
                {t('library.facts', {
                  facts: taken.facts.map((fact) => text(fact.title)).join(t('library.and')),
                })}
              </p>
            )}
            {taken?.ok === false && (
              <p className="form-error">
                {t('library.others', { names: taken.lacks.join(t('library.and')) })}
              </p>
            )}
          </>
        )}
      </details>
    </li>
  );
}

type Shelf = { readonly title: Indicator['title']; readonly indicators: readonly Indicator[] };

/** The indicators under the sections that they stand in. */
function shelvesOf(source: RuleBook): readonly Shelf[] {
  const shelves = new Map<string, { title: Indicator['title']; indicators: Indicator[] }>();
  for (const { indicator, sections } of indicatorsOf(source)) {
    const section = sections[sections.length - 1];
    if (section === undefined) continue;
    const shelf = shelves.get(section.id) ?? { title: section.title, indicators: [] };
    shelf.indicators.push(indicator);
    shelves.set(section.id, shelf);
  }
  return [...shelves.values()];
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
