import { clauseOf, Indicator, type RuleBook } from '@heng/rules';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { useScene } from './form-scene.js';
import { placeOfProblem } from './place-of-problem.js';
import { useSaidProblem } from './said-problem.js';
import { useSchemaWords } from './use-schema-words.js';

/** The clause as people will read it, written anew with every key; or what is still to be done before there is one. */
export function ClausePanel({ onJump }: { readonly onJump: (path: string) => void }) {
  const { t } = useTranslation();
  const { book, indicator, problems, prefix } = useScene();
  const locale = useLocale();
  const said = useSaidProblem();
  const words = useSchemaWords();
  const clause = useMemo(() => clauseText(indicator, book, locale), [indicator, book, locale]);
  return (
    <section className="clause-panel" aria-label={t('methodForm.clause')}>
      <h3>{t('methodForm.clause')}</h3>
      {clause !== null && problems.length === 0 ? (
        <p className="clause live-clause" aria-live="polite">
          {clause}
        </p>
      ) : (
        <>
          {clause !== null && <p className="clause live-clause is-unsure">{clause}</p>}
          <p className="form-error">
            {t(problems.length === 0 ? 'methodForm.checking' : 'methodForm.unfinished')}
          </p>
          <ul className="problem-list">
            {problems.map((problem, index) => (
              <li key={index}>
                <Button small look="problem" onClick={() => onJump(`${prefix}${problem.path}`)}>
                  {words.field(placeOfProblem(indicator, problem.path))}
                </Button>{' '}
                {said(problem)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function clauseText(indicator: Indicator, book: RuleBook, locale: 'zh-CN' | 'en'): string | null {
  if (!Indicator.safeParse(indicator).success) return null;
  try {
    return clauseOf(indicator, book, locale);
  } catch {
    // The rest of the book may be half-written: the clause then waits for it.
    return null;
  }
}
