import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './field.js';

type Props = {
  readonly value: string;
  readonly isTaken: (id: string) => boolean;
  readonly onChange: (id: string) => void;
};

/** The id of a thing. It takes effect when the field is left, because the whole book is then rewritten to say it. */
export function IdField({ value, isTaken, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const wrong =
    shown === value
      ? null
      : !/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(shown)
        ? 'workshop.id.form'
        : isTaken(shown)
          ? 'workshop.id.taken'
          : null;
  return (
    <div
      onBlur={() => {
        if (typed !== null && typed !== value && wrong === null) onChange(typed);
        setTyped(null);
      }}
    >
      <TextField
        label={t('workshop.id.label')}
        value={shown}
        invalid={wrong !== null}
        hint={t(wrong ?? 'workshop.id.hint')}
        onChange={(next) => setTyped(next.trim())}
      />
    </div>
  );
}
