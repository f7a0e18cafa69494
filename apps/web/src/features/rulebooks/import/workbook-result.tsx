import type { RuleBookReadingResponse } from '@heng/contracts';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { CreateDraft } from './create-draft.js';
import { downloadBase64 } from './download-base64.js';
import { WorkbookFindings } from './workbook-findings.js';

type Props = {
  readonly fileName: string;
  readonly reading: Extract<RuleBookReadingResponse, { kind: 'rule-book' }>;
  readonly onCreated: (id: string) => void;
};

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of our own layout: the book in it, or the list of what keeps it from being one, with the file marked. */
export function WorkbookResult({ fileName, reading: { book, findings, corrected }, onCreated }: Props) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section className="panel">
      <h2>{book === null ? t('import.workbook.refused') : t('import.workbook.read')}</h2>
      {book === null ? (
        <p>{t('import.workbook.nothingSaved', { count: findings.length })}</p>
      ) : (
        <p>{t('import.workbook.book', { title: text(book.title), year: book.year })}</p>
      )}
      {corrected !== null && (
        <p>
          <Button
            look="primary"
            onClick={() =>
              downloadBase64(t('import.workbook.markedName', { name: fileName }), corrected, workbook)
            }
          >
            {t('import.workbook.download')}
          </Button>
        </p>
      )}
      {findings.length > 0 && <WorkbookFindings findings={findings} />}
      {book !== null && (
        <p className="more">
          <CreateDraft book={book} onCreated={onCreated} />
        </p>
      )}
    </section>
  );
}
