import type { Text } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { TextField } from './field.js';

type Props = {
  readonly label: string;
  readonly value: Text;
  readonly path?: string;
  readonly lines?: number;
  readonly onChange: (value: Text) => void;
};

/** A text in both languages. As long as nobody has written the English, it repeats the Chinese, so that nobody has to. */
export function TextPairField({ label, value, path, lines = 1, onChange }: Props) {
  const { t } = useTranslation();
  const mirrored = value.en === value.zh || value.en === '';
  return (
    <div className="field-pair">
      <TextField
        label={label}
        value={value.zh}
        lines={lines}
        path={path && `${path}/zh`}
        invalid={value.zh === ''}
        onChange={(zh) => onChange({ zh, en: mirrored ? zh : value.en })}
      />
      <TextField
        label={t('workshop.inEnglish', { label })}
        value={mirrored ? '' : value.en}
        lines={lines}
        path={path && `${path}/en`}
        onChange={(en) => onChange({ zh: value.zh, en: en === '' ? value.zh : en })}
      />
    </div>
  );
}

/** A text that may be left out. */
export function OptionalTextPairField({
  value,
  onChange,
  ...field
}: Omit<Props, 'value' | 'onChange'> & {
  readonly value: Text | undefined;
  readonly onChange: (value: Text | undefined) => void;
}) {
  return (
    <TextPairField
      {...field}
      value={value ?? { zh: '', en: '' }}
      onChange={(next) => onChange(next.zh === '' && next.en === '' ? undefined : next)}
    />
  );
}
