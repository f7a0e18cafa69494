import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './field.js';

type Props = {
  readonly label: string;
  readonly value: readonly string[];
  readonly path?: string;
  readonly onChange: (value: string[]) => void;
};

/** A list of codes or short words, typed with spaces or commas between. */
export function WordsField({ label, value, path, onChange }: Props) {
  const { t } = useTranslation();
  // As typed while the field is open, so that the space before the next word can be typed.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field" onBlur={() => setTyped(null)}>
      <TextField
        label={label}
        hint={t('workshop.separate')}
        path={path}
        value={typed ?? value.join(' ')}
        onChange={(next) => {
          setTyped(next);
          onChange(next.split(/[\s,，、;；]+/).filter((word) => word !== ''));
        }}
      />
    </div>
  );
}
