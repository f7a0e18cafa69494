import type { Locale } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../platform/moment-text.js';
import { Button } from '../../ui/button.js';
import type { Side } from './autosave.js';
import { factText } from './fact-content.js';
import type { PlacedFact } from './fact-columns.js';
import type { Conflict } from './open-sheet.js';

type Props = {
  readonly conflicts: readonly Conflict[];
  readonly facts: readonly PlacedFact[];
  readonly names: readonly string[];
  readonly side: Side;
  readonly locale: Locale;
  readonly onSettle: (conflict: Conflict, keep: 'mine' | 'theirs') => void;
};

/** Someone else was first: mine and theirs side by side, never a silent overwrite. */
export function ConflictPanel({ conflicts, facts, names, side, locale, onSettle }: Props) {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts" aria-label={t('conflict.title', { count: conflicts.length })}>
      <h2>{t('conflict.title', { count: conflicts.length })}</h2>
      {conflicts.map((conflict) => {
        const { cell, current, base, mine } = conflict;
        const fact = facts[cell.column]?.fact;
        if (fact === undefined) return null;
        const title = locale === 'en' ? fact.title.en : fact.title.zh;
        return (
          <div key={`${cell.row}/${cell.column}`} className="conflict">
            <strong>
              {names[cell.row]} · {title}
            </strong>
            <span>{t('conflict.mine', { value: mine.text === '' ? t('grid.empty') : mine.text })}</span>
            <span>
              {t('conflict.theirs', {
                value: factText(fact, current[side], locale) || t('grid.empty'),
                who: current.changedBy ?? '',
                when: current.changedAt === null ? '' : momentText(current.changedAt),
              })}
            </span>
            <span>
              {t('conflict.base', { value: factText(fact, base[side], locale) || t('grid.empty') })}
            </span>
            <Button small onClick={() => onSettle(conflict, 'mine')}>
              {t('conflict.keepMine')}
            </Button>
            <Button small onClick={() => onSettle(conflict, 'theirs')}>
              {t('conflict.keepTheirs')}
            </Button>
          </div>
        );
      })}
    </section>
  );
}
