import { sectionClauseOf, type Combination, type RuleBook, type Section } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../../platform/i18n.js';
import { changeSection, flatSections } from '../edit-tree.js';
import { renameId } from '../rename-id.js';
import { CountField, NumberField, OptionalNumberField, SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { IdField } from './id-field.js';
import { RawPart } from './raw-part.js';
import { RoundingField } from './rounding-field.js';
import { TextPairField } from './text-pair-field.js';
import { withMember } from './with-member.js';

type Props = FormProps & {
  readonly section: Section;
  readonly path: string;
  /** The book while it is valid, for the sentence. */
  readonly valid: RuleBook | null;
  readonly onRenamed: (id: string) => void;
};

/** One section: what it is worth and how its parts make that. */
export function SectionForm({ book, edit, section, path, valid, onRenamed }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const set = (next: Section, field: string) =>
    edit(
      changeSection(book, section.id, () => next),
      `${path}/${field}`,
    );
  const sentence = valid === null ? null : sectionClauseOf(section, valid, locale);
  return (
    <fieldset className="form-group">
      <legend>{t('workshop.section.name')}</legend>
      <div className="form-grid">
        <TextPairField
          label={t('workshop.field.title')}
          path={`${path}/title`}
          value={section.title}
          onChange={(title) => set({ ...section, title }, 'title')}
        />
        <IdField
          key={section.id}
          value={section.id}
          isTaken={(id) => flatSections(book.sections).some((each) => each.id === id)}
          onChange={(id) => {
            edit(renameId(book, 'section', section.id, id), `${path}/id`);
            onRenamed(id);
          }}
        />
        <SelectField
          label={t('workshop.section.role')}
          path={`${path}/role`}
          value={section.role}
          options={(['base', 'bonus', 'deduction', 'derived'] as const).map((role) => ({
            value: role,
            label: t(`workshop.section.${role}`),
          }))}
          onChange={(role) => set({ ...section, role }, 'role')}
        />
        <NumberField
          label={t('workshop.field.points')}
          path={`${path}/points`}
          value={section.points}
          onChange={(points) => set({ ...section, points }, 'points')}
        />
        <OptionalNumberField
          label={t('workshop.section.floor')}
          path={`${path}/floor`}
          value={section.floor}
          onChange={(floor) => set(withMember(section, 'floor', floor), 'floor')}
        />
        <OptionalNumberField
          label={t('workshop.section.cap')}
          path={`${path}/cap`}
          value={section.cap}
          onChange={(cap) => set(withMember(section, 'cap', cap), 'cap')}
        />
        <RoundingField
          label={t('workshop.section.rounding')}
          path={`${path}/rounding`}
          none={t('workshop.rounding.book')}
          value={section.rounding}
          onChange={(rounding) => set(withMember(section, 'rounding', rounding ?? undefined), 'rounding')}
        />
      </div>
      <Combine section={section} path={path} onChange={(next) => set(next, 'combine')} />
      {sentence !== null && <p className="clause">{sentence}</p>}
      <RawPart book={book} edit={edit} label={t('workshop.section.name')} path={path} value={section} />
    </fieldset>
  );
}

const ways = ['none', 'sum', 'weighted-sum', 'mean', 'selected'] as const;

function Combine({
  section,
  path,
  onChange,
}: {
  readonly section: Section;
  readonly path: string;
  readonly onChange: (section: Section) => void;
}) {
  const { t } = useTranslation();
  const { combine } = section;
  const set = (next: Combination | undefined) => onChange(withMember(section, 'combine', next));
  return (
    <div className="form-grid">
      <SelectField
        label={t('workshop.section.combine')}
        path={`${path}/combine`}
        value={combine?.by ?? 'none'}
        options={ways.map((way) => ({ value: way, label: t(`workshop.combine.${way}`) }))}
        onChange={(way) => set(way === 'none' ? undefined : startOf(way, section))}
      />
      {combine && (
        <>
          <SelectField
            label={t('workshop.combine.absent')}
            value={combine.absent}
            options={(['no-number', 'zero', 'leave-out'] as const).map((each) => ({
              value: each,
              label: t(`workshop.absent.${each}`),
            }))}
            onChange={(absent) => set({ ...combine, absent })}
          />
          <CountField
            label={t('workshop.combine.minimum')}
            value={combine.minimum}
            onChange={(minimum) => set(withMember(combine, 'minimum', minimum))}
          />
        </>
      )}
      {combine?.by === 'mean' && (
        <SelectField
          label={t('workshop.combine.form')}
          value={combine.form}
          options={(['arithmetic', 'geometric', 'harmonic'] as const).map((each) => ({
            value: each,
            label: t(`workshop.combine.${each}`),
          }))}
          onChange={(form) => set({ ...combine, form })}
        />
      )}
      {(combine?.by === 'weighted-sum' || combine?.by === 'mean') && (
        <Weights
          section={section}
          weights={combine.weights ?? []}
          onChange={(weights) =>
            set(
              combine.by === 'mean' && weights.length === 0
                ? withMember(combine, 'weights', undefined)
                : { ...combine, weights },
            )
          }
        />
      )}
      {combine?.by === 'selected' && <Keep combine={combine} onChange={set} />}
    </div>
  );
}

type Weight = { part: string; weight: string };

function Weights({
  section,
  weights,
  onChange,
}: {
  readonly section: Section;
  readonly weights: readonly Weight[];
  readonly onChange: (weights: Weight[]) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const parts = [...(section.sections ?? []), ...(section.indicators ?? [])];
  return (
    <div className="is-whole form-grid" role="group" aria-label={t('workshop.combine.weights')}>
      {parts.map(({ id, title }) => (
        <NumberField
          key={id}
          label={t('workshop.combine.weight', { title: text(title) })}
          value={weights.find(({ part }) => part === id)?.weight ?? ''}
          onChange={(weight) =>
            onChange(
              parts.flatMap((part) => {
                const own = part.id === id ? weight : weights.find((each) => each.part === part.id)?.weight;
                return own === undefined || own === '' ? [] : [{ part: part.id, weight: own }];
              }),
            )
          }
        />
      ))}
    </div>
  );
}

type Selected = Extract<Combination, { by: 'selected' }>;

function Keep({
  combine,
  onChange,
}: {
  readonly combine: Selected;
  readonly onChange: (combine: Selected) => void;
}) {
  const { t } = useTranslation();
  const { keep } = combine;
  return (
    <>
      <SelectField
        label={t('workshop.combine.keep')}
        value={'best' in keep ? 'best' : 'drop'}
        options={(['best', 'drop'] as const).map((each) => ({
          value: each,
          label: t(`workshop.combine.${each}`),
        }))}
        onChange={(which) =>
          onChange({
            ...combine,
            keep: which === 'best' ? { best: 2, better: 'higher' } : { dropLowest: 1, dropHighest: 1 },
          })
        }
      />
      {'best' in keep ? (
        <CountField
          label={t('workshop.combine.bestCount')}
          value={keep.best}
          onChange={(best) => best !== undefined && onChange({ ...combine, keep: { ...keep, best } })}
        />
      ) : (
        (['dropLowest', 'dropHighest'] as const).map((end) => (
          <CountField
            key={end}
            label={t(`workshop.combine.${end}`)}
            value={keep[end]}
            onChange={(count) =>
              count !== undefined && onChange({ ...combine, keep: { ...keep, [end]: count } })
            }
          />
        ))
      )}
      <SelectField
        label={t('workshop.combine.take')}
        value={combine.take}
        options={(['sum', 'mean'] as const).map((each) => ({
          value: each,
          label: t(`workshop.combine.take-${each}`),
        }))}
        onChange={(take) => onChange({ ...combine, take })}
      />
    </>
  );
}

function startOf(by: Combination['by'], section: Section): Combination {
  const parts = [...(section.sections ?? []), ...(section.indicators ?? [])];
  switch (by) {
    case 'sum':
      return { by, absent: 'no-number' };
    case 'weighted-sum':
      return { by, weights: parts.map(({ id }) => ({ part: id, weight: '1' })), absent: 'no-number' };
    case 'mean':
      return { by, form: 'arithmetic', absent: 'no-number' };
    case 'selected':
      return { by, keep: { best: 2, better: 'higher' }, take: 'sum', absent: 'no-number' };
  }
}
