import {
  checkFactValue,
  Rational,
  type Fact,
  type FactValue,
  type Indicator,
  type RuleBook,
} from '@heng/rules';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import '../../../ui/text-input.css';
import { typedDecimal } from '../method-form/typed-decimal.js';
import { daysFrom } from './day-plus.js';
import { exampleValue } from './example-values.js';
import { dayZero, rangeOf, valueAtNumber } from './fact-range.js';
import type { Values } from './indicator-trial.js';

export type FactInputProps = {
  readonly fact: Fact;
  readonly label: string;
  readonly indicator: Indicator;
  readonly book: RuleBook;
  readonly values: Values;
  /** Without a slider, for a table. */
  readonly isShort?: boolean;
  readonly onChange: (value: FactValue | null) => void;
};

/** One imagined value: slider and exact number, boxes to choose from, or counts; and the case that there is none. */
export function FactInput(props: FactInputProps) {
  const { fact, label, indicator, book, values, isShort = false, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const value = values[fact.id] ?? null;
  const [kept, setKept] = useState<FactValue | null>(null);
  return (
    <div className="fact-input">
      {value === null ? (
        <p className="muted">
          {!isShort && `${label}：`}
          {t('whatIf.noData')}
        </p>
      ) : (
        <ValueInput {...props} value={value} />
      )}
      {!isShort && (
        <label className="no-data" htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={value === null}
            onChange={({ target }) => {
              if (target.checked) setKept(value);
              onChange(
                target.checked
                  ? null
                  : (kept ?? exampleValue(fact, indicator, book, { share: Rational.of(1n, 2n), values })),
              );
            }}
          />
          {t('whatIf.without', { fact: label })}
        </label>
      )}
    </div>
  );
}

type WithValue = FactInputProps & { readonly value: FactValue };

function ValueInput(props: WithValue) {
  const { fact } = props;
  switch (fact.kind) {
    case 'number':
    case 'percent':
      return <NumberInput {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'boolean':
    case 'choice':
      return <RadioInput {...props} />;
    case 'records':
    case 'ballots':
    case 'raters':
    case 'panel':
      return <CountInputs {...props} />;
  }
}

function NumberInput({ fact, label, indicator, book, values, value, isShort = false, onChange }: WithValue) {
  const { t } = useTranslation();
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const range = rangeOf(fact, indicator, values);
  const exact = typeof value === 'string' ? value : '0';
  const unit = fact.kind === 'number' ? text(fact.unit) : t('whatIf.percent');
  const wrong = typed === null ? [] : checkFactValue(fact, typed, null);
  const name = t('whatIf.withUnit', { fact: label, unit });
  const number = (
    <input
      id={id}
      className="text-input number-input"
      inputMode="decimal"
      autoComplete="off"
      aria-label={isShort ? name : undefined}
      aria-invalid={wrong.length > 0}
      value={typed ?? exact}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        const next = typedDecimal(target.value, 'percent');
        setTyped(next);
        if (checkFactValue(fact, next, null).length === 0) onChange(next);
      }}
    />
  );
  if (isShort || range === null) return number;
  const most = range.least.plus(range.step.times(Rational.integer(range.steps)));
  return (
    <div>
      <label htmlFor={id}>{name}</label>
      <div className="slider-row">
        <input
          type="range"
          aria-label={t('whatIf.slide', { fact: label })}
          aria-valuetext={`${exact} ${unit}`}
          min={0}
          max={range.steps}
          step={1}
          value={stepOf(exact, range.least, range.step, range.steps)}
          onChange={({ target }) =>
            onChange(
              valueAtNumber(
                fact,
                indicator,
                book,
                range.least.plus(range.step.times(Rational.integer(target.valueAsNumber))),
              ),
            )
          }
        />
        {number}
      </div>
      <p className="slider-ends muted">
        <span>{range.least.toText()}</span>
        <span>{most.toText()}</span>
      </p>
      {wrong.length > 0 && <p className="form-error">{text(wrong[0]?.message ?? { zh: '', en: '' })}</p>}
    </div>
  );
}

/** The step of a slider at or below a value; the exact value stands in the box. */
function stepOf(exact: string, least: Rational, step: Rational, steps: number): number {
  const index = Rational.parse(exact).minus(least).over(step).round({ mode: 'down', digits: 0 });
  return Number.parseInt(index.max(Rational.zero).min(Rational.integer(steps)).toText(), 10);
}

function DateInput({ fact, label, indicator, book, values, value, isShort = false, onChange }: WithValue) {
  const { t } = useTranslation();
  const id = useId();
  const range = rangeOf(fact, indicator, values);
  const zero = dayZero(fact, indicator, book);
  const day = typeof value === 'string' ? value : zero;
  return (
    <div>
      {!isShort && <label htmlFor={id}>{label}</label>}
      <div className="slider-row">
        {!isShort && range !== null && (
          <input
            type="range"
            aria-label={t('whatIf.slide', { fact: label })}
            aria-valuetext={day}
            min={-30}
            max={range.steps - 30}
            value={daysFrom(zero, day)}
            onChange={({ target }) =>
              onChange(valueAtNumber(fact, indicator, book, Rational.integer(target.valueAsNumber)))
            }
          />
        )}
        <input
          id={id}
          type="date"
          className="text-input"
          aria-label={isShort ? label : undefined}
          value={day}
          onChange={({ target }) => target.value !== '' && onChange(target.value)}
        />
      </div>
    </div>
  );
}

function RadioInput({ fact, label, value, onChange }: WithValue) {
  const { t } = useTranslation();
  const text = useText();
  const name = useId();
  const options =
    fact.kind === 'choice'
      ? fact.options.map(({ id, title }) => ({ value: id as FactValue, title: text(title) }))
      : [
          { value: true as FactValue, title: t('whatIf.yes') },
          { value: false as FactValue, title: t('whatIf.no') },
        ];
  return (
    <fieldset className="radio-input">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.title}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.title}
        </label>
      ))}
    </fieldset>
  );
}

/** Several numbers: entries of each level, votes for each option, scores of each group or judge. */
function CountInputs({ fact, label, book, value, onChange }: WithValue) {
  const text = useText();
  const { t } = useTranslation();
  const rows = rowsOf(fact, value, book, text, (number) => t('whatIf.judge', { number }));
  return (
    <fieldset className="count-inputs">
      <legend>{label}</legend>
      {rows.map((row) => (
        <label key={row.key}>
          {row.title}
          <input
            className="text-input number-input"
            inputMode="decimal"
            defaultValue={row.number}
            onChange={({ target }) => {
              const typed = typedDecimal(target.value, 'plain');
              const next = row.put(typed === '' ? '0' : typed);
              if (next !== null && checkFactValue(fact, next, null).length === 0) onChange(next);
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}

type NumberRow = {
  readonly key: string;
  readonly title: string;
  readonly number: string;
  /** The whole value with this number in it; null when the number cannot stand. */
  readonly put: (typed: string) => FactValue | null;
};

function rowsOf(
  fact: Fact,
  value: FactValue,
  book: RuleBook,
  text: ReturnType<typeof useText>,
  judge: (number: number) => string,
): NumberRow[] {
  // Values have the shape of their fact's kind: they are made here, or checked.
  if (fact.kind === 'records') {
    const entries = value as Extract<FactValue, readonly { level: string }[]>;
    return fact.levels.map(({ id, title }) => ({
      key: id,
      title: text(title),
      number: `${entries.filter(({ level }) => level === id).length}`,
      put: (typed) =>
        /^\d{1,2}$/.test(typed)
          ? [
              ...entries.filter(({ level }) => level !== id),
              ...Array.from({ length: Number.parseInt(typed, 10) }, (_, index) => ({
                title: `${text(title)} ${index + 1}`,
                level: id,
                date: book.effective.from,
              })),
            ]
          : null,
    }));
  }
  if (fact.kind === 'panel') {
    const scores = value as Extract<FactValue, readonly { judge: string }[]>;
    return scores.map((each, index) => ({
      key: each.judge,
      title: judge(index + 1),
      number: each.score,
      put: (typed) => scores.map((other) => (other === each ? { ...each, score: typed } : other)),
    }));
  }
  if (fact.kind !== 'ballots' && fact.kind !== 'raters') return [];
  const numbers = value as Readonly<Record<string, string>>;
  return (fact.kind === 'ballots' ? fact.options : fact.groups).map(({ id, title }) => ({
    key: id,
    title: text(title),
    number: numbers[id] ?? '0',
    put: (typed) => ({ ...numbers, [id]: typed }),
  }));
}
