import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';

type Props = { readonly busy: boolean; readonly onFile: (file: File) => void };

/** A file by button or by dropping it here. */
export function FileField({ busy, onFile }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div
      className={over ? 'file-field is-over' : 'file-field'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!busy) take(event.dataTransfer.files);
      }}
    >
      <p>{t('import.file.drop')}</p>
      <input
        ref={input}
        type="file"
        className="unseen"
        tabIndex={-1}
        aria-label={t('import.file.label')}
        accept=".xlsx,.docx"
        disabled={busy}
        onChange={({ target }) => {
          take(target.files);
          // The same file again is a new wish: it may have been corrected meanwhile.
          target.value = '';
        }}
      />
      <Button look="primary" disabled={busy} onClick={() => input.current?.click()}>
        {t(busy ? 'import.file.reading' : 'import.file.choose')}
      </Button>
      <p className="muted">{t('import.file.hint')}</p>
    </div>
  );
}
