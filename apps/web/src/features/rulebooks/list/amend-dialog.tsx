import { RuleBookDraftResponse, type AmendRuleBookRequest, type RuleBookSummary } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../../platform/call-api.js';
import { useText } from '../../../platform/i18n.js';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { DayField, TextField } from '../workshop/forms/field.js';

type Props = {
  readonly book: Pick<RuleBookSummary, 'id' | 'title'>;
  /** A version number that is free. */
  readonly version: string;
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
};

/** 修订: a new draft that is to replace a published book from a day on, with the reason. */
export function AmendDialog({ book, version, onCreated, onClose }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const queries = useQueryClient();
  const [fields, setFields] = useState<AmendRuleBookRequest>({
    bookVersion: version,
    effectiveFrom: '',
    reason: '',
  });
  const amend = useMutation({
    mutationFn: () =>
      callApi(`/rulebooks/${book.id}/amendments`, {
        method: 'POST',
        body: { ...fields, reason: fields.reason.trim() },
        answer: RuleBookDraftResponse,
      }),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['rulebooks'] });
      onCreated(answer.id);
    },
  });
  const isReady =
    /^\d+(\.\d+)*$/.test(fields.bookVersion) &&
    fields.effectiveFrom !== '' &&
    fields.reason.trim().length >= 5;
  return (
    <Dialog
      title={t('workshop.amend.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={!isReady || amend.isPending} onClick={() => amend.mutate()}>
            {t('workshop.amend.do')}
          </Button>
        </>
      }
    >
      <p>{t('workshop.amend.means', { title: text(book.title) })}</p>
      <div className="form-grid">
        <TextField
          label={t('workshop.amend.version')}
          value={fields.bookVersion}
          onChange={(bookVersion) => setFields({ ...fields, bookVersion: bookVersion.trim() })}
        />
        <DayField
          label={t('workshop.amend.from')}
          value={fields.effectiveFrom}
          onChange={(effectiveFrom) => setFields({ ...fields, effectiveFrom })}
        />
        <div className="is-whole">
          <TextField
            label={t('workshop.amend.reason')}
            hint={t('workshop.amend.reasonHint')}
            lines={3}
            value={fields.reason}
            onChange={(reason) => setFields({ ...fields, reason })}
          />
        </div>
      </div>
      {amend.isError && (
        <p role="alert" className="form-error">
          {sayError(amend.error)}
        </p>
      )}
    </Dialog>
  );
}
