import type { RuleBookResponse } from '@heng/contracts';
import { canonicalJson, type RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadJson } from '../../platform/download-json.js';
import { useText } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { indicatorCount, RuleText } from './rule-text.js';
import './rulebook-page.css';
import { ruleBookQuery } from './rulebook-queries.js';

type Props = {
  readonly id: string;
  /** What else can be done with this book, such as opening the workshop. */
  readonly actions?: (answer: RuleBookResponse) => ReactNode;
};

/** The book as people read it and as it is printed: every clause is made from the rule that runs. */
export function RuleBookPage({ id, actions }: Props) {
  const { t } = useTranslation();
  const book = useQuery(ruleBookQuery(id));
  return (
    <QueryFaces query={book} loading={t('common.loading')}>
      {(answer) => <Full answer={answer} actions={actions?.(answer)} />}
    </QueryFaces>
  );
}

function Full({ answer, actions }: { readonly answer: RuleBookResponse; readonly actions: ReactNode }) {
  const { t } = useTranslation();
  const text = useText();
  const { book, hash, status, findings, amends } = answer;
  return (
    <Page
      title={text(book.title)}
      actions={
        <>
          {actions}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
          <Button onClick={() => downloadJson(`${book.id}-${book.version}.json`, canonicalJson(book))}>
            {t('rulebooks.download')}
          </Button>
        </>
      }
    >
      <p className="muted">
        {text(book.issuer)} · {book.year} · {t('rulebooks.version', { version: book.version })} ·{' '}
        {t(`rulebooks.status.${status}`)} · {t('rulebooks.total', { points: book.totalPoints })} ·{' '}
        {t('rulebooks.indicatorCount', { count: indicatorCount(book) })} ·{' '}
        {t('rulebooks.effective', book.effective)}
        <br />
        {t('rulebooks.hash')} <code className="book-hash">{hash}</code>
      </p>
      {status !== 'published' && <p className="draft-mark">{t('rulebooks.notInForce')}</p>}
      {amends && <p>{t('rulebooks.amended', { from: amends.effectiveFrom, reason: amends.reason })}</p>}
      <p className="no-print">{t('rulebooks.defaults')}</p>
      {book.notes && book.notes.length > 0 && (
        <ul className="panel notes">
          {book.notes.map((note) => (
            <li key={note.zh}>{text(note)}</li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <details className="panel no-print">
          <summary>{t('rulebooks.findings', { count: findings.length })}</summary>
          <ul>
            {findings.map(({ code, severity, path, message, fix }) => (
              <li key={`${code} ${path}`}>
                <strong>{t(`rulebooks.severity.${severity}`)}</strong> {text(message)} {text(fix)}{' '}
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <RuleText book={book} />
      <Facts book={book} />
    </Page>
  );
}

function Facts({ book }: { readonly book: RuleBook }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section className="panel">
      <h2>{t('rulebooks.facts', { count: book.facts.length })}</h2>
      <ol className="fact-list">
        {book.facts.map((fact) => (
          <li key={fact.id}>
            {text(fact.title)} <span className="muted">{text(fact.enteredBy)}</span>
            {fact.definition && <p className="muted">{text(fact.definition)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
