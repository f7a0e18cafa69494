import type { Answer, Answers, Question } from '@heng/clauses';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
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
  type Head,
  type LeftOut,
  type Progress,
  type Proposal,
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
  const { regulation } = start;
  const { answers, head, isKept, setHead, onAnswer, takeAll } = useDecisions(start);
  // Reading the whole anew takes a moment: what was typed shows at once, the rules follow.
  const read = { answers: useDeferredValue(answers), head: useDeferredValue(head) };
  const proposal = useMemo(
    () => propose(regulation, read.answers, read.head),
    [regulation, read.answers, read.head],
  );
  const open = openQuestions(proposal, answers);
  const isReading = read.answers !== answers || read.head !== head;
  const page = useRef<HTMLDivElement>(null);
  const goToNext = useNextQuestion(page);
  return (
    <div ref={page} className="review" aria-busy={isReading}>
      <ProgressBar
        progress={progressOf(proposal)}
        open={open}
        onNext={goToNext}
        onTakeAll={() => takeAll(open)}
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
      <Whole proposal={proposal} answers={answers} onAnswer={onAnswer} />
      {proposal.sections.map((section) => (
        <SectionPanel key={section.key} section={section} answers={answers} onAnswer={onAnswer} />
      ))}
      <LeftOutPanel leftOut={proposal.leftOut} />
      <CreatePanel proposal={proposal} head={head} open={open} isReading={isReading} onCreated={onCreated} />
    </div>
  );
}

/** The author's decisions, each kept on this machine as soon as it is made. */
function useDecisions(start: KeptImport) {
  const [{ answers, head, isKept }, set] = useState({ ...start, isKept: true });
  const { key, regulation } = start;
  const change = useCallback(
    (next: (so: { answers: Answers; head: Head }) => { answers: Answers; head: Head }) =>
      set((so) => {
        const made = next(so);
        const at = new Date().toISOString();
        return { ...so, ...made, isKept: keep({ key, regulation, ...made, at }) };
      }),
    [key, regulation],
  );
  const onAnswer = useCallback(
    (question: string, answer: Answer) =>
      change(({ answers: all, head: own }) => ({ answers: { ...all, [question]: answer }, head: own })),
    [change],
  );
  return {
    answers,
    head,
    isKept,
    onAnswer,
    setHead: (next: Head) => change(({ answers: all }) => ({ answers: all, head: next })),
    takeAll: (open: readonly Question[]) =>
      change(({ answers: all, head: own }) => ({ answers: withSuggested(all, open), head: own })),
  };
}

/** The usual choice for every open question that has one; what was decided stays. */
function withSuggested(answers: Answers, open: readonly Question[]): Answers {
  const usual = open.flatMap((question) => {
    const answer = suggestedAnswer(question);
    return answer === null ? [] : [[question.id, answer] as const];
  });
  return { ...answers, ...Object.fromEntries(usual) };
}

type ProgressProps = {
  readonly progress: Progress;
  readonly open: readonly Question[];
  readonly onNext: () => void;
  readonly onTakeAll: () => void;
};

const states = ['understood', 'asked', 'by-hand', 'left-out'] as const;

function ProgressBar({ progress, open, onNext, onTakeAll }: ProgressProps) {
  const { t } = useTranslation();
  const suggested = open.filter((question) => suggestedAnswer(question) !== null).length;
  return (
    <div className="review-progress">
      <p role="status">
        {t('import.progress', { rows: progress.rows })}
        {states.map((state) => (
          <span key={state} className={`row-state is-${state}`}>
            {t(`import.count.${state}`, { count: progress[state] })}
          </span>
        ))}
      </p>
      <div className="progress-shares" aria-hidden>
        {states.map((state) => (
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
  readonly answers: Answers;
  readonly onAnswer: (question: string, answer: Answer) => void;
};

/** What is to be looked at or decided about the whole: points that are missing or do not add up, notes. */
function Whole({
  proposal: { findings, questions, notes },
  answers,
  onAnswer,
}: AnswerProps & { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const text = useText();
  if (findings.length + questions.length + notes.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('import.whole')}</h2>
      <ul className="file-findings">
        {findings.map(({ place, message, fix }, index) => (
          <li key={index}>
            <small className="muted">{place.address}</small> {text(message)}{' '}
            <span className="muted">{text(fix)}</span>
          </li>
        ))}
        {notes.map((note) => (
          <li key={note.zh}>{text(note)}</li>
        ))}
      </ul>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={answers[question.id]}
          onAnswer={(answer) => onAnswer(question.id, answer)}
        />
      ))}
    </section>
  );
}

function SectionPanel({
  section: { title, points, role, rows, sections },
  answers,
  onAnswer,
}: AnswerProps & { readonly section: ProposedSection }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <section className="panel review-section" aria-label={text(title)}>
      <h3>
        {text(title)}{' '}
        <span className="muted">
          {points !== null && t('import.points', { points })} {role !== 'base' && t(`import.role.${role}`)}
        </span>
      </h3>
      {rows.map((row) => (
        <RowCard key={row.key} row={row} answers={answers} onAnswer={onAnswer} />
      ))}
      {sections.map((inner) => (
        <SectionPanel key={inner.key} section={inner} answers={answers} onAnswer={onAnswer} />
      ))}
    </section>
  );
}

function LeftOutPanel({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const { t } = useTranslation();
  const text = useText();
  if (leftOut.length === 0) return null;
  return (
    <details className="panel">
      <summary>{t('import.leftOut', { count: leftOut.length })}</summary>
      <ul className="file-findings">
        {leftOut.map(({ place, text: words, reason }, index) => (
          <li key={index}>
            <small className="muted">{place}</small> {words} <span className="muted">{text(reason)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type CreateProps = {
  readonly proposal: Proposal;
  readonly head: Head;
  readonly open: readonly Question[];
  readonly isReading: boolean;
  readonly onCreated: (id: string) => void;
};

/** The draft can be made as soon as nothing waits that only the author can know; what goes by suggestion is said. */
function CreatePanel({ proposal: { book, problems }, head, open, isReading, onCreated }: CreateProps) {
  const { t } = useTranslation();
  const text = useText();
  const wrong = wrongIn(head);
  const usual = open.filter(({ suggested }) => suggested !== null).length;
  const needed = open.length - usual;
  return (
    <section className="panel" aria-label={t('import.create')}>
      {wrong.length > 0 && (
        <p className="form-error">
          {t('import.headFirst', {
            fields: wrong.map((field) => t(`import.head.${field}`)).join(t('import.comma')),
          })}
        </p>
      )}
      {needed > 0 && <p className="form-error">{t('import.answerFirst', { count: needed })}</p>}
      {usual > 0 && <p>{t('import.bySuggestion', { count: usual })}</p>}
      {problems.length > 0 && (
        <ul className="file-findings form-error">
          {problems.slice(0, 20).map((problem) => (
            <li key={problem.zh}>{text(problem)}</li>
          ))}
        </ul>
      )}
      <CreateDraft
        book={book}
        disabled={wrong.length > 0 || book === null || isReading}
        onCreated={onCreated}
      />
    </section>
  );
}
