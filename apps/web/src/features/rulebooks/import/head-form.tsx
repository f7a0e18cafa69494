import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import '../../../ui/text-input.css';
import { UnitType } from '@heng/contracts';
import type { Head } from './proposal.js';

type Props = { readonly head: Head; readonly onHead: (head: Head) => void };
export type HeadField = keyof Head;

const texts = ['title', 'issuer', 'year', 'id'] as const;
const fields: readonly HeadField[] = [...texts, 'unitTypes'];

/** What the file does not say for sure: title, issuer, year and the short name of the book. */
export function HeadForm({ head, onHead }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const wrong = wrongIn(head);
  return (
    <div className="import-head">
      {texts.map((field) => (
        <div key={field} className={`field is-${field}`}>
          <label htmlFor={`${id}-${field}`}>{t(`import.head.${field}`)}</label>
          <input
            id={`${id}-${field}`}
            className="text-input"
            value={head[field]}
            inputMode={field === 'year' ? 'numeric' : 'text'}
            aria-invalid={wrong.includes(field)}
            aria-describedby={wrong.includes(field) ? `${id}-${field}-wrong` : undefined}
            onChange={({ target }) => onHead({ ...head, [field]: target.value })}
          />
          {wrong.includes(field) && (
            <small id={`${id}-${field}-wrong`} className="form-error">
              {t(`import.head.wrong.${field}`)}
            </small>
          )}
        </div>
      ))}
      <fieldset className="field is-unitTypes">
        <legend>{t('import.head.unitTypes')}</legend>
        {UnitType.options.map((type) => (
          <label key={type}>
            <input
              type="checkbox"
              checked={head.unitTypes.includes(type)}
              onChange={({ target }) =>
                onHead({
                  ...head,
                  unitTypes: UnitType.options.filter((each) =>
                    each === type ? target.checked : head.unitTypes.includes(each),
                  ),
                })
              }
            />{' '}
            {t(`unitType.${type}`)}
          </label>
        ))}
        {wrong.includes('unitTypes') && (
          <small className="form-error">{t('import.head.wrong.unitTypes')}</small>
        )}
      </fieldset>
    </div>
  );
}

/** Fields of the head that no rule book could have. */
export function wrongIn({ title, issuer, year, id, unitTypes }: Head): HeadField[] {
  const isRight: Readonly<Record<HeadField, boolean>> = {
    title: title.trim() !== '' && title.length <= 200,
    issuer: issuer.trim() !== '' && issuer.length <= 200,
    year: /^20\d\d$/.test(year),
    unitTypes: unitTypes.length > 0,
    id: /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(id),
  };
  return fields.filter((field) => !isRight[field]);
}
