import type { Answers } from '@heng/clauses';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { CreateDraft } from './create-draft.js';
import { HeadForm, wrongIn } from './head-form.js';
import { keep, type KeptImport } from './kept-import.js';
import {
  openQuestions,
  progressOf,
  suggestedAnswer,
  type AllAnswers,
  type OpenQuestion,
  type Progress,
  type ProposedFinding,
  type ProposedSection,
} from './proposal.js';
import { propose } from './propose.js';
import { QuestionField } from './question-field.js';
import { RowCard } from './row-card.js';
import { useNextQuestion } from './use-next-question.js';

type Props = { readonly start: KeptImport; readonly onCreated: (id: string) => void };

/** An ordinary 细则, section by section: what was understood, what is asked, what is left to people, what was left out. */
export function RegulationReview({ start, onCreated }: Props) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState(start.answers);
  const [head, setHead] = useState(start.head);
  const [isKept, setKept] = useState(true);
  const { regulation, key } = start;
  const proposal = useMemo(() => propose(regulation, answers, head), [regulation, answers, head]);
  const open = openQuestions(proposal, answers);
  const page = useRef<HTMLDivElement>(null);
  const goToNext = useNextQuestion(page);
  useEffect(() => {
    // Nothing was decided yet: the file alone is no work to keep.
    if (answers === start.answers && head === start.head) return;
    setKept(keep({ key, regulation, answers, head, at: new Date().toISOString() }));
  }, [answers, head, key, regulation, start]);
  const onAnswer = useCallback(
    (of: string, question: string, answer: Answers[string]) =>
      setAnswers((all) => ({ ...all, [of]: { ...all[of], [question]: answer } })),
    [],
  );
  const wrong = wrongIn(head);
  return (
    <div ref={page} className="review">
      <ProgressBar
        progress={progressOf(proposal)}
        open={open}
        onNext={goToNext}
        onTakeAll={() => setAnswers((all) => withSuggested(all, open))}
      />
      {!isKept && (
        <p role="alert" className="form-error">
          {t('import.notKept')}
        </p>
      )}
      <section className="panel">
        <h2>{t('import.head.heading')}</h2>
        <HeadForm head={head} onHead={setHead} />
      </section>
      <Findings findings={proposal.findings} answers={answers} onAnswer={onAnswer} />
      {proposal.sections.map((section) => (
        <SectionPanel key={section.key} section={section} answers={answers} onAnswer={onAnswer} />
      ))}
      <LeftOut leftOut={proposal.leftOut} />
      <section className="panel" aria-label={t('import.create')}>
        {wrong.length > 0 && (
          <p className="form-error">
            {t('import.headFirst', {
              fields: wrong.map((field) => t(`import.head.${field}`)).join(t('import.comma')),
            })}
          </p>
        )}
        {open.length > 0 && <p>{t('import.openLeft', { count: open.length })}</p>}
        <CreateDraft
          book={proposal.book}
          disabled={wrong.length > 0 || proposal.book === null}
          onCreated={onCreated}
        />
      </section>
    </div>
  );
}

/** The usual choice for every open question that has one; what was decided stays. */
function withSuggested(answers: AllAnswers, open: readonly OpenQuestion[]): AllAnswers {
  const next: Record<string, Answers> = { ...answers };
  for (const { key, question } of open) {
    const usual = suggestedAnswer(question);
    if (usual !== null) next[key] = { ...next[key], [question.id]: usual };
  }
  return next;
}

type ProgressProps = {
  readonly progress: Progress;
  readonly open: readonly OpenQuestion[];
  readonly onNext: () => void;
  readonly onTakeAll: () => void;
};

function ProgressBar({ progress, open, onNext, onTakeAll }: ProgressProps) {
  const { t } = useTranslation();
  const suggested = open.filter(({ question }) => suggestedAnswer(question) !== null).length;
  return (
    <div className="review-progress">
      <p role="status">
        {t('import.progress', { rows: progress.rows })}
        {(['understood', 'asked', 'by-hand', 'left-out'] as const).map((state) => (
          <span key={state} className={`row-state is-${state}`}>
            {t(`import.count.${state}`, { count: progress[state] })}
          </span>
        ))}
      </p>
      <div className="progress-shares" aria-hidden>
        {(['understood', 'by-hand', 'asked', 'left-out'] as const).map((state) => (
          <span key={state} className={`is-${state}`} style={{ flexGrow: progress[state] }} />
        ))}
      </div>
      <div className="review-actions">
        <Button look="primary" disabled={open.length === 0} onClick={onNext} aria-keyshortcuts="n">
          {open.length === 0 ? t('import.noneOpen') : t('import.next', { count: open.length })}
        </Button>
        {suggested > 0 && <Button onClick={onTakeAll}>{t('import.takeAll', { count: suggested })}</Button>}
      </div>
    </div>
  );
}

type AnswerProps = {
  readonly answers: AllAnswers;
  readonly onAnswer: (of: string, question: string, answer: Answers[string]) => void;
};

function Findings({
  findings,
  answers,
  onAnswer,
}: AnswerProps & { readonly findings: readonly ProposedFinding[] }) {
  const { t } = useTranslation();
  const text = useText();
  if (findings.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('import.fileFindings', { count: findings.length })}</h2>
      <ul className="file-findings">
        {findings.map(({ key, place, message, fix, question }) => (
          <li key={key}>
            {place !== null && <small className="muted">{place.address} </small>}
            {text(message)} {fix !== null && <span className="muted">{text(fix)}</span>}
            {question !== null && (
              <QuestionField
                question={question}
                answer={answers[key]?.[question.id]}
                onAnswer={(answer) => onAnswer(key, question.id, answer)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SectionPanel({
  section: { section, rows, sections },
  ...rest
}: AnswerProps & { readonly section: ProposedSection }) {
  const { t } = useTranslation();
  const title = section.named ? section.title : t('import.unnamed');
  return (
    <section className="panel review-section" aria-label={title}>
      <h3>
        {section.number !== null && `${section.number} `}
        {title}{' '}
        <span className="muted">
          {section.points !== null && t('import.points', { points: section.points })}{' '}
          {section.role !== 'base' && t(`import.role.${section.role}`)}
        </span>
      </h3>
      {rows.map((row) => (
        <RowCard key={row.key} row={row} answers={rest.answers[row.key]} onAnswer={rest.onAnswer} />
      ))}
      {sections.map((inner) => (
        <SectionPanel key={inner.key} section={inner} {...rest} />
      ))}
    </section>
  );
}

function LeftOut({ leftOut }: { readonly leftOut: ReturnType<typeof propose>['leftOut'] }) {
  const { t } = useTranslation();
  const text = useText();
  if (leftOut.length === 0) return null;
  return (
    <details className="panel">
      <summary>{t('import.leftOut', { count: leftOut.length })}</summary>
      <ul className="file-findings">
        {leftOut.map(({ place, text: words, reason }, index) => (
          <li key={index}>
            <small className="muted">{place.address}</small> {words}{' '}
            <span className="muted">{text(reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
