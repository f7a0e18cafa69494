import type { RuleBookReadingResponse } from '@heng/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../platform/api-error.js';
import { useLocale, useText } from '../../../platform/i18n.js';
import { momentText } from '../../../platform/moment-text.js';
import { useSayError } from '../../../platform/say-error.js';
import { Button } from '../../../ui/button.js';
import { Page } from '../../../ui/page.js';
import { FileField } from './file-field.js';
import './import.css';
import { forget, importKey, keptImports, readKept, type KeptImport } from './kept-import.js';
import { ruleBooksQuery } from '../rulebook-queries.js';
import { headOf, type HeadGuess } from './propose.js';
import { readFile } from './read-file.js';
import { RegulationReview } from './regulation-review.js';
import { WorkbookResult } from './workbook-result.js';

type Opened =
  | {
      readonly kind: 'workbook';
      readonly fileName: string;
      readonly reading: Extract<RuleBookReadingResponse, { kind: 'rule-book' }>;
    }
  | { readonly kind: 'regulation'; readonly start: KeptImport };

type Props = {
  /** The body of the person, where the file names no issuer. */
  readonly issuer: string;
  readonly onCreated: (id: string) => void;
};

/** 导入: from a file to a draft. A rule-book workbook is taken as it is; an ordinary 细则 is gone through row by row. */
export function ImportPage({ issuer, onCreated }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [kept, setKept] = useState(keptImports);
  const books = useQuery(ruleBooksQuery);
  const guess = (): HeadGuess => ({
    issuer,
    year: new Date().getFullYear(),
    taken: new Set(books.data?.items.map((book) => book.key)),
  });
  const read = useMutation({
    mutationFn: readFile,
    onSuccess: (reading, { name }) =>
      setOpened(
        reading.kind === 'rule-book'
          ? { kind: 'workbook', fileName: name, reading }
          : { kind: 'regulation', start: begun(reading.regulation, guess()) },
      ),
  });
  const close = () => {
    setOpened(null);
    setKept(keptImports());
    read.reset();
  };
  return (
    <Page
      title={t('import.title')}
      actions={opened !== null && <Button onClick={close}>{t('import.another')}</Button>}
    >
      {opened === null && (
        <>
          <section className="panel">
            <h2>{t('import.file.title')}</h2>
            <p>{t('import.file.intro')}</p>
            <FileField busy={read.isPending} onFile={(file) => read.mutate(file)} />
            {read.isError && <Refused error={read.error} />}
            <p className="more">
              <a href={`/api/rulebooks/template?language=${locale}`} download="rule-book.xlsx">
                {t('import.file.template')}
              </a>
            </p>
          </section>
          <KeptImports
            kept={kept}
            onOpen={(start) => setOpened({ kind: 'regulation', start })}
            onForget={(key) => {
              forget(key);
              setKept(keptImports());
            }}
          />
        </>
      )}
      {opened?.kind === 'workbook' && (
        <WorkbookResult fileName={opened.fileName} reading={opened.reading} onCreated={onCreated} />
      )}
      {opened?.kind === 'regulation' && (
        <RegulationReview
          key={opened.start.key}
          start={opened.start}
          onCreated={(id) => {
            forget(opened.start.key);
            onCreated(id);
          }}
        />
      )}
    </Page>
  );
}

/** The import of this file as it was left, or a new one. */
function begun(regulation: KeptImport['regulation'], guess: HeadGuess): KeptImport {
  const key = importKey(regulation);
  const earlier = readKept(key);
  return earlier === null
    ? { key, regulation, answers: {}, head: headOf(regulation, guess), at: new Date().toISOString() }
    : { ...earlier, regulation };
}

function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const text = useText();
  const sayError = useSayError();
  const problems = error instanceof ApiError ? error.problems : [];
  return (
    <div role="alert" className="form-error">
      <p>{sayError(error)}</p>
      <ul>
        {problems.map(({ path, code, message, fix }) => (
          <li key={`${path} ${code}`}>
            {path !== '' && t('import.file.at', { place: path })}
            {text(message)} {fix && text(fix)}
          </li>
        ))}
      </ul>
      <p>{t('import.file.nothingSaved')}</p>
    </div>
  );
}

type KeptProps = {
  readonly kept: readonly KeptImport[];
  readonly onOpen: (kept: KeptImport) => void;
  readonly onForget: (key: string) => void;
};

function KeptImports({ kept, onOpen, onForget }: KeptProps) {
  const { t } = useTranslation();
  if (kept.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('import.kept.title')}</h2>
      <ul className="plain-list">
        {kept.map((each) => {
          const name = each.head.title === '' ? each.regulation.fileName : each.head.title;
          return (
            <li key={each.key}>
              <span className="kept-name">
                {name} <small className="muted">{each.regulation.fileName}</small>
              </span>
              <span className="muted">
                {t('import.kept.state', {
                  count: Object.values(each.answers).reduce((so, own) => so + Object.keys(own).length, 0),
                  when: momentText(each.at),
                })}
              </span>
              <span className="kept-actions">
                <Button small onClick={() => onOpen(each)} aria-label={t('import.kept.goOnWith', { name })}>
                  {t('import.kept.goOn')}
                </Button>
                <Button
                  small
                  look="text"
                  onClick={() => onForget(each.key)}
                  aria-label={t('import.kept.forgetName', { name })}
                >
                  {t('import.kept.forget')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
