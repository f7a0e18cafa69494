import type { Cohorts, Text } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { SelectField, TextField } from './field.js';
import type { FormProps } from './form-props.js';
import { IdField } from './id-field.js';
import { RowActions } from './row-actions.js';
import { TextPairField } from './text-pair-field.js';
import { WordsField } from './words-field.js';

const ways = ['all', 'parent', 'attribute', 'list'] as const;

/** 分组: which units are ranked and compared with each other. */
export function CohortsForm({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const { cohorts } = book;
  const set = (next: Cohorts, field = 'cohorts') => edit({ ...book, cohorts: next }, field);
  return (
    <fieldset className="form-group">
      <legend>{t('workshop.place.cohorts')}</legend>
      <div className="form-grid">
        <SelectField
          label={t('workshop.cohorts.by')}
          path="/cohorts/by"
          value={cohorts.by}
          options={ways.map((by) => ({ value: by, label: t(`workshop.cohorts.${by}`) }))}
          onChange={(by) => set(startOf(by, t('workshop.cohorts.new')))}
        />
        {cohorts.by === 'attribute' && (
          <TextField
            label={t('workshop.cohorts.attributeName')}
            hint={t('workshop.cohorts.attributeHint')}
            path="/cohorts/attribute"
            value={cohorts.attribute}
            onChange={(attribute) => set({ ...cohorts, attribute }, '/cohorts/attribute')}
          />
        )}
      </div>
      {cohorts.by === 'attribute' && (
        <Groups
          groups={cohorts.groups}
          fresh={(group) => ({ ...group, values: [] })}
          members={({ values }) => values}
          label={t('workshop.cohorts.values')}
          onChange={(groups, field) => set({ ...cohorts, groups }, field)}
          withMembers={(group, values) => ({ ...group, values })}
        />
      )}
      {cohorts.by === 'list' && (
        <Groups
          groups={cohorts.groups}
          fresh={(group) => ({ ...group, units: [] })}
          members={({ units }) => units}
          label={t('workshop.cohorts.units')}
          onChange={(groups, field) => set({ ...cohorts, groups }, field)}
          withMembers={(group, units) => ({ ...group, units })}
        />
      )}
    </fieldset>
  );
}

function startOf(by: Cohorts['by'], name: string): Cohorts {
  const group = { id: 'A', title: { zh: name, en: name } };
  switch (by) {
    case 'attribute':
      return { by, attribute: 'group', groups: [{ ...group, values: [] }] };
    case 'list':
      return { by, groups: [{ ...group, units: [] }] };
    default:
      return { by };
  }
}

type Group = { readonly id: string; readonly title: Text };

function Groups<G extends Group>({
  groups,
  fresh,
  members,
  withMembers,
  label,
  onChange,
}: {
  readonly groups: readonly G[];
  readonly fresh: (group: { id: string; title: Text }) => G;
  readonly members: (group: G) => readonly string[];
  readonly withMembers: (group: G, members: string[]) => G;
  readonly label: string;
  readonly onChange: (groups: G[], field: string) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const change = (index: number, next: G, field: string) =>
    onChange(
      groups.map((each, at) => (at === index ? next : each)),
      `/cohorts/groups/${index}/${field}`,
    );
  const add = () => {
    const taken = new Set(groups.map(({ id }) => id));
    const id =
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? `G${groups.length + 1}`;
    const name = t('workshop.cohorts.new');
    onChange([...groups, fresh({ id, title: { zh: name, en: name } })], 'groups');
  };
  return (
    <>
      <ul className="form-rows">
        {groups.map((group, index) => (
          <li key={index} className="form-row" data-path={`/cohorts/groups/${index}`}>
            <TextPairField
              label={t('workshop.cohorts.title')}
              path={`/cohorts/groups/${index}/title`}
              value={group.title}
              onChange={(title) => change(index, { ...group, title }, 'title')}
            />
            <div className="field">
              <IdField
                value={group.id}
                isTaken={(id) => groups.some((each) => each.id === id)}
                onChange={(id) => change(index, { ...group, id }, 'id')}
              />
            </div>
            <WordsField
              label={label}
              value={members(group)}
              onChange={(typed) => change(index, withMembers(group, typed), 'members')}
            />
            <RowActions
              name={text(group.title)}
              list={groups}
              index={index}
              least={1}
              onChange={(next) => onChange(next, 'groups')}
            />
          </li>
        ))}
      </ul>
      <Button small onClick={add}>
        {t('workshop.cohorts.add')}
      </Button>
    </>
  );
}
