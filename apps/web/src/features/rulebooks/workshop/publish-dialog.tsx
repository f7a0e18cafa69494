import type { RuleBook } from '@heng/rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Blocks, type Block } from './blocks.js';
import { publish } from './draft-requests.js';
import type { DraftStore } from './draft-store.js';

type Props = {
  readonly store: DraftStore;
  readonly book: RuleBook | null;
  readonly blocks: readonly Block[];
  readonly onPublished: () => void;
  readonly onClose: () => void;
};

/** 发布: what it means, what still stands in the way, and the act. */
export function PublishDialog({ store, book, blocks, onPublished, onClose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: async () => {
      await store.flush();
      const { server } = store.snapshot();
      return publish(server.id, server.version);
    },
    onSuccess: async ({ id, amends }) => {
      // Its state is another one now, and so is that of the book it replaces.
      for (const changed of [id, ...(amends ? [amends.id] : [])])
        queries.removeQueries({ queryKey: ['rulebook', changed] });
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      onPublished();
    },
  });
  return (
    <Dialog
      title={t('workshop.publish.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={blocks.length > 0 || act.isPending} onClick={() => act.mutate()}>
            {t('workshop.publish.do')}
          </Button>
        </>
      }
    >
      {book !== null && (
        <p>
          <strong>{text(book.title)}</strong> · {t('rulebooks.version', { version: book.version })} ·{' '}
          {t('rulebooks.effective', book.effective)}
        </p>
      )}
      <ul>
        <li>{t('workshop.publish.fixed')}</li>
        <li>{t('workshop.publish.seen')}</li>
        <li>{t('workshop.publish.later')}</li>
      </ul>
      <Blocks blocks={blocks} />
      {act.isError && (
        <p role="alert" className="form-error">
          {sayError(act.error)}
        </p>
      )}
    </Dialog>
  );
}
