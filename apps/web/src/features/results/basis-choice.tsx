import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.js';
import type { Basis } from './results-queries.js';

const bases = ['verified', 'declared', 'latest'] as const;

/** Which values are assessed: verified ones, declared ones, or the latest of both. */
export function BasisChoice({
  value,
  onChange,
}: {
  readonly value: Basis;
  readonly onChange: (basis: Basis) => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('ranking.basis')}
      value={value}
      onChange={onChange}
      options={bases.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
    />
  );
}
