import type { Rounding } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { NumberField, SelectField } from './field.js';

type Props = {
  readonly label: string;
  readonly value: Rounding | null | undefined;
  readonly path?: string;
  /** The words for "no rounding of its own". */
  readonly none: string;
  readonly onChange: (value: Rounding | null) => void;
};

const modes = ['half-up', 'half-even', 'down', 'up'] as const;
const digits = ['0', '1', '2', '3', '4', '5', '6', 'step'] as const;

/** Whether and how a number is rounded. */
export function RoundingField({ label, value, path, none, onChange }: Props) {
  const { t } = useTranslation();
  const precision = value ? ('step' in value ? 'step' : `${value.digits}`) : '2';
  const withPrecision = (mode: Rounding['mode'], to: string, step = '1'): Rounding =>
    to === 'step' ? { mode, step } : { mode, digits: Number.parseInt(to, 10) };
  return (
    <>
      <SelectField<string>
        label={label}
        path={path}
        value={value?.mode ?? 'none'}
        options={[
          { value: 'none', label: none },
          ...modes.map((mode) => ({ value: mode, label: t(`workshop.rounding.${mode}`) })),
        ]}
        onChange={(mode) =>
          onChange(mode === 'none' ? null : withPrecision(mode as Rounding['mode'], precision))
        }
      />
      {value && (
        <SelectField<string>
          label={t('workshop.rounding.of', { label })}
          value={precision}
          options={digits.map((each) => ({
            value: each,
            label:
              each === 'step' ? t('workshop.rounding.step') : t('workshop.rounding.digits', { digits: each }),
          }))}
          onChange={(to) => onChange(withPrecision(value.mode, to))}
        />
      )}
      {value && 'step' in value && (
        <NumberField
          label={t('workshop.rounding.stepSize', { label })}
          value={value.step}
          onChange={(step) => onChange({ mode: value.mode, step })}
        />
      )}
    </>
  );
}
