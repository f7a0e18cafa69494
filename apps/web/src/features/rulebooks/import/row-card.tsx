import type { Answer, Answers } from '@heng/clauses';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import '../../../ui/explanation.css';
import { MarkedText } from './marked-text.js';
import type { ProposedRow } from './proposal.js';
import { QuestionField } from './question-field.js';

type Props = {
  readonly row: ProposedRow;
  readonly answers: Answers;
  readonly onAnswer: (question: string, answer: Answer) => void;
};

/** One row of the 细则: what stands in the file, what was understood, what must be decided. */
export function RowCard({ row, answers, onAnswer }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const { item, points, state, clause, questions, reasons, leftOut, row: written } = row;
  return (
    <article className={`row-card is-${state}`} aria-label={item}>
      <header>
        <h4>
          {written?.number && <span className="muted">{written.number} </span>}
          {item}
          {points !== null && <span className="row-points">{t('import.points', { points })}</span>}
        </h4>
        <span className={`row-state is-${state}`}>{t(`import.state.${state}`)}</span>
        <small className="muted">
          {written === null ? t('import.added') : written.place.address}
          {written?.department && ` · ${written.department}`}
        </small>
      </header>
      <div className="row-sides">
        <div>
          <h5>{t('import.original')}</h5>
          {row.text === '' ? (
            <p className="muted">{t('import.noStandard')}</p>
          ) : (
            <p className="row-original">
              <MarkedText text={row.text} understood={row.understood} unread={row.unread} />
            </p>
          )}
          {written?.requirement && (
            <p className="muted">{t('import.requirement', { text: written.requirement })}</p>
          )}
        </div>
        <div>
          <h5>{t('import.understoodAs')}</h5>
          {clause === null ? (
            <p className="muted">{t(state === 'left-out' ? 'import.noRule' : 'import.notYet')}</p>
          ) : (
            <p className="clause">{text(clause)}</p>
          )}
          {reasons.length + leftOut.length > 0 && (
            <ul className="row-reasons">
              {reasons.map((reason) => (
                <li key={reason.zh}>{text(reason)}</li>
              ))}
              {leftOut.map((words) => (
                <li key={words}>{t('import.notInRule', { words })}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={answers[question.id]}
          onAnswer={(answer) => onAnswer(question.id, answer)}
        />
      ))}
    </article>
  );
}
