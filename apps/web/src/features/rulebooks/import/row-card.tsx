import type { Answers } from '@heng/clauses';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import '../../../ui/explanation.css';
import { MarkedText } from './marked-text.js';
import type { ProposedRow } from './proposal.js';
import { QuestionField } from './question-field.js';

type Props = {
  readonly row: ProposedRow;
  readonly answers: Answers | undefined;
  readonly onAnswer: (key: string, question: string, answer: Answers[string]) => void;
};

/** One row of the 细则: what stands in the file, what was understood, what must be decided. */
export const RowCard = memo(function RowCard({ row, answers = noAnswers, onAnswer }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const { key, state, clause, questions, reasons } = row;
  const { number, item, points, department, place } = row.row;
  return (
    <article className={`row-card is-${state}`} aria-label={item}>
      <header>
        <h4>
          {number !== null && <span className="muted">{number} </span>}
          {item}
          {points !== null && <span className="row-points">{t('import.points', { points })}</span>}
        </h4>
        <span className={`row-state is-${state}`}>{t(`import.state.${state}`)}</span>
        <small className="muted">
          {place.address}
          {department !== null && ` · ${department}`}
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
          {row.row.requirement !== null && (
            <p className="muted">{t('import.requirement', { text: row.row.requirement })}</p>
          )}
        </div>
        <div>
          <h5>{t('import.understoodAs')}</h5>
          {clause === null ? (
            <p className="muted">{t(state === 'left-out' ? 'import.noRule' : 'import.notYet')}</p>
          ) : (
            <p className="clause">{text(clause)}</p>
          )}
          {reasons.length > 0 && (
            <ul className="row-reasons">
              {reasons.map((reason) => (
                <li key={reason.zh}>{text(reason)}</li>
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
          onAnswer={(answer) => onAnswer(key, question.id, answer)}
        />
      ))}
    </article>
  );
});

const noAnswers: Answers = {};
