import type { Grade } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { CheckField, CountField, OptionalNumberField, SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { IdField } from './id-field.js';
import { MeasureField } from './measure-field.js';
import { RowActions } from './row-actions.js';
import { TextPairField } from './text-pair-field.js';
import { withMember } from './with-member.js';
import { renameId } from '../rename-id.js';

/** 等次: lines, quotas and conditions, from best to worst. */
export function GradesForm({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const text = useText();
  const set = (grades: Grade[], field = 'grades') => edit({ ...book, grades }, field);
  const on = book.gradesOn ?? 'rounded';
  const add = () => {
    let number = book.grades.length + 1;
    while (book.grades.some(({ id }) => id === `grade-${number}`)) number += 1;
    const name = t('workshop.grade.new');
    set([...book.grades, { id: `grade-${number}`, title: { zh: name, en: name } }]);
  };
  return (
    <>
      <fieldset className="form-group">
        <legend>{t('workshop.grade.lines')}</legend>
        <div className="form-grid">
          <SelectField
            label={t('workshop.grade.on')}
            path="/gradesOn"
            value={typeof on === 'string' ? on : 'measure'}
            options={(['rounded', 'exact', 'measure'] as const).map((each) => ({
              value: each,
              label: t(`workshop.grade.${each}`),
            }))}
            onChange={(next) => {
              const fact = book.facts.find(({ kind }) => kind === 'number' || kind === 'percent');
              if (next === 'measure')
                edit({ ...book, gradesOn: { kind: 'fact', fact: fact?.id ?? '' } }, 'gradesOn');
              else edit(withMember(book, 'gradesOn', next === 'rounded' ? undefined : next), 'gradesOn');
            }}
          />
          {typeof on !== 'string' && (
            <MeasureField
              book={book}
              edit={edit}
              label={t('workshop.grade.figure')}
              path="/gradesOn"
              value={on}
              onChange={(gradesOn) => edit({ ...book, gradesOn }, 'gradesOn')}
            />
          )}
        </div>
      </fieldset>
      {book.grades.map((grade, index) => {
        const path = `/grades/${index}`;
        const change = (next: Grade, field: string) =>
          set(
            book.grades.map((each, at) => (at === index ? next : each)),
            `${path}/${field}`,
          );
        return (
          <fieldset key={index} className="form-group" data-path={path}>
            <legend>{text(grade.title)}</legend>
            <div className="form-grid">
              <TextPairField
                label={t('workshop.grade.title')}
                path={`${path}/title`}
                value={grade.title}
                onChange={(title) => change({ ...grade, title }, 'title')}
              />
              <IdField
                value={grade.id}
                isTaken={(id) => book.grades.some((each) => each.id === id)}
                onChange={(id) => edit(renameId(book, 'grade', grade.id, id), `${path}/id`)}
              />
              <OptionalNumberField
                label={t('workshop.grade.atLeast')}
                path={`${path}/atLeast`}
                value={grade.atLeast}
                onChange={(atLeast) => change(withMember(grade, 'atLeast', atLeast), 'atLeast')}
              />
              <OptionalNumberField
                label={t('workshop.grade.atMost')}
                path={`${path}/atMost`}
                value={grade.atMost}
                onChange={(atMost) => change(withMember(grade, 'atMost', atMost), 'atMost')}
              />
              <CheckField
                label={t('workshop.grade.withoutVeto')}
                path={`${path}/withoutVeto`}
                value={grade.withoutVeto === true}
                onChange={(on) => change(withMember(grade, 'withoutVeto', on ? true : undefined), 'veto')}
              />
              {(['quota', 'lastPlaces'] as const).map((which) => (
                <Places
                  key={which}
                  which={which}
                  path={`${path}/${which}`}
                  value={grade[which]}
                  onChange={(places) => change(withMember(grade, which, places), which)}
                />
              ))}
            </div>
            <RowActions
              name={text(grade.title)}
              list={book.grades}
              index={index}
              least={1}
              onChange={(next) => set(next)}
            />
          </fieldset>
        );
      })}
      <Button onClick={add}>{t('workshop.grade.add')}</Button>
    </>
  );
}

type Quota = NonNullable<Grade['quota']>;

/** A quota, or the last places that are kept out: a share, a number or both. */
function Places({
  which,
  path,
  value,
  onChange,
}: {
  readonly which: 'quota' | 'lastPlaces';
  readonly path: string;
  readonly value: Quota | undefined;
  readonly onChange: (value: Quota | undefined) => void;
}) {
  const { t } = useTranslation();
  const fresh: Quota = {
    ratio: which === 'quota' ? '0.2' : '0.05',
    rounding: 'down',
    minimum: which === 'quota' ? 1 : 0,
    scope: 'cohort',
    tieAtEdge: 'in',
  };
  return (
    <div className="is-whole">
      <CheckField
        label={t(`workshop.grade.${which}`)}
        path={path}
        value={value !== undefined}
        onChange={(on) => onChange(on ? fresh : undefined)}
      />
      {value && (
        <div className="form-grid" role="group" aria-label={t(`workshop.grade.${which}`)}>
          <OptionalNumberField
            label={t('workshop.grade.ratio')}
            hint={t('workshop.grade.ratioHint')}
            path={`${path}/ratio`}
            value={value.ratio}
            onChange={(ratio) => onChange(withMember(value, 'ratio', ratio))}
          />
          <CountField
            label={t('workshop.grade.count')}
            path={`${path}/count`}
            value={value.count}
            onChange={(count) => onChange(withMember(value, 'count', count))}
          />
          <SelectField
            label={t('workshop.grade.rounding')}
            value={value.rounding}
            options={(['down', 'half-up', 'half-even', 'up'] as const).map((each) => ({
              value: each,
              label: t(`workshop.rounding.${each}`),
            }))}
            onChange={(rounding) => onChange({ ...value, rounding })}
          />
          <CountField
            label={t('workshop.grade.minimum')}
            path={`${path}/minimum`}
            value={value.minimum}
            onChange={(minimum) => minimum !== undefined && onChange({ ...value, minimum })}
          />
          <SelectField
            label={t('workshop.grade.scope')}
            value={value.scope}
            options={(['cohort', 'all'] as const).map((each) => ({
              value: each,
              label: t(`workshop.grade.scopes.${each}`),
            }))}
            onChange={(scope) => onChange({ ...value, scope })}
          />
          <SelectField
            label={t('workshop.grade.tieAtEdge')}
            value={value.tieAtEdge}
            options={(['in', 'out'] as const).map((each) => ({
              value: each,
              label: t(`workshop.grade.edge.${each}`),
            }))}
            onChange={(tieAtEdge) => onChange({ ...value, tieAtEdge })}
          />
        </div>
      )}
    </div>
  );
}
