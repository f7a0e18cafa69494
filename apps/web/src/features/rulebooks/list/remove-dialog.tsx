import type { RuleBookSummary } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../platform/call-api.js';
import { useText } from '../../../platform/i18n.js';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';

/** Asks before a draft is thrown away with its saves and comments. */
export function RemoveDialog({
  book,
  onClose,
}: {
  readonly book: RuleBookSummary;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => callApi(`/rulebooks/${book.id}`, { method: 'DELETE', version: book.version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={t('workshop.remove.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('workshop.remove.do')}
          </Button>
        </>
      }
    >
      <p>{t('workshop.remove.means', { title: text(book.title), version: book.bookVersion })}</p>
      {remove.isError && (
        <p role="alert" className="form-error">
          {sayError(remove.error)}
        </p>
      )}
    </Dialog>
  );
}
