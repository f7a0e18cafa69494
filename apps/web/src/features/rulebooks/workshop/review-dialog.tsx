import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { review } from './draft-requests.js';
import type { DraftStore } from './draft-store.js';
import { TextField } from './forms/field.js';
import { Blocks, type Block } from './blocks.js';

type Props = {
  readonly store: DraftStore;
  readonly blocks: readonly Block[];
  readonly onClose: () => void;
};

/** 审核通过: somebody has read it and found nothing that must change first. */
export function ReviewDialog({ store, blocks, onClose }: Props) {
  const { t } = useTranslation();
  const sayError = useSayError();
  const [note, setNote] = useState('');
  const act = useMutation({
    mutationFn: async () => {
      await store.flush();
      const { server } = store.snapshot();
      return review(server.id, server.version, note.trim() === '' ? {} : { note: note.trim() });
    },
    onSuccess: (answer) => {
      store.adopt(answer);
      onClose();
    },
  });
  return (
    <Dialog
      title={t('workshop.review.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={blocks.length > 0 || act.isPending} onClick={() => act.mutate()}>
            {t('workshop.review.do')}
          </Button>
        </>
      }
    >
      <p>{t('workshop.review.means')}</p>
      <Blocks blocks={blocks} />
      <TextField label={t('workshop.review.note')} value={note} lines={3} onChange={setNote} />
      {act.isError && (
        <p role="alert" className="form-error">
          {sayError(act.error)}
        </p>
      )}
    </Dialog>
  );
}
