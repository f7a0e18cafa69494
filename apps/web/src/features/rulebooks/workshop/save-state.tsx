import { useTranslation } from 'react-i18next';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import type { SaveState } from './draft-store.js';

/** Whether what is on the screen is kept, and why not. */
export function SaveStateLine({
  state,
  onRetry,
}: {
  readonly state: SaveState;
  readonly onRetry: () => void;
}) {
  const { t } = useTranslation();
  const sayError = useSayError();
  return (
    <span role="status" className={`save-state is-${state.kind}`}>
      {state.kind === 'failed'
        ? t('workshop.save.failed', { reason: sayError(state.error) })
        : t(`workshop.save.${state.kind}`)}
      {state.kind === 'failed' && (
        <Button small look="text" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </span>
  );
}
