import type { Fact, RecordEntry } from '@heng/rules';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../platform/i18n.js';

type Props = {
  readonly fact: Extract<Fact, { kind: 'records' }>;
  readonly value: readonly RecordEntry[];
  readonly onChange: (value: RecordEntry[]) => void;
};

/** A list of awards, articles or cases. An empty list says that there were none, which is not the same as missing. */
export function RecordsEditor({ fact, value, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const options = (list: readonly { id: string; title: { zh: string; en: string } }[]) =>
    list.map(({ id, title }) => ({ value: id, label: text(title) }));
  const change = (index: number, part: Partial<RecordEntry>) =>
    onChange(value.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <div className="entries">
      {value.length === 0 && <p className="muted">{t('records.none')}</p>}
      {value.map((entry, index) => (
        <div key={index} className="entry-row">
          <Input
            aria-label={t('records.title')}
            placeholder={t('records.title')}
            value={entry.title}
            maxLength={200}
            onChange={(event) => change(index, { title: event.target.value })}
          />
          <Select
            aria-label={t('records.level')}
            value={entry.level}
            options={options(fact.levels)}
            onChange={(level) => change(index, { level })}
          />
          {fact.genres && (
            <Select
              aria-label={t('records.genre')}
              value={entry.genre ?? null}
              options={options(fact.genres)}
              onChange={(genre) => genre !== null && change(index, { genre })}
            />
          )}
          <Input
            aria-label={t('records.matter')}
            placeholder={t('records.matter')}
            value={entry.matter ?? ''}
            maxLength={200}
            onChange={(event) => {
              const { matter: _, ...rest } = entry;
              const matter = event.target.value;
              onChange(
                value.map((each, at) =>
                  at === index ? { ...rest, ...(matter !== '' && { matter }) } : each,
                ),
              );
            }}
          />
          <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Button
        type="dashed"
        onClick={() =>
          onChange([...value, { title: t('records.newTitle'), level: fact.levels[0]?.id ?? '' }])
        }
      >
        {t('records.add')}
      </Button>
    </div>
  );
}
