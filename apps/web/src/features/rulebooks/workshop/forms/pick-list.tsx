import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.js';
import { Field, type SelectOption } from './field.js';

type Props = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: readonly SelectOption<string>[];
  readonly onChange: (chosen: string[]) => void;
};

/** Several of many: the chosen ones with a way out each, and a field to add one. */
export function PickList({ label, chosen, options, onChange }: Props) {
  const { t } = useTranslation();
  const titles = new Map(options.map(({ value, label: title }) => [value, title]));
  const open = options.filter(({ value }) => !chosen.includes(value));
  return (
    <div className="field pick-list">
      {chosen.length > 0 && (
        <ul className="picked" aria-label={label}>
          {chosen.map((value) => (
            <li key={value}>
              {titles.get(value) ?? value}
              <Button
                small
                look="text"
                aria-label={t('workshop.rows.remove', { name: titles.get(value) ?? value })}
                onClick={() => onChange(chosen.filter((each) => each !== value))}
              >
                <span aria-hidden>×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field label={label}>
        {(ids) => (
          <select
            {...ids}
            className="text-input"
            value=""
            onChange={({ target }) => target.value !== '' && onChange([...chosen, target.value])}
          >
            <option value="">{t('workshop.rows.choose')}</option>
            {open.map(({ value, label: title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
