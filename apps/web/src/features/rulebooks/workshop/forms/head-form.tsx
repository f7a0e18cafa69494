import { UnitType } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/button.js';
import { CheckField, CountField, DayField, NumberField, OptionalNumberField, TextField } from './field.js';
import type { FormProps } from './form-props.js';
import { RoundingField } from './rounding-field.js';
import { RowActions } from './row-actions.js';
import { TextPairField } from './text-pair-field.js';

/** What the whole book says about itself: name, time, for whom, total and rounding. */
export function HeadForm({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const set = (field: string, change: Partial<RuleBook>) => edit({ ...book, ...change }, field);
  const { effective, rounding, totalBounds = {} } = book;
  return (
    <>
      <fieldset className="form-group">
        <legend>{t('workshop.head.what')}</legend>
        <div className="form-grid">
          <TextPairField
            label={t('workshop.field.title')}
            path="/title"
            value={book.title}
            onChange={(title) => set('/title', { title })}
          />
          <TextPairField
            label={t('workshop.head.issuer')}
            path="/issuer"
            value={book.issuer}
            onChange={(issuer) => set('/issuer', { issuer })}
          />
          <TextField
            label={t('workshop.head.id')}
            hint={t('workshop.head.idHint')}
            path="/id"
            value={book.id}
            invalid={!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(book.id)}
            onChange={(id) => set('/id', { id })}
          />
          <TextField
            label={t('workshop.head.version')}
            path="/version"
            value={book.version}
            invalid={!/^\d+(\.\d+)*$/.test(book.version)}
            onChange={(version) => set('/version', { version })}
          />
          <CountField
            label={t('workshop.head.year')}
            path="/year"
            value={book.year}
            onChange={(year) => year !== undefined && set('/year', { year })}
          />
          <DayField
            label={t('workshop.head.from')}
            path="/effective/from"
            value={effective.from}
            onChange={(from) => set('/effective/from', { effective: { ...effective, from } })}
          />
          <DayField
            label={t('workshop.head.to')}
            path="/effective/to"
            value={effective.to}
            onChange={(to) => set('/effective/to', { effective: { ...effective, to } })}
          />
        </div>
      </fieldset>
      <UnitTypes book={book} edit={edit} />
      <fieldset className="form-group">
        <legend>{t('workshop.head.sum')}</legend>
        <div className="form-grid">
          <NumberField
            label={t('workshop.head.total')}
            path="/totalPoints"
            value={book.totalPoints}
            onChange={(totalPoints) => set('/totalPoints', { totalPoints })}
          />
          <OptionalNumberField
            label={t('workshop.head.floor')}
            path="/totalBounds/floor"
            value={totalBounds.floor}
            onChange={(floor) => edit(withBounds(book, { ...totalBounds, floor }), '/totalBounds/floor')}
          />
          <OptionalNumberField
            label={t('workshop.head.cap')}
            path="/totalBounds/cap"
            value={totalBounds.cap}
            onChange={(cap) => edit(withBounds(book, { ...totalBounds, cap }), '/totalBounds/cap')}
          />
        </div>
        <div className="form-grid">
          {(['indicator', 'section', 'total'] as const).map((what) => (
            <RoundingField
              key={what}
              label={t(`workshop.head.rounding.${what}`)}
              path={`/rounding/${what}`}
              none={t('workshop.rounding.none')}
              value={rounding[what]}
              onChange={(next) => set(`/rounding/${what}`, { rounding: { ...rounding, [what]: next } })}
            />
          ))}
        </div>
      </fieldset>
      <Notes book={book} edit={edit} />
    </>
  );
}

/** Members that are left out are not there at all: the format refuses what it does not know. */
function withBounds(
  book: RuleBook,
  { floor, cap }: { floor?: string | undefined; cap?: string | undefined },
): RuleBook {
  const { totalBounds: _, ...rest } = book;
  const bounds = { ...(floor !== undefined && { floor }), ...(cap !== undefined && { cap }) };
  return Object.keys(bounds).length === 0 ? rest : { ...rest, totalBounds: bounds };
}

function UnitTypes({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const all = [...new Set<string>([...UnitType.options, ...book.unitTypes])];
  return (
    <fieldset className="form-group">
      <legend>{t('workshop.head.unitTypes')}</legend>
      <div className="form-grid">
        {all.map((type, index) => (
          <CheckField
            key={type}
            label={t(`unitType.${type}`, { defaultValue: type })}
            path={index === 0 ? '/unitTypes' : undefined}
            value={book.unitTypes.includes(type)}
            onChange={(on) =>
              edit(
                {
                  ...book,
                  unitTypes: all.filter((each) => (each === type ? on : book.unitTypes.includes(each))),
                },
                '/unitTypes',
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function Notes({ book, edit }: FormProps) {
  const { t } = useTranslation();
  const notes = book.notes ?? [];
  const set = (next: RuleBook['notes'], field: string) => {
    const { notes: _, ...rest } = book;
    edit(next === undefined || next.length === 0 ? rest : { ...rest, notes: next }, field);
  };
  return (
    <fieldset className="form-group">
      <legend>{t('workshop.head.notes')}</legend>
      <ul className="form-rows">
        {notes.map((note, index) => (
          <li key={index} className="form-row">
            <TextPairField
              label={t('workshop.head.note', { number: index + 1 })}
              path={`/notes/${index}`}
              lines={2}
              value={note}
              onChange={(next) =>
                set(
                  notes.map((each, position) => (position === index ? next : each)),
                  `/notes/${index}`,
                )
              }
            />
            <RowActions
              name={t('workshop.head.note', { number: index + 1 })}
              list={notes}
              index={index}
              onChange={(next) => set(next, 'notes')}
            />
          </li>
        ))}
      </ul>
      <Button small onClick={() => set([...notes, { zh: '', en: '' }], 'notes')}>
        {t('workshop.head.addNote')}
      </Button>
    </fieldset>
  );
}
