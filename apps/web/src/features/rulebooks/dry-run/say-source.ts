import type { Source } from '@heng/rules/compare';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';

/** What a part of a total comes from, in words. */
export function useSaySource(): (source: Source) => string {
  const { t } = useTranslation();
  const text = useText();
  return (source) =>
    source.kind === 'indicator'
      ? text(source.title)
      : source.kind === 'section'
        ? t('dryRun.source.section', { title: text(source.title) })
        : t(`dryRun.source.${source.kind}`);
}
