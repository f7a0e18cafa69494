import type { RuleBookDraftResponse } from '@heng/contracts';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { momentText } from '../../../platform/moment-text.js';
import { Button } from '../../../ui/button.js';
import { publishBlocks, reviewBlocks } from './blocks.js';
import type { CheckedDocument } from './checked-document.js';
import type { DraftStore } from './draft-store.js';
import { looseBook } from './loose-book.js';
import type { Place } from './place.js';
import { PublishDialog } from './publish-dialog.js';
import { ReviewDialog } from './review-dialog.js';
import { SaveStateLine } from './save-state.js';
import { SavesDialog } from './saves-dialog.js';

type Props = {
  readonly store: DraftStore;
  readonly checked: CheckedDocument;
  readonly readOnly: boolean;
  readonly mayReview: boolean;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly onPublished: () => void;
  readonly links: (draft: RuleBookDraftResponse) => ReactNode;
};

type Open = 'saves' | 'review' | 'publish' | null;

/** Name and state of the draft, and what can be done with the whole of it. */
export function WorkshopBar({ store, checked, readOnly, mayReview, place, onGo, onPublished, links }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const {
    document: draft,
    server,
    save,
    canUndo,
    canRedo,
  } = useSyncExternalStore(store.subscribe, store.snapshot);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const book = looseBook(draft);
  const { status, review, amends } = server;
  return (
    <header className="workshop-bar no-print">
      <div className="workshop-name">
        <h1>{text(book?.title ?? server.title)}</h1>
        <p className="muted">
          {book?.year ?? server.year} ·{' '}
          {t('rulebooks.version', { version: book?.version ?? server.bookVersion })} ·{' '}
          <strong className={`book-state is-${status}`}>{t(`rulebooks.status.${status}`)}</strong>
          {review !== null && status !== 'draft' && (
            <>
              {' '}
              {t('workshop.review.done', { by: review.by, at: momentText(review.at) })}
              {review.note !== null && <> {t('workshop.review.said', { note: review.note })}</>}
            </>
          )}{' '}
          · <SaveStateLine state={save} onRetry={() => void store.flush()} />
        </p>
        {amends !== null && (
          <p>{t('rulebooks.amended', { from: amends.effectiveFrom, reason: amends.reason })}</p>
        )}
      </div>
      <div className="workshop-acts" role="toolbar" aria-label={t('workshop.acts')}>
        {!readOnly && (
          <>
            <Button disabled={!canUndo} title={t('workshop.undoKeys')} onClick={() => store.undo()}>
              {t('workshop.undo')}
            </Button>
            <Button disabled={!canRedo} title={t('workshop.redoKeys')} onClick={() => store.redo()}>
              {t('workshop.redo')}
            </Button>
          </>
        )}
        <Button onClick={() => setOpen('saves')}>{t('workshop.saves.title')}</Button>
        <Button
          aria-pressed={place.kind === 'text'}
          onClick={() => onGo(place.kind === 'text' ? { kind: 'head' } : { kind: 'text' })}
        >
          {t('workshop.place.text')}
        </Button>
        <Button
          aria-pressed={place.kind === 'json'}
          onClick={() => onGo(place.kind === 'json' ? { kind: 'head' } : { kind: 'json' })}
        >
          {t('workshop.place.json')}
        </Button>
        {checked.book !== null && links(server)}
        {mayReview && status === 'draft' && (
          <Button onClick={() => setOpen('review')}>{t('workshop.review.title')}</Button>
        )}
        {!readOnly && (
          <Button look="primary" onClick={() => setOpen('publish')}>
            {t('workshop.publish.title')}
          </Button>
        )}
      </div>
      {open === 'saves' && (
        <SavesDialog
          id={server.id}
          document={draft}
          readOnly={readOnly}
          onReturn={(document) => {
            store.change(document);
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'review' && <ReviewDialog store={store} blocks={reviewBlocks(checked)} onClose={close} />}
      {open === 'publish' && (
        <PublishDialog
          store={store}
          book={checked.book}
          blocks={publishBlocks(checked, server, store.isUnsaved())}
          onPublished={onPublished}
          onClose={close}
        />
      )}
    </header>
  );
}
