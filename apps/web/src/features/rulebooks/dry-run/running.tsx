import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';

/** A dry run under way: for how many units, since when, and the way to end it. */
export function Running({ units, onCancel }: { readonly units: number; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((so) => so + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="panel trial-running" role="status">
      <progress aria-label={t('dryRun.running.title')} />
      <span>{t('dryRun.running.units', { count: units })}</span>
      {seconds > 0 && <span className="muted">{t('dryRun.running.seconds', { count: seconds })}</span>}
      <Button onClick={onCancel}>{t('dryRun.running.cancel')}</Button>
    </div>
  );
}
