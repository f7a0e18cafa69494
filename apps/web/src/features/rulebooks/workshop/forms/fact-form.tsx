import { FactSource, type Fact, type FactKind, type Text } from '@heng/rules';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../../platform/i18n.js';
import { Button } from '../../../../ui/button.js';
import { changeKind } from '../change-fact-kind.js';
import type { Place } from '../place.js';
import { renameId } from '../rename-id.js';
import type { Use } from '../used-by.js';
import { CheckField, NumberField, OptionalNumberField, SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { IdField } from './id-field.js';
import { RawPart } from './raw-part.js';
import { RowActions } from './row-actions.js';
import { OptionalTextPairField, TextPairField } from './text-pair-field.js';
import { withMember } from './with-member.js';

type Props = FormProps & {
  readonly fact: Fact;
  readonly path: string;
  readonly uses: readonly Use[];
  readonly onGo: (place: Place) => void;
  readonly onDuplicate: () => void;
  readonly readOnly: boolean;
};

const kinds = [
  'number',
  'percent',
  'boolean',
  'choice',
  'date',
  'records',
  'ballots',
  'panel',
  'raters',
] as const satisfies readonly FactKind[];

/** One fact: what is asked, of whom, with what proof, and where it is used. */
export function FactForm({ book, edit, fact, path, uses, onGo, onDuplicate, readOnly }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const set = (next: Fact, field: string) =>
    edit(
      { ...book, facts: book.facts.map((each) => (each.id === fact.id ? next : each)) },
      `${path}/${field}`,
    );
  return (
    <>
      <fieldset className="form-group" disabled={readOnly}>
        <legend>{text(fact.title) || fact.id}</legend>
        <div className="form-grid">
          <TextPairField
            label={t('workshop.field.title')}
            path={`${path}/title`}
            value={fact.title}
            onChange={(title) => set({ ...fact, title }, 'title')}
          />
          <IdField
            value={fact.id}
            isTaken={(id) => book.facts.some((each) => each.id === id)}
            onChange={(id) => {
              edit(renameId(book, 'fact', fact.id, id), `${path}/id`);
              onGo({ kind: 'fact', id });
            }}
          />
          <SelectField
            label={t('workshop.fact.kind')}
            path={`${path}/kind`}
            value={fact.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`workshop.kind.${kind}`) }))}
            onChange={(kind) =>
              set(
                changeKind(fact, kind, (key) => both(t(`workshop.fact.${key}`))),
                'kind',
              )
            }
          />
          <SelectField
            label={t('workshop.fact.source')}
            path={`${path}/source`}
            value={fact.source}
            options={FactSource.options.map((source) => ({
              value: source,
              label: t(`workshop.source.${source}`),
            }))}
            onChange={(source) => set({ ...fact, source }, 'source')}
          />
          <OptionalNumberField
            label={t('workshop.fact.minutes')}
            path={`${path}/minutes`}
            value={fact.minutes}
            onChange={(minutes) => set(withMember(fact, 'minutes', minutes), 'minutes')}
          />
          <TextPairField
            label={t('workshop.fact.enteredBy')}
            path={`${path}/enteredBy`}
            value={fact.enteredBy}
            onChange={(enteredBy) => set({ ...fact, enteredBy }, 'enteredBy')}
          />
          <KindFields book={book} edit={edit} fact={fact} path={path} set={set} />
          <OptionalTextPairField
            label={t('workshop.fact.definition')}
            path={`${path}/definition`}
            value={fact.definition}
            onChange={(definition) => set(withMember(fact, 'definition', definition), 'definition')}
          />
          <OptionalTextPairField
            label={t('workshop.fact.evidence')}
            path={`${path}/evidence`}
            value={fact.evidence}
            onChange={(evidence) => set(withMember(fact, 'evidence', evidence), 'evidence')}
          />
        </div>
        <div className="row-actions">
          <Button small onClick={onDuplicate}>
            {t('workshop.outline.duplicate')}
          </Button>
          <Button
            small
            look="problem"
            onClick={() => {
              edit({ ...book, facts: book.facts.filter((each) => each.id !== fact.id) }, 'facts');
              onGo({ kind: 'facts' });
            }}
          >
            {t('workshop.fact.remove')}
          </Button>
        </div>
        <RawPart book={book} edit={edit} label={t('workshop.fact.name')} path={path} value={fact} />
      </fieldset>
      <h3>{t('workshop.fact.usedBy')}</h3>
      {uses.length === 0 ? (
        <p className="muted">{t('workshop.fact.usedNowhere')}</p>
      ) : (
        <ul className="used-by">
          {uses.map(({ place, title }, index) => (
            <li key={index}>
              <button type="button" className="link-button" onClick={() => onGo(place)}>
                {'id' in place ? `${place.id} ` : ''}
                {text(title)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const both = (words: string): Text => ({ zh: words, en: words });

type KindProps = FormProps & {
  readonly fact: Fact;
  readonly path: string;
  readonly set: (fact: Fact, field: string) => void;
};

/** What only facts of its kind have. */
function KindFields({ book, edit, fact, path, set }: KindProps) {
  const { t } = useTranslation();
  switch (fact.kind) {
    case 'number':
      return (
        <>
          <TextPairField
            label={t('workshop.fact.unit')}
            path={`${path}/unit`}
            value={fact.unit}
            onChange={(unit) => set({ ...fact, unit }, 'unit')}
          />
          <Checks book={book} edit={edit} fact={fact} path={path} set={set} />
          {fact.from !== undefined && (
            <RawPart
              book={book}
              edit={edit}
              label={t('workshop.fact.from')}
              path={`${path}/from`}
              value={fact.from}
              sentence={t('workshop.fact.fromSentence', { book: fact.from.book })}
            />
          )}
        </>
      );
    case 'percent':
      return <Checks book={book} edit={edit} fact={fact} path={path} set={set} />;
    case 'choice':
    case 'ballots':
      return (
        <Entries
          label={t('workshop.fact.options')}
          path={`${path}/options`}
          entries={fact.options}
          least={2}
          extra={
            fact.kind === 'ballots'
              ? (option, change) => (
                  <CheckField
                    label={t('workshop.fact.notValid')}
                    value={option.valid === false}
                    onChange={(on) => change(withMember(option, 'valid', on ? (false as const) : undefined))}
                  />
                )
              : undefined
          }
          onChange={(options, field) => set({ ...fact, options } as Fact, field)} // the options of the kind it is
        />
      );
    case 'records':
      return (
        <>
          <Entries
            label={t('workshop.fact.levels')}
            path={`${path}/levels`}
            entries={fact.levels}
            least={1}
            onChange={(levels, field) => set({ ...fact, levels }, field)}
          />
          <Entries
            label={t('workshop.fact.genres')}
            path={`${path}/genres`}
            entries={fact.genres ?? []}
            least={0}
            onChange={(genres, field) =>
              set(withMember(fact, 'genres', genres.length === 0 ? undefined : genres), field)
            }
          />
        </>
      );
    case 'panel':
      return (
        <NumberField
          label={t('workshop.fact.scale')}
          path={`${path}/scale`}
          value={fact.scale}
          onChange={(scale) => set({ ...fact, scale }, 'scale')}
        />
      );
    case 'raters':
      return (
        <>
          <NumberField
            label={t('workshop.fact.scale')}
            path={`${path}/scale`}
            value={fact.scale}
            onChange={(scale) => set({ ...fact, scale }, 'scale')}
          />
          <Entries
            label={t('workshop.fact.groups')}
            path={`${path}/groups`}
            entries={fact.groups}
            least={1}
            onChange={(groups, field) => set({ ...fact, groups }, field)}
          />
        </>
      );
    default:
      return null;
  }
}

type Checked = Extract<Fact, { kind: 'number' | 'percent' }>;

function Checks({ book, fact, path, set }: KindProps & { readonly fact: Checked }) {
  const { t } = useTranslation();
  const text = useText();
  const checks = fact.checks ?? {};
  const change = (next: NonNullable<Checked['checks']>, field: string) =>
    set(withMember(fact, 'checks', Object.keys(next).length === 0 ? undefined : next), `checks/${field}`);
  return (
    <div className="is-whole form-grid" role="group" aria-label={t('workshop.fact.checks')}>
      {(['min', 'max', 'step'] as const).map((limit) => (
        <OptionalNumberField
          key={limit}
          label={t(`workshop.fact.${limit}`)}
          path={`${path}/checks/${limit}`}
          value={checks[limit]}
          onChange={(value) => change(withMember(checks, limit, value), limit)}
        />
      ))}
      <CheckField
        label={t('workshop.fact.integer')}
        path={`${path}/checks/integer`}
        value={checks.integer === true}
        onChange={(on) => change(withMember(checks, 'integer', on ? true : undefined), 'integer')}
      />
      <SelectField
        label={t('workshop.fact.atMost')}
        path={`${path}/checks/atMost`}
        value={checks.atMost ?? ''}
        options={[
          { value: '', label: t('workshop.fact.noOther') },
          ...book.facts
            .filter(({ id, kind }) => id !== fact.id && (kind === 'number' || kind === 'percent'))
            .map(({ id, title }) => ({ value: id, label: text(title) })),
        ]}
        onChange={(atMost) =>
          change(withMember(checks, 'atMost', atMost === '' ? undefined : atMost), 'atMost')
        }
      />
    </div>
  );
}

type Entry = { id: string; title: Text; valid?: false | undefined };

/** Options, levels, genres or groups: an id and a title each. */
function Entries({
  label,
  path,
  entries,
  least,
  extra,
  onChange,
}: {
  readonly label: string;
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly least: number;
  readonly extra?: ((entry: Entry, change: (next: Entry) => void) => ReactNode) | undefined;
  readonly onChange: (entries: Entry[], field: string) => void;
}) {
  const { t } = useTranslation();
  const text = useText();
  const add = () => {
    let number = entries.length + 1;
    while (entries.some(({ id }) => id === `option-${number}`)) number += 1;
    onChange([...entries, { id: `option-${number}`, title: both(`${label} ${number}`) }], 'entries');
  };
  return (
    <fieldset className="form-group is-whole" data-path={path}>
      <legend>{label}</legend>
      <ul className="form-rows">
        {entries.map((entry, index) => {
          const change = (next: Entry, field: string) =>
            onChange(
              entries.map((each, at) => (at === index ? next : each)),
              `${path}/${index}/${field}`,
            );
          return (
            <li key={index} className="form-row">
              <TextPairField
                label={t('workshop.field.title')}
                path={`${path}/${index}/title`}
                value={entry.title}
                onChange={(title) => change({ ...entry, title }, 'title')}
              />
              <div className="field">
                <IdField
                  value={entry.id}
                  isTaken={(id) => entries.some((each) => each.id === id)}
                  onChange={(id) => change({ ...entry, id }, 'id')}
                />
              </div>
              {extra?.(entry, (next) => change(next, 'valid'))}
              <RowActions
                name={text(entry.title)}
                list={entries}
                index={index}
                least={least}
                onChange={(next) => onChange(next, 'entries')}
              />
            </li>
          );
        })}
      </ul>
      <Button small onClick={add}>
        {t('workshop.fact.addEntry', { label })}
      </Button>
    </fieldset>
  );
}
