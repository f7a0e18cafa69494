import type { RuleBook } from '@heng/rules';
import type { Group } from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';

/** A group by its published name, or by what makes it one. */
export function useGroupTitle(draft: RuleBook): (group: Pick<Group, 'id' | 'title'>) => string {
  const { t } = useTranslation();
  const text = useText();
  return ({ id, title }) => {
    if (title !== null) return text(title);
    if (draft.cohorts.by === 'all') return t('dryRun.group.all');
    return draft.cohorts.by === 'parent' && id !== 'other'
      ? t('dryRun.group.below', { unit: id })
      : t('dryRun.group.none');
  };
}
