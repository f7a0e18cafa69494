import { TextPairField } from '../workshop/forms/text-pair-field.js';
import { AttributesField } from './attributes-field.js';
import { useScene, type SchemaFieldProps } from './form-scene.js';
import { ListField } from './list-field.js';
import { ObjectFields } from './object-fields.js';
import { OptionalPart } from './optional-part.js';
import { PartGroup } from './part-group.js';
import { ReferenceField } from './reference-field.js';
import { shapeOf, type Shape } from './schema-shape.js';
import { wordPath, type Schema } from './schema-words.js';
import {
  CheckField,
  DayField,
  DecimalField,
  FlagField,
  IntegerField,
  SelectField,
  type FieldProps,
} from './simple-fields.js';
import { useSchemaWords } from './use-schema-words.js';
import { VariantField } from './variant-field.js';

/** The field, or the fields, for what a schema asks for. What the document says is shown as it is, even where it is unfinished. */
export function SchemaField({
  schema,
  place,
  at,
  value,
  optional = false,
  label,
  onChange,
}: SchemaFieldProps) {
  const words = useSchemaWords();
  const shape = shapeOf(schema);
  const path = wordPath(schema, place);
  const field: FieldProps = {
    label: label ?? words.field(place),
    path: place,
    at,
    hint: words.hint(place),
    value,
    optional,
    onChange,
  };
  if (isPart(shape)) {
    const part = <Part schema={schema} shape={shape} path={path} field={field} />;
    return optional ? (
      <OptionalPart schema={schema} field={field}>
        {part}
      </OptionalPart>
    ) : (
      part
    );
  }
  switch (shape.kind) {
    case 'decimal':
      return <DecimalField {...field} />;
    case 'integer':
      return <IntegerField {...field} />;
    case 'day':
      return <DayField {...field} />;
    case 'id':
      return <ReferenceField {...field} />;
    case 'boolean':
      return <CheckField {...field} />;
    case 'fixed':
      return <FlagField {...field} word={shape.value} />;
    case 'words':
      return (
        <SelectField
          {...field}
          choices={shape.words.map((word) => ({ value: word, label: words.word(path, word) }))}
        />
      );
    case 'text':
      // An empty name would be a fault; one that may be left out is added on purpose.
      return optional ? (
        <OptionalPart schema={schema} field={field}>
          <TextField {...field} />
        </OptionalPart>
      ) : (
        <TextField {...field} />
      );
    case 'lists-by-name':
      return <AttributesField {...field} />;
    default:
      return null;
  }
}

function TextField({ label, at, value, onChange }: FieldProps) {
  const { prefix } = useScene();
  const text = typeof value === 'object' && value !== null ? (value as { zh?: string; en?: string }) : {};
  return (
    <TextPairField
      label={label}
      path={`${prefix}${at}`}
      value={{ zh: text.zh ?? '', en: text.en ?? '' }}
      onChange={onChange}
    />
  );
}

type PartShape = Extract<Shape, { kind: 'object' | 'list' | 'pair' | 'variants' }>;

const isPart = (shape: Shape): shape is PartShape =>
  shape.kind === 'object' || shape.kind === 'list' || shape.kind === 'pair' || shape.kind === 'variants';

/** What has fields of its own. */
function Part({
  schema,
  shape,
  path,
  field,
}: {
  readonly schema: Schema;
  readonly shape: PartShape;
  readonly path: string;
  readonly field: FieldProps;
}) {
  const { at, label, value, onChange } = field;
  switch (shape.kind) {
    case 'object':
      return (
        <PartGroup label={label} at={at}>
          <ObjectFields schema={schema} path={path} at={at} value={value} onChange={onChange} />
        </PartGroup>
      );
    case 'list':
      return <ListField {...field} of={shape.of} path={path} />;
    case 'pair': {
      const list: readonly unknown[] = Array.isArray(value) ? value : [];
      return (
        <>
          {shape.of.map((each, index) => (
            <SchemaField
              key={index}
              schema={each}
              place={`${path}/${index}`}
              at={`${at}/${index}`}
              value={list[index]}
              onChange={(next, facts) =>
                onChange(
                  shape.of.map((_, other) => (other === index ? next : list[other])),
                  facts,
                )
              }
            />
          ))}
        </>
      );
    }
    case 'variants':
      return <VariantField {...field} variants={shape.variants} path={path} place={field.path} />;
  }
}
