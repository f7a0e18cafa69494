import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';

/** The last reason given in this session, offered again for the next change. */
let lastReason = '';

/** Changing a verified value needs a reason: asked beside the grid, so that typing can go on. */
export function ReasonBar({
  count,
  onReason,
}: {
  readonly count: number;
  readonly onReason: (reason: string) => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(lastReason);
  if (count === 0) return null;
  const give = () => {
    const given = reason.trim();
    if (given === '') return;
    lastReason = given;
    onReason(given);
  };
  return (
    <div className="reason-bar" role="group" aria-label={t('scoring.reason', { count })}>
      <label htmlFor="change-reason">{t('scoring.reason', { count })}</label>
      <input
        id="change-reason"
        value={reason}
        maxLength={500}
        placeholder={t('scoring.reasonPlaceholder')}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) give();
        }}
      />
      <Button look="primary" disabled={reason.trim() === ''} onClick={give}>
        {t('scoring.giveReason')}
      </Button>
    </div>
  );
}
