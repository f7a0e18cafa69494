import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.js';

type Props<T> = {
  readonly name: string;
  readonly list: readonly T[];
  readonly index: number;
  readonly onChange: (list: T[]) => void;
  /** Absent: as few as none. */
  readonly least?: number;
};

/** Up, down and away for one entry of a list. */
export function RowActions<T>({ name, list, index, onChange, least = 0 }: Props<T>) {
  const { t } = useTranslation();
  const move = (by: -1 | 1) => {
    const next = [...list];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    onChange(next);
  };
  return (
    <div className="row-actions">
      <Button
        small
        disabled={index === 0}
        aria-label={t('workshop.rows.up', { name })}
        onClick={() => move(-1)}
      >
        <span aria-hidden>↑</span>
      </Button>
      <Button
        small
        disabled={index === list.length - 1}
        aria-label={t('workshop.rows.down', { name })}
        onClick={() => move(1)}
      >
        <span aria-hidden>↓</span>
      </Button>
      <Button
        small
        look="problem"
        disabled={list.length <= least}
        aria-label={t('workshop.rows.remove', { name })}
        onClick={() => onChange(list.filter((_, position) => position !== index))}
      >
        {t('common.remove')}
      </Button>
    </div>
  );
}
