import { RuleBookResponse } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../platform/api-error.js';
import { callApi } from '../../../platform/call-api.js';
import { useText } from '../../../platform/i18n.js';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { ruleBooksQuery } from '../rulebook-queries.js';

type Props = {
  readonly book: unknown;
  readonly disabled?: boolean;
  readonly onCreated: (id: string) => void;
};

/** Makes the draft; what the server does not accept is told with its places. */
export function CreateDraft({ book, disabled = false, onCreated }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => callApi('/rulebooks', { method: 'POST', body: { book }, answer: RuleBookResponse }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ruleBooksQuery.queryKey });
      onCreated(id);
    },
  });
  const problems = create.error instanceof ApiError ? create.error.problems : [];
  return (
    <>
      <Button look="primary" disabled={disabled || create.isPending} onClick={() => create.mutate()}>
        {t(create.isPending ? 'import.creating' : 'import.create')}
      </Button>
      {create.isError && (
        <div role="alert" className="form-error">
          <p>{sayError(create.error)}</p>
          <ul>
            {problems.slice(0, 20).map(({ path, code, message, fix }) => (
              <li key={`${path} ${code}`}>
                {path} {text(message)} {fix && text(fix)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
