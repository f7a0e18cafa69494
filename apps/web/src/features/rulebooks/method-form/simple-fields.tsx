import { percentText, type MeasureUnit } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { FieldFrame } from './field-frame.js';
import { useScene, type ChangePart } from './form-scene.js';
import { numberSense, unitOfPlace } from './number-sense.js';
import { isDecimal, typedDecimal } from './typed-decimal.js';

export type FieldProps = {
  readonly label: string;
  /** The place in the rule format, whose words the catalogue has. */
  readonly path: string;
  /** The JSON pointer below the indicator. */
  readonly at: string;
  readonly hint?: string | undefined;
  readonly value: unknown;
  readonly optional?: boolean;
  readonly onChange: ChangePart;
};

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A decimal as text, with its unit, and as a percentage where it is a share. */
export function DecimalField({ label, path, at, hint, value, optional = false, onChange }: FieldProps) {
  const { t } = useTranslation();
  const { unit } = useScene();
  const sense = numberSense(path, unit);
  const typed = shown(value);
  const percent =
    sense === 'share' && isDecimal(typed)
      ? t('methodForm.equals', { percent: percentText(typed) })
      : undefined;
  return (
    <FieldFrame
      label={useLabelWithUnit(label, unitOfPlace(path, unit))}
      at={at}
      hint={[percent ?? [], hint ?? []].flat().join('；') || undefined}
    >
      {(input) => (
        <input
          {...input}
          className="text-input number-input"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => {
            const next = typedDecimal(target.value, sense);
            onChange(optional && next === '' ? undefined : next);
          }}
        />
      )}
    </FieldFrame>
  );
}

function useLabelWithUnit(label: string, unit: MeasureUnit): string {
  const { t } = useTranslation();
  const text = useText();
  if (unit.kind === 'percent') return t('methodForm.labelled', { label, unit: t('methodForm.percentSign') });
  return unit.kind === 'unit' ? t('methodForm.labelled', { label, unit: text(unit.title) }) : label;
}

/** A whole number; what is no number leaves it as it was. */
export function IntegerField({ label, at, hint, value, optional = false, onChange }: FieldProps) {
  return (
    <FieldFrame label={label} at={at} hint={hint}>
      {(input) => (
        <input
          {...input}
          className="text-input number-input"
          inputMode="numeric"
          autoComplete="off"
          value={shown(value)}
          onChange={({ target }) => {
            const next = typedDecimal(target.value, 'plain');
            if (/^\d{1,6}$/.test(next)) onChange(Number.parseInt(next, 10));
            // Emptied: it is asked for again, unless it may be left out.
            else if (next === '') onChange(optional ? undefined : '');
          }}
        />
      )}
    </FieldFrame>
  );
}

export function DayField({ label, at, hint, value, optional = false, onChange }: FieldProps) {
  return (
    <FieldFrame label={label} at={at} hint={hint}>
      {(input) => (
        <input
          {...input}
          type="date"
          className="text-input"
          value={shown(value)}
          onChange={({ target }) => onChange(optional && target.value === '' ? undefined : target.value)}
        />
      )}
    </FieldFrame>
  );
}

/** What a flag means while nobody has said: the lower edge belongs to a band. */
const usually: Readonly<Record<string, boolean>> = { fromIncluded: true };

export function CheckField({ label, path, at, hint, value, optional = false, onChange }: FieldProps) {
  const usual = usually[path.split('/').pop() ?? ''] ?? false;
  return (
    <FieldFrame label={label} at={at} hint={hint} isCheck>
      {(input) => (
        <input
          {...input}
          type="checkbox"
          checked={typeof value === 'boolean' ? value : usual}
          onChange={({ target }) =>
            onChange(optional && target.checked === usual ? undefined : target.checked)
          }
        />
      )}
    </FieldFrame>
  );
}

/** A word that is there or not. */
export function FlagField({
  label,
  at,
  hint,
  value,
  word,
  onChange,
}: FieldProps & { readonly word: unknown }) {
  return (
    <FieldFrame label={label} at={at} hint={hint} isCheck>
      {(input) => (
        <input
          {...input}
          type="checkbox"
          checked={value === word}
          onChange={({ target }) => onChange(target.checked ? word : undefined)}
        />
      )}
    </FieldFrame>
  );
}

export type SelectChoice = { readonly value: string; readonly label: string };

export function SelectField({
  label,
  at,
  hint,
  value,
  choices,
  optional = false,
  onChange,
}: Omit<FieldProps, 'path'> & { readonly choices: readonly SelectChoice[] }) {
  const { t } = useTranslation();
  const current = shown(value);
  const isKnown = choices.some((choice) => choice.value === current);
  return (
    <FieldFrame label={label} at={at} hint={hint}>
      {(input) => (
        <select
          {...input}
          className="text-input"
          value={current}
          onChange={({ target }) =>
            onChange(target.value === '' ? (optional ? undefined : '') : target.value)
          }
        >
          {(optional || current === '') && (
            <option value="">{t(optional ? 'methodForm.unset' : 'methodForm.choose')}</option>
          )}
          {/* What the document says stays visible even when it names nothing. */}
          {!isKnown && current !== '' && (
            <option value={current}>{t('methodForm.lost', { id: current })}</option>
          )}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
