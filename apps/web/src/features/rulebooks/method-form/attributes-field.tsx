import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { FieldFrame } from './field-frame.js';
import type { FieldProps } from './simple-fields.js';
import { namesIn } from './typed-names.js';

/** Lists of words by name: the attributes that units must have, with the values that count. */
export function AttributesField({ label, at, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const entries =
    typeof value === 'object' && value !== null ? Object.entries(value as Record<string, unknown>) : [];
  const change = (next: readonly (readonly [string, unknown])[]) =>
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  return (
    <fieldset className="part-group">
      <legend>{label}</legend>
      <ol className="rule-rows">
        {entries.map(([name, values], index) => (
          <li key={index} className="rule-row">
            <div
              role="group"
              aria-label={t('methodForm.rowOf', { label, number: index + 1 })}
              className="form-grid"
            >
              <FieldFrame label={t('methodForm.attribute')} at={`${at}/${name}`}>
                {(input) => (
                  <input
                    {...input}
                    className="text-input"
                    value={name}
                    onChange={({ target }) =>
                      change(entries.map((each, at) => (at === index ? [target.value.trim(), values] : each)))
                    }
                  />
                )}
              </FieldFrame>
              <FieldFrame label={t('methodForm.attributeValues')} at={`${at}/${name}`} shows="none">
                {(input) => (
                  <input
                    {...input}
                    className="text-input"
                    defaultValue={Array.isArray(values) ? values.join('、') : ''}
                    onChange={({ target }) =>
                      change(entries.map((each, at) => (at === index ? [name, namesIn(target.value)] : each)))
                    }
                  />
                )}
              </FieldFrame>
            </div>
            <div className="row-actions">
              <Button
                small
                look="text"
                aria-label={t('methodForm.removeRow', { label, number: index + 1 })}
                onClick={() => change(entries.filter((_, at) => at !== index))}
              >
                {t('methodForm.delete')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <Button small onClick={() => change([...entries, [`attribute${entries.length + 1}`, []]])}>
        {t('methodForm.addRow', { label })}
      </Button>
    </fieldset>
  );
}
