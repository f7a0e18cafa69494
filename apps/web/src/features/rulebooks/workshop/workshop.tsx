import { allows, type Action, type RuleBookDraftResponse } from '@heng/contracts';
import { applyEdits, type RuleBook } from '@heng/rules';
import { useQueryClient } from '@tanstack/react-query';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { useSession } from '../../../platform/session.js';
import { CheckPanel } from './check/check-panel.js';
import { countFindings } from './check/count-findings.js';
import { checkDocument, type Finding } from './checked-document.js';
import { useCommentCounts } from '../comments/use-comment-counts.js';
import { CommentsTab } from './comments-tab.js';
import { ConflictDialog } from './conflict-dialog.js';
import type { DraftStore } from './draft-store.js';
import { FormBoundary } from './form-boundary.js';
import { indicatorOf, sectionOf } from './edit-tree.js';
import { focusPathWhenThere } from './focus-path.js';
import { looseBook } from './loose-book.js';
import { OutlinePane } from './outline/outline-pane.js';
import { placeAt, placeText, readPlace, type Place } from './place.js';
import { PlaceForm, WholeText } from './place-form.js';
import { SidePanel } from './side-panel.js';
import { TrialTab } from './trial-tab.js';
import { useUndoKeys } from './use-undo-keys.js';
import { WorkshopBar } from './workshop-bar.js';
import './workshop.css';

type Props = {
  readonly store: DraftStore;
  /** The place as the address has it. */
  readonly at: string | undefined;
  readonly onAt: (at: string) => void;
  readonly onPublished: () => void;
  /** To the pages that show the book as it is saved: to read and print it, to try it out, to compare it. */
  readonly links: (draft: RuleBookDraftResponse) => ReactNode;
};

/** 规则书工作室: outline, form of the chosen line, and what is wrong or said about it. */
export function Workshop({ store, at, onAt, onPublished, links }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const { document: draft, server, save } = useSyncExternalStore(store.subscribe, store.snapshot);
  const may = (action: Action) =>
    session.appointments.some(({ role }) => allows({ role, relation: 'own' }, action, null));
  const readOnly = server.status === 'published' || !may('rulebook.manage');
  const place = readPlace(at);
  const book = useMemo(() => looseBook(draft), [draft]);
  const deferred = useDeferredValue(draft);
  const checked = useMemo(() => checkDocument(deferred), [deferred]);
  const counts = useMemo(
    () => (book === null ? new Map<string, number>() : countFindings(book, checked.findings)),
    [book, checked],
  );
  const middle = useRef<HTMLDivElement>(null);
  const [aim, setAim] = useState<{ readonly path: string } | null>(null);
  const openComments = [...useCommentCounts(server.id).values()].reduce((sum, count) => sum + count, 0);
  useUndoKeys(store, !readOnly);
  useForgetReadings(server.id, server.version);

  const go = useCallback((next: Place) => onAt(placeText(next)), [onAt]);
  const edit = (next: RuleBook, field: string | null) => {
    if (!readOnly) store.change(next, field);
  };
  const goTo = useCallback(
    ({ path }: Finding) => {
      if (book === null) return;
      go(placeAt(book, path));
      setAim({ path });
    },
    [book, go],
  );
  useEffect(() => {
    // After the form of the place is there.
    return aim !== null && middle.current !== null ? focusPathWhenThere(middle.current, aim.path) : undefined;
  }, [aim, at]);
  useFindingKeys(checked.findings, goTo);

  return (
    <div className="workshop">
      <WorkshopBar
        store={store}
        checked={checked}
        readOnly={readOnly}
        mayReview={may('rulebook.review')}
        place={place}
        onGo={go}
        onPublished={onPublished}
        links={links}
      />
      {readOnly && (
        <p className="muted no-print">
          {t(server.status === 'published' ? 'workshop.published' : 'workshop.readOnly')}
        </p>
      )}
      <div className={place.kind === 'text' ? 'workshop-panes is-text' : 'workshop-panes'}>
        {book !== null && (
          <div className="workshop-outline no-print">
            <OutlinePane
              book={book}
              place={place}
              counts={counts}
              readOnly={readOnly}
              edit={edit}
              onGo={go}
            />
          </div>
        )}
        <div ref={middle} className="workshop-middle">
          {book === null ? (
            <>
              <h2 tabIndex={-1}>{t('workshop.place.json')}</h2>
              <p>{t('workshop.shapeless')}</p>
              <WholeText document={draft} onDocument={(next) => store.change(next)} />
            </>
          ) : (
            <>
              <h2 tabIndex={-1}>
                <PlaceTitle book={book} place={place} />
              </h2>
              <fieldset className="workshop-form" disabled={readOnly && !browsed.has(place.kind)}>
                <legend className="unseen">{t('workshop.form')}</legend>
                <FormBoundary
                  of={draft}
                  fallback={
                    <>
                      <p role="alert">{t('workshop.undrawable')}</p>
                      <WholeText document={draft} onDocument={(next) => store.change(next)} />
                    </>
                  }
                >
                  <PlaceForm
                    key={placeText(place)}
                    place={place}
                    book={book}
                    checked={checked}
                    edit={edit}
                    onGo={go}
                    onDocument={(next) => store.change(next)}
                    readOnly={readOnly}
                  />
                </FormBoundary>
              </fieldset>
            </>
          )}
        </div>
        <SidePanel
          tabs={[
            {
              key: 'check',
              title: t('workshop.side.check', { count: checked.findings.length }),
              body: (
                <CheckPanel
                  document={deferred}
                  book={looseBook(deferred)}
                  findings={checked.findings}
                  isOld={deferred !== draft}
                  readOnly={readOnly}
                  onGo={goTo}
                  // The edits belong to the document that was checked; a keystroke later they are offered anew.
                  onFix={({ edits }) => deferred === draft && store.change(applyEdits(draft, edits))}
                />
              ),
            },
            {
              key: 'comments',
              title:
                openComments === 0
                  ? t('workshop.side.comments')
                  : t('workshop.side.openComments', { count: openComments }),
              body: (
                <CommentsTab
                  bookId={server.id}
                  book={book}
                  place={place}
                  readOnly={server.status === 'published' || !may('rulebook.discuss')}
                  onGo={go}
                />
              ),
            },
            {
              key: 'trial',
              title: t('workshop.side.trial'),
              body: <TrialTab book={book} place={place} amends={server.amends?.id ?? null} />,
            },
          ]}
        />
      </div>
      {save.kind === 'conflict' && (
        <ConflictDialog
          mine={draft}
          theirs={save.theirs}
          onMine={() => void store.keepMine()}
          onTheirs={() => store.takeTheirs()}
        />
      )}
    </div>
  );
}

/** Places with something to walk through, which say for themselves what cannot be changed. */
const browsed: ReadonlySet<Place['kind']> = new Set(['text', 'facts', 'fact']);

function PlaceTitle({ book, place }: { readonly book: RuleBook; readonly place: Place }) {
  const { t } = useTranslation();
  const text = useText();
  const title =
    place.kind === 'section'
      ? sectionOf(book, place.id)?.title
      : place.kind === 'indicator'
        ? indicatorOf(book, place.id)?.title
        : undefined;
  if (title === undefined) return <>{t(`workshop.place.${place.kind}`)}</>;
  return (
    <>
      <span className="muted">{'id' in place ? place.id : ''}</span> {text(title)}
    </>
  );
}

/** What other pages keep of this book is old as soon as it is saved. */
function useForgetReadings(id: string, version: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    queries.removeQueries({ queryKey: ['rulebook', id] });
    void queries.invalidateQueries({ queryKey: ['rulebooks'] });
  }, [queries, id, version]);
}

/** F8 and Shift+F8 walk through what the check found, as in a compiler. */
function useFindingKeys(findings: readonly Finding[], onGo: (finding: Finding) => void): void {
  const index = useRef(-1);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || findings.length === 0) return;
      event.preventDefault();
      index.current = (index.current + (event.shiftKey ? -1 : 1) + findings.length) % findings.length;
      const finding = findings[index.current] ?? findings[0];
      if (finding) onGo(finding);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [findings, onGo]);
}
