import type { RuleBookResponse } from '@heng/contracts';
import {
  canonicalJson,
  clauseOf,
  sectionClauseOf,
  type Indicator,
  type RuleBook,
  type Section,
} from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadJson } from '../../platform/download-json.js';
import { useLocale, useText } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import './rulebook-page.css';
import { ruleBookQuery } from './rulebook-queries.js';
import '../../ui/explanation.css';

/** The book as people read it: every clause is made from the rule that runs. */
export function RuleBookPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const book = useQuery(ruleBookQuery(id));
  return (
    <QueryFaces query={book} loading={t('common.loading')}>
      {(answer) => <Full answer={answer} />}
    </QueryFaces>
  );
}

function Full({ answer: { book, hash, status, findings } }: { readonly answer: RuleBookResponse }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Page
      title={text(book.title)}
      actions={
        <Button onClick={() => downloadJson(`${book.id}-${book.version}.json`, canonicalJson(book))}>
          {t('rulebooks.download')}
        </Button>
      }
    >
      <p className="muted">
        {text(book.issuer)} · {book.year} · {t('rulebooks.version', { version: book.version })} ·{' '}
        {t(`rulebooks.status.${status}`)} · {t('rulebooks.total', { points: book.totalPoints })}
        <br />
        {t('rulebooks.hash')} <code>{hash}</code>
      </p>
      <p>{t('rulebooks.defaults')}</p>
      {book.notes && book.notes.length > 0 && (
        <ul className="panel notes">
          {book.notes.map((note) => (
            <li key={note.zh}>{text(note)}</li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <details className="panel">
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
      {book.sections.map((section) => (
        <SectionView key={section.id} book={book} section={section} />
      ))}
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
    </Page>
  );
}

function SectionView({ book, section }: { readonly book: RuleBook; readonly section: Section }) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const clause = sectionClauseOf(section, book, locale);
  return (
    <section className="panel">
      <h2>
        {text(section.title)}{' '}
        <span className="muted">{t(`rulebooks.role.${section.role}`, { points: section.points })}</span>
      </h2>
      {clause !== null && <p className="clause">{clause}</p>}
      {section.indicators?.map((indicator) => (
        <IndicatorView key={indicator.id} book={book} indicator={indicator} />
      ))}
      {section.sections?.map((child) => (
        <SectionView key={child.id} book={book} section={child} />
      ))}
    </section>
  );
}

function IndicatorView({ book, indicator }: { readonly book: RuleBook; readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const defaults = indicator.provenance?.some(({ origin }) => origin === 'default') ?? false;
  return (
    <article className="indicator">
      <h3>
        {indicator.id} {text(indicator.title)}{' '}
        {defaults && (
          <abbr title={t('rulebooks.default')}>
            <span aria-hidden>◇</span>
            <span className="unseen">{t('rulebooks.default')}</span>
          </abbr>
        )}
        <span className="indicator-points">{t('rulebooks.points', { points: indicator.points })}</span>
      </h3>
      <p className="clause">{clauseOf(indicator, book, locale)}</p>
      <p className="muted">{t('rulebooks.scoredBy', { by: text(indicator.scoredBy) })}</p>
    </article>
  );
}
