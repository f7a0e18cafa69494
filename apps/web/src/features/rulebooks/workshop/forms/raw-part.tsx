import { applyEdits } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import type { FormProps } from './form-props.js';
import { JsonBox } from './json-box.js';
import { looseBook } from '../loose-book.js';

type Props = FormProps & {
  readonly label: string;
  readonly path: string;
  readonly value: unknown;
  /** What the part says, where no field says it. */
  readonly sentence?: string | null;
};

/** A part that the fields do not cover: what it says in words, and its text to change it. */
export function RawPart({ book, edit, label, path, value, sentence }: Props) {
  const { t } = useTranslation();
  return (
    <div className="raw-part is-whole">
      {sentence !== undefined && sentence !== null && <p className="clause">{sentence}</p>}
      <details>
        <summary>{t('workshop.json.edit', { name: label })}</summary>
        <JsonBox
          label={label}
          document={book}
          path={path}
          value={value}
          lines={10}
          onTake={(next) => {
            const document = applyEdits(book, [
              next === null ? { op: 'remove', path } : { op: 'set', path, value: next },
            ]);
            // A text that takes the shape away goes in as a document; the workshop then shows that one as its text.
            edit(looseBook(document) ?? (document as typeof book), path);
          }}
        />
      </details>
    </div>
  );
}
