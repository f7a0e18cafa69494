import { useId, type ReactNode } from 'react';
import '../../../../ui/text-input.css';
import './form.css';

type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly invalid?: boolean;
  /** Where in the document it stands, for jumping to it from the check. */
  readonly path?: string | undefined;
};
type ValueProps<T> = { readonly value: T; readonly onChange: (value: T) => void };

/** A label over a field, with a line of help under it. */
export function Field({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(hint === undefined ? { id } : { id, 'aria-describedby': `${id}-hint` })}
      {hint !== undefined && (
        <small id={`${id}-hint`} className="muted">
          {hint}
        </small>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  invalid,
  path,
  value,
  onChange,
  lines = 1,
}: FieldProps & ValueProps<string> & { readonly lines?: number }) {
  return (
    <Field label={label} hint={hint}>
      {(ids) =>
        lines > 1 ? (
          <textarea
            {...ids}
            className="text-input"
            rows={lines}
            value={value}
            aria-invalid={invalid === true}
            data-path={path}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <input
            {...ids}
            className="text-input"
            value={value}
            aria-invalid={invalid === true}
            data-path={path}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

/** A decimal as text; what an input method gives as full-width digits counts as digits. */
export function NumberField({ label, hint, path, value, onChange }: FieldProps & ValueProps<string>) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          className="text-input number-input"
          inputMode="decimal"
          value={value}
          aria-invalid={value !== '' && !/^-?\d{1,15}(\.\d{1,20})?$/.test(value)}
          data-path={path}
          onChange={({ target }) =>
            onChange(
              target.value
                .normalize('NFKC')
                .replace(/[\u3002]/g, '.')
                .trim(),
            )
          }
        />
      )}
    </Field>
  );
}

/** A decimal that may be left out. */
export function OptionalNumberField({
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  return (
    <NumberField
      {...field}
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}

/** A whole number; what is no number leaves it as it was. */
export function CountField({
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  return (
    <NumberField
      {...field}
      value={value === undefined ? '' : `${value}`}
      onChange={(next) => {
        if (next === '') onChange(undefined);
        else if (/^\d{1,6}$/.test(next)) onChange(Number.parseInt(next, 10));
      }}
    />
  );
}

export function DayField({ label, hint, path, value, onChange }: FieldProps & ValueProps<string>) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          className="text-input"
          value={value}
          data-path={path}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export type SelectOption<T extends string> = { readonly value: T; readonly label: string };

export function SelectField<T extends string>({
  label,
  hint,
  path,
  value,
  options,
  onChange,
}: FieldProps & ValueProps<T> & { readonly options: readonly SelectOption<T>[] }) {
  const known = options.some((option) => option.value === value);
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          className="text-input"
          value={value}
          data-path={path}
          onChange={({ target }) => onChange(target.value as T)} // one of the options, which are all T
        >
          {/* What the document says stays visible even when it names nothing. */}
          {!known && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, hint, path, value, onChange }: FieldProps & ValueProps<boolean>) {
  const id = useId();
  return (
    <div className="field is-check">
      <input
        id={id}
        type="checkbox"
        checked={value}
        data-path={path}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <small id={`${id}-hint`} className="muted">
          {hint}
        </small>
      )}
    </div>
  );
}
