import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { useNamedThings } from './reference-field.js';
import { useScene } from './form-scene.js';
import { initialValue } from './initial-value.js';
import { shapeOf } from './schema-shape.js';
import type { Schema } from './schema-words.js';
import type { FieldProps } from './simple-fields.js';

type Props = { readonly schema: Schema; readonly field: FieldProps; readonly children: ReactNode };

/** A part that a rule can do without: a button puts it there, another takes it away. */
export function OptionalPart({ schema, field, children }: Props) {
  const { t } = useTranslation();
  const { book, fact } = useScene();
  const { label, path, value, onChange } = field;
  const shape = shapeOf(schema);
  const isChoice = shape.kind === 'list' && shapeOf(shape.of).kind === 'id';
  const things = useNamedThings(path);
  // What is chosen from a list is left out by choosing nothing, and there may be nothing to choose from.
  if (isChoice) return value === undefined && things.length === 0 ? null : children;
  if (value === undefined)
    return (
      <div className="part-add">
        <Button small onClick={() => onChange(initialValue(schema, path, { book, fact }))}>
          {t('methodForm.add', { label })}
        </Button>
      </div>
    );
  return (
    <div className="is-whole optional-part">
      {children}
      <Button small look="text" onClick={() => onChange(undefined)}>
        {t('methodForm.remove', { label })}
      </Button>
    </div>
  );
}
