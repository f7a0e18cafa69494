import type { Answer, Question } from '@heng/clauses';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import '../../../ui/text-input.css';
import { isAnswered, isNumber, suggestedAnswer } from './proposal.js';

type Props = {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
};

/**
 * One decision: each choice with what follows from it. The usual choice stands preselected, and is only a suggestion until somebody takes
 * it.
 */
export function QuestionField({ question, answer, onAnswer }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const name = useId();
  const { ask, quote, choices, suggested } = question;
  const answered = isAnswered(question, answer);
  const chosen = answer?.choice ?? suggested;
  const usual = answer === undefined ? suggestedAnswer(question) : null;
  return (
    <fieldset className={answered ? 'question is-answered' : 'question'} data-open={!answered}>
      <legend>
        {text(ask)}
        <span className={answered ? 'answer-state is-answered' : 'answer-state'}>
          {t(answered ? 'import.answered' : usual === null ? 'import.open' : 'import.suggestedOnly')}
        </span>
      </legend>
      {quote !== '' && <p className="question-quote">{t('import.quote', { quote })}</p>}
      {choices.map((choice) => (
        <div key={choice.id} className="question-choice">
          <label>
            <input
              type="radio"
              name={name}
              checked={chosen === choice.id}
              aria-describedby={hasConsequence(choice) ? `${name}-${choice.id}` : undefined}
              onChange={() =>
                onAnswer({ choice: choice.id, ...(choice.needsValue && { value: answer?.value ?? '' }) })
              }
            />
            <span>
              {text(choice.label)}
              {choice.id === suggested && <span className="suggested">{t('import.suggested')}</span>}
            </span>
          </label>
          {hasConsequence(choice) && (
            <small id={`${name}-${choice.id}`} className="muted">
              {text(choice.consequence)}
            </small>
          )}
          {choice.needsValue && chosen === choice.id && (
            <ValueField
              question={question}
              label={text(choice.label)}
              value={answer?.value ?? ''}
              onValue={(value) => onAnswer({ choice: choice.id, value })}
            />
          )}
        </div>
      ))}
      {usual !== null && (
        <Button small onClick={() => onAnswer(usual)}>
          {t('import.takeSuggested')}
        </Button>
      )}
    </fieldset>
  );
}

/** A choice about points says itself what it leads to. */
const hasConsequence = ({ label, consequence }: Question['choices'][number]): boolean =>
  consequence.zh !== '' && consequence.zh !== label.zh;

type ValueProps = {
  readonly question: Question;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
};

function ValueField({ question: { input }, label, value, onValue }: ValueProps) {
  const { t } = useTranslation();
  const text = useText();
  const isCount = input?.kind === 'number';
  const typed = (given: string) =>
    isCount
      ? given
          .normalize('NFKC')
          .replace(/[\u3002]/g, '.')
          .trim()
      : given;
  return (
    <span className="question-value">
      <input
        className="text-input"
        inputMode={isCount ? 'decimal' : 'text'}
        aria-label={t('import.value', { label })}
        aria-invalid={isCount && value !== '' && !isNumber(value)}
        value={value}
        maxLength={200}
        onChange={({ target }) => onValue(typed(target.value))}
      />
      {input?.unit && <span>{text(input.unit)}</span>}
    </span>
  );
}
