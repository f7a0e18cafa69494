import { useRef, useState, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { withAnotherBand, withBand, withoutBand } from './band-edges.js';
import { PartProblems } from './field-frame.js';
import { useScene, type ChangePart } from './form-scene.js';
import { initialValue } from './initial-value.js';
import { ObjectFields } from './object-fields.js';
import { useNamedThings } from './reference-field.js';
import { shapeOf } from './schema-shape.js';
import type { Schema } from './schema-words.js';
import type { FieldProps } from './simple-fields.js';

type Props = FieldProps & { readonly of: Schema };

/** Rows that can be added, moved and deleted; a list of names of the book is a set of boxes to tick. */
export function ListField(props: Props) {
  return shapeOf(props.of).kind === 'id' ? <TickList {...props} /> : <Rows {...props} />;
}

function TickList({ label, path, at, value, optional = false, onChange }: Props) {
  const { prefix } = useScene();
  const things = useNamedThings(path);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="part-group" data-path={`${prefix}${at}`}>
      <legend>{label}</legend>
      <PartProblems at={at} />
      <div className="tick-list">
        {things.map((thing) => (
          <label key={thing.value}>
            <input
              type="checkbox"
              checked={chosen.includes(thing.value)}
              onChange={({ target }) => {
                const kept = target.checked
                  ? [...chosen, thing.value]
                  : chosen.filter((each) => each !== thing.value);
                onChange(optional && kept.length === 0 ? undefined : kept);
              }}
            />
            {thing.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const bandLists: ReadonlySet<string> = new Set(['tiers/bands', 'measure/banded/bands']);

function Rows({ label, path, at, value, of, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const { book, fact, Field } = useScene();
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const isBands = bandLists.has(path);
  // Bands are objects; the schema says so.
  const bands = list as readonly Readonly<Record<string, unknown>>[];
  const rowKey = `methodForm.rows.${path}`;
  const nameOf = (number: number) =>
    i18n.exists(rowKey) ? t(rowKey, { number }) : t('methodForm.rowOf', { label, number });
  const [focused, setFocused] = useState<number | null>(null);
  const change: (index: number) => ChangePart = (index) => (next, facts) =>
    onChange(
      isBands
        ? withBand(bands, index, next as (typeof bands)[number])
        : list.map((each, other) => (other === index ? next : each)),
      facts,
    );
  const move = (index: number, by: -1 | 1) => {
    const next = [...list];
    const [moved] = next.splice(index, 1);
    next.splice(index + by, 0, moved);
    onChange(next);
  };
  const add = () => {
    // A row of its own kind, not one for each option of the fact.
    const row = initialValue(of, path, { book, fact });
    setFocused(list.length);
    onChange(isBands ? withAnotherBand(bands, row as (typeof bands)[number]) : [...list, row]);
  };
  const remove = (index: number) =>
    onChange(isBands ? withoutBand(bands, index) : list.filter((_, other) => other !== index));
  const isObject = shapeOf(of).kind === 'object';
  return (
    <fieldset className="part-group">
      <legend>{label}</legend>
      <PartProblems at={at} />
      {list.length === 0 && <p className="muted">{t('methodForm.none', { label })}</p>}
      <ol className="rule-rows">
        {list.map((each, index) => (
          <Row
            key={index}
            label={nameOf(index + 1)}
            isFocused={focused === index}
            actions={
              <>
                {!isBands && (
                  <>
                    <Button
                      small
                      look="text"
                      disabled={index === 0}
                      aria-label={t('methodForm.moveUp', { label, number: index + 1 })}
                      onClick={() => move(index, -1)}
                    >
                      {t('methodForm.up')}
                    </Button>
                    <Button
                      small
                      look="text"
                      disabled={index === list.length - 1}
                      aria-label={t('methodForm.moveDown', { label, number: index + 1 })}
                      onClick={() => move(index, 1)}
                    >
                      {t('methodForm.down')}
                    </Button>
                  </>
                )}
                <Button
                  small
                  look="text"
                  aria-label={t('methodForm.removeRow', { label, number: index + 1 })}
                  onClick={() => remove(index)}
                >
                  {t('methodForm.delete')}
                </Button>
              </>
            }
          >
            {isObject ? (
              <>
                <PartProblems at={`${at}/${index}`} />
                <ObjectFields
                  schema={of}
                  path={path}
                  at={`${at}/${index}`}
                  value={each}
                  onChange={change(index)}
                />
              </>
            ) : (
              <Field
                schema={of}
                place={path}
                at={`${at}/${index}`}
                value={each}
                label={nameOf(index + 1)}
                onChange={change(index)}
              />
            )}
          </Row>
        ))}
      </ol>
      <Button small onClick={add}>
        {t('methodForm.addRow', { label })}
      </Button>
    </fieldset>
  );
}

type RowProps = {
  readonly label: string;
  readonly isFocused: boolean;
  readonly actions: ReactNode;
  readonly children: ReactNode;
};

/** A row just added takes the focus, so that its fields can be typed at once. */
function Row({ label, isFocused, actions, children }: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isFocused) row.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [isFocused]);
  return (
    <li ref={row} className="rule-row">
      <div role="group" aria-label={label} className="form-grid">
        {children}
      </div>
      <div className="row-actions">{actions}</div>
    </li>
  );
}
