import type { Veto, VetoEffect } from '@heng/rules';
import { indicatorsOf } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { ConditionField, startOf } from './condition-field.js';
import { CountField, SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { IdField } from './id-field.js';
import { PickList } from './pick-list.js';
import { RowActions } from './row-actions.js';
import { TextPairField } from './text-pair-field.js';

/** 一票否决: what fires it and what it does. */
export function VetoesForm({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const text = useText();
  const set = (vetoes: Veto[], field: string) => edit({ ...book, vetoes }, field);
  const add = () => {
    const when = startOf('is-true', book.facts, null) ?? startOf('compare', book.facts, null);
    if (when === null) return;
    const taken = new Set(book.vetoes.map(({ id }) => id));
    let number = book.vetoes.length + 1;
    while (taken.has(`veto-${number}`)) number += 1;
    const name = t('workshop.veto.new');
    set(
      [
        ...book.vetoes,
        { id: `veto-${number}`, title: { zh: name, en: name }, when, effects: [{ kind: 'no-award' }] },
      ],
      'vetoes',
    );
  };
  return (
    <>
      {book.vetoes.length === 0 && <p className="muted">{t('workshop.veto.none')}</p>}
      {book.vetoes.map((veto, index) => {
        const path = `/vetoes/${index}`;
        const change = (next: Veto, field: string) =>
          set(
            book.vetoes.map((each, at) => (at === index ? next : each)),
            `${path}/${field}`,
          );
        return (
          <fieldset key={index} className="form-group" data-path={path}>
            <legend>{text(veto.title)}</legend>
            <div className="form-grid">
              <TextPairField
                label={t('workshop.veto.title')}
                path={`${path}/title`}
                value={veto.title}
                onChange={(title) => change({ ...veto, title }, 'title')}
              />
              <IdField
                value={veto.id}
                isTaken={(id) => book.vetoes.some((each) => each.id === id)}
                onChange={(id) => change({ ...veto, id }, 'id')}
              />
              <ConditionField
                book={book}
                edit={edit}
                label={t('workshop.veto.when')}
                path={`${path}/when`}
                value={veto.when}
                onChange={(when) => change({ ...veto, when }, 'when')}
              />
              <Effects
                book={book}
                path={path}
                effects={veto.effects}
                onChange={(effects) => change({ ...veto, effects }, 'effects')}
              />
            </div>
            <RowActions
              name={text(veto.title)}
              list={book.vetoes}
              index={index}
              onChange={(next) => set(next, 'vetoes')}
            />
          </fieldset>
        );
      })}
      <Button onClick={add}>{t('workshop.veto.add')}</Button>
    </>
  );
}

const kinds = [
  'grade-ceiling',
  'grade',
  'grade-down',
  'indicator-zero',
  'indicators-named-zero',
  'no-award',
  'withdraw-title',
] as const;

function Effects({
  book,
  path,
  effects,
  onChange,
}: Pick<FormProps, 'book'> & {
  readonly path: string;
  readonly effects: readonly VetoEffect[];
  readonly onChange: (effects: VetoEffect[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="form-group is-whole" data-path={`${path}/effects`}>
      <legend>{t('workshop.veto.effects')}</legend>
      <ul className="form-rows">
        {effects.map((effect, index) => {
          const change = (next: VetoEffect) =>
            onChange(effects.map((each, at) => (at === index ? next : each)));
          return (
            <li key={index} className="form-row">
              <SelectField
                label={t('workshop.veto.effect')}
                value={effect.kind}
                options={kinds.map((kind) => ({ value: kind, label: t(`workshop.effect.${kind}`) }))}
                onChange={(kind) => change(effectOf(kind, book))}
              />
              <EffectParameter book={book} effect={effect} onChange={change} />
              <RowActions
                name={t(`workshop.effect.${effect.kind}`)}
                list={effects}
                index={index}
                least={1}
                onChange={onChange}
              />
            </li>
          );
        })}
      </ul>
      <Button small onClick={() => onChange([...effects, { kind: 'no-award' }])}>
        {t('workshop.veto.addEffect')}
      </Button>
    </fieldset>
  );
}

function EffectParameter({
  book,
  effect,
  onChange,
}: Pick<FormProps, 'book'> & { readonly effect: VetoEffect; readonly onChange: (next: VetoEffect) => void }) {
  const { t } = useTranslation();
  const text = useText();
  switch (effect.kind) {
    case 'grade':
    case 'grade-ceiling':
      return (
        <SelectField
          label={t('workshop.veto.grade')}
          value={effect.grade}
          options={book.grades.map(({ id, title }) => ({ value: id, label: text(title) }))}
          onChange={(grade) => onChange({ ...effect, grade })}
        />
      );
    case 'grade-down':
      return (
        <CountField
          label={t('workshop.veto.steps')}
          value={effect.steps}
          onChange={(steps) => steps !== undefined && onChange({ ...effect, steps })}
        />
      );
    case 'indicator-zero':
      return (
        <PickList
          label={t('workshop.veto.indicators')}
          chosen={effect.indicators}
          options={indicatorsOf(book).map(({ indicator: { id, title } }) => ({
            value: id,
            label: `${id} ${text(title)}`,
          }))}
          onChange={(indicators) => onChange({ ...effect, indicators })}
        />
      );
    case 'indicators-named-zero':
      return (
        <SelectField
          label={t('workshop.veto.named')}
          value={effect.fact}
          options={book.facts
            .filter(({ kind }) => kind === 'records')
            .map(({ id, title }) => ({ value: id, label: text(title) }))}
          onChange={(fact) => onChange({ ...effect, fact })}
        />
      );
    default:
      return null;
  }
}

function effectOf(kind: VetoEffect['kind'], { grades, facts, sections }: FormProps['book']): VetoEffect {
  const last = grades[grades.length - 1]?.id ?? '';
  switch (kind) {
    case 'grade':
    case 'grade-ceiling':
      return { kind, grade: last };
    case 'grade-down':
      return { kind, steps: 1 };
    case 'indicator-zero':
      return { kind, indicators: [sections[0]?.indicators?.[0]?.id ?? ''] };
    case 'indicators-named-zero':
      return { kind, fact: facts.find((fact) => fact.kind === 'records')?.id ?? '' };
    default:
      return { kind };
  }
}
