import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { momentText } from '../../../platform/moment-text.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import '../../../ui/plain-table.css';
import { QueryFaces } from '../../../ui/query-faces.js';
import { RuleText } from '../rule-text.js';
import { checkDocument } from './checked-document.js';
import { differences } from './differences.js';
import { saveQuery, savesQuery } from './draft-requests.js';

type Props = {
  readonly id: string;
  /** As it stands on the screen now. */
  readonly document: unknown;
  readonly readOnly: boolean;
  readonly onReturn: (document: unknown, version: number) => void;
  readonly onClose: () => void;
};

/** 历次保存: every save is kept; one can look at it and go back to it, which is itself a change that can be undone. */
export function SavesDialog({ id, document, readOnly, onReturn, onClose }: Props) {
  const { t } = useTranslation();
  const saves = useQuery(savesQuery(id));
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Dialog
      wide
      title={t('workshop.saves.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('workshop.close')}</Button>}
    >
      <QueryFaces query={saves} loading={t('common.loading')}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('workshop.saves.none')}</p>
          ) : (
            <ul className="plain-list saves-list" aria-label={t('workshop.saves.title')}>
              {items.map(({ version, by, at, hash }) => (
                <li key={version}>
                  <span>
                    {t('workshop.saves.entry', { version, by, at: momentText(at) })}{' '}
                    <code>{hash.slice(0, 12)}</code>
                  </span>
                  <Button
                    small
                    aria-expanded={chosen === version}
                    onClick={() => setChosen(chosen === version ? null : version)}
                  >
                    {t('workshop.saves.look', { version })}
                  </Button>
                  {chosen === version && (
                    <Save
                      id={id}
                      version={version}
                      document={document}
                      readOnly={readOnly}
                      onReturn={onReturn}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryFaces>
    </Dialog>
  );
}

function Save({
  id,
  version,
  document,
  readOnly,
  onReturn,
}: Omit<Props, 'onClose'> & { readonly version: number }) {
  const { t } = useTranslation();
  const text = useText();
  const save = useQuery(saveQuery(id, version));
  return (
    <div className="save-view">
      <QueryFaces query={save} loading={t('common.loading')}>
        {(answer) => {
          const { book } = checkDocument(answer.document);
          const differing = differences(document, answer.document);
          return (
            <>
              <p>
                {t('workshop.saves.differs', { count: differing.length })}{' '}
                {!readOnly && (
                  <Button
                    small
                    look="primary"
                    disabled={differing.length === 0}
                    onClick={() => onReturn(answer.document, version)}
                  >
                    {t('workshop.saves.return', { version })}
                  </Button>
                )}
              </p>
              <ul className="difference-list">
                {differing.slice(0, 30).map(({ path, name, left, right }) => (
                  <li key={path}>
                    {name !== null && text(name)} <code>{path}</code> {left} → {right}
                  </li>
                ))}
              </ul>
              <details>
                <summary>{t('workshop.saves.whole')}</summary>
                {book === null ? (
                  <pre className="json-view" tabIndex={0}>
                    {JSON.stringify(answer.document, null, 2)}
                  </pre>
                ) : (
                  <RuleText book={book} />
                )}
              </details>
            </>
          );
        }}
      </QueryFaces>
    </div>
  );
}
