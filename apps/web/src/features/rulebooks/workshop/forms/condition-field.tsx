import { Comparison, type Condition, type Fact } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { NumberField, SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { MeasureField } from './measure-field.js';
import { PickList } from './pick-list.js';
import { RawPart } from './raw-part.js';
import { RowActions } from './row-actions.js';
import { sayCondition } from './say-parts.js';

type Props = FormProps & {
  readonly label: string;
  readonly path: string;
  readonly value: Condition;
  readonly onChange: (value: Condition) => void;
};

type Choice = Extract<Fact, { kind: 'choice' }>;
const kinds = ['is-true', 'is-option', 'compare', 'all', 'any', 'not'] as const;

/** A yes/no question of a unit's facts. Comparisons with another expression are told in words and changed as text. */
export function ConditionField({ book, edit, label, path, value, onChange }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <fieldset className="form-group is-whole" data-path={path}>
      <legend>{label}</legend>
      <p className="clause">{sayCondition(value, book, locale) ?? t('workshop.condition.unfinished')}</p>
      <div className="form-grid">
        <SelectField
          label={t('workshop.condition.kind')}
          value={value.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`workshop.condition.${kind}`) }))}
          onChange={(kind) => {
            const next = startOf(kind, book.facts, value);
            if (next !== null) onChange(next);
          }}
        />
        <Parts book={book} edit={edit} path={path} value={value} onChange={onChange} />
      </div>
    </fieldset>
  );
}

function Parts({ book, edit, path, value, onChange }: Omit<Props, 'label'>) {
  const { t } = useTranslation();
  const text = useText();
  const factsOf = (kind: Fact['kind']) =>
    book.facts
      .filter((fact) => fact.kind === kind)
      .map(({ id, title }) => ({ value: id, label: text(title) }));
  switch (value.kind) {
    case 'is-true':
      return (
        <SelectField
          label={t('workshop.condition.fact')}
          path={`${path}/fact`}
          value={value.fact}
          options={factsOf('boolean')}
          onChange={(fact) => onChange({ ...value, fact })}
        />
      );
    case 'is-option': {
      const choice = book.facts.find(
        (fact): fact is Choice => fact.kind === 'choice' && fact.id === value.fact,
      );
      return (
        <>
          <SelectField
            label={t('workshop.condition.fact')}
            path={`${path}/fact`}
            value={value.fact}
            options={factsOf('choice')}
            onChange={(fact) => {
              const next = book.facts.find(
                (each): each is Choice => each.kind === 'choice' && each.id === fact,
              );
              onChange({
                kind: 'is-option',
                fact,
                options: next?.options.slice(0, 1).map(({ id }) => id) ?? [],
              });
            }}
          />
          <PickList
            label={t('workshop.condition.options')}
            chosen={value.options}
            options={(choice?.options ?? []).map(({ id, title }) => ({ value: id, label: text(title) }))}
            onChange={(options) => onChange({ ...value, options })}
          />
        </>
      );
    }
    case 'compare':
      return (
        <>
          <MeasureField
            book={book}
            edit={edit}
            label={t('workshop.condition.left')}
            path={`${path}/left`}
            value={value.left}
            onChange={(left) => onChange({ ...value, left })}
          />
          <SelectField
            label={t('workshop.condition.comparison')}
            value={value.comparison}
            options={Comparison.options.map((each) => ({
              value: each,
              label: t(`workshop.comparison.${each}`),
            }))}
            onChange={(comparison) => onChange({ ...value, comparison })}
          />
          {typeof value.right === 'string' ? (
            <NumberField
              label={t('workshop.condition.right')}
              path={`${path}/right`}
              value={value.right}
              onChange={(right) => onChange({ ...value, right })}
            />
          ) : (
            <MeasureField
              book={book}
              edit={edit}
              label={t('workshop.condition.right')}
              path={`${path}/right`}
              value={value.right}
              onChange={(right) => onChange({ ...value, right })}
            />
          )}
        </>
      );
    case 'all':
    case 'any':
      return (
        <div className="is-whole">
          <ul className="form-rows">
            {value.of.map((part, index) => (
              <li key={index}>
                <ConditionField
                  book={book}
                  edit={edit}
                  label={t('workshop.condition.part', { number: index + 1 })}
                  path={`${path}/of/${index}`}
                  value={part}
                  onChange={(next) =>
                    onChange({ ...value, of: value.of.map((each, at) => (at === index ? next : each)) })
                  }
                />
                <RowActions
                  name={t('workshop.condition.part', { number: index + 1 })}
                  list={value.of}
                  index={index}
                  least={1}
                  onChange={(of) => onChange({ ...value, of })}
                />
              </li>
            ))}
          </ul>
          <Button
            small
            onClick={() => {
              const next = startOf('is-true', book.facts, null) ?? startOf('compare', book.facts, null);
              if (next !== null) onChange({ ...value, of: [...value.of, next] });
            }}
          >
            {t('workshop.condition.add')}
          </Button>
        </div>
      );
    case 'not':
      return (
        <ConditionField
          book={book}
          edit={edit}
          label={t('workshop.condition.not')}
          path={`${path}/of`}
          value={value.of}
          onChange={(of) => onChange({ ...value, of })}
        />
      );
    default:
      return (
        <RawPart book={book} edit={edit} label={t('workshop.condition.kind')} path={path} value={value} />
      );
  }
}

/** A condition of a kind to start from; null when the book has no fact for it. What stood there goes into the lists. */
export function startOf(
  kind: Condition['kind'],
  facts: readonly Fact[],
  before: Condition | null,
): Condition | null {
  const first = (of: Fact['kind']) => facts.find((fact) => fact.kind === of);
  switch (kind) {
    case 'is-true': {
      const fact = first('boolean');
      return fact ? { kind, fact: fact.id } : null;
    }
    case 'is-option': {
      const fact = first('choice');
      return fact?.kind === 'choice'
        ? { kind, fact: fact.id, options: fact.options.slice(0, 1).map(({ id }) => id) }
        : null;
    }
    case 'compare': {
      const fact = first('number') ?? first('percent');
      return fact
        ? { kind, left: { kind: 'fact', fact: fact.id }, comparison: 'at-least', right: '1' }
        : null;
    }
    case 'all':
    case 'any':
      if (before?.kind === 'all' || before?.kind === 'any') return { kind, of: before.of };
      return before ? { kind, of: [before] } : null;
    case 'not':
      return before ? { kind, of: before } : null;
  }
}
