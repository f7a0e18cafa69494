import {
  AbsentParts,
  CohortTake,
  Comparison,
  Condition,
  Day,
  DecimalText,
  Id,
  MeanForm,
  Measure,
  Rounding,
  Score,
  Selection,
  Text,
} from '@heng/rules';
import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** One member of an object. `optional`: it may be left out. */
export type Member = { readonly key: string; readonly schema: Schema; readonly optional: boolean };

/** One of several forms that a value can take. `schema`: what is inside it; null when the choice itself is the value. */
export type Variant = {
  readonly key: string;
  /** The value where the choice says it all. */
  readonly value: unknown;
  readonly schema: Schema | null;
};

/** What a schema asks for, as a form draws it. */
export type Shape =
  | { readonly kind: 'decimal' | 'id' | 'text' | 'day' | 'line' | 'boolean' }
  | { readonly kind: 'integer'; readonly least: number | null }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'object'; readonly members: readonly Member[] }
  | { readonly kind: 'list'; readonly of: Schema; readonly least: number }
  | { readonly kind: 'pair'; readonly of: readonly Schema[] }
  | { readonly kind: 'lists-by-name' }
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] };

/** Schemas that mean the same wherever they stand: their words are looked up under this name. */
const named = new Map<Schema, string>([
  [Measure, 'measure'],
  [Condition, 'condition'],
  [Rounding, 'rounding'],
  [Selection, 'selection'],
  [Comparison, 'comparison'],
  [AbsentParts, 'absentParts'],
  [MeanForm, 'meanForm'],
  [CohortTake, 'cohortTake'],
]);

/** The name of a schema that means the same wherever it stands; null for one that is known by its place only. */
export const schemaName = (schema: Schema): string | null => named.get(schema) ?? null;

/** What stands in a place, without its being optional. */
export function unwrapped(schema: Schema): Schema {
  const { def } = known(schema)._zod;
  return def.type === 'optional' ? unwrapped(def.innerType) : schema;
}

export const isOptional = (schema: Schema): boolean => known(schema)._zod.def.type === 'optional';

/**
 * The shape of a schema of the rule format. The format uses few of zod's kinds; a new one must be drawn before it can be edited, so it is
 * an error here and not a field that shows nothing.
 */
export function shapeOf(schema: Schema): Shape {
  if (schema === DecimalText) return { kind: 'decimal' };
  if (schema === Id) return { kind: 'id' };
  if (schema === Text) return { kind: 'text' };
  if (schema === Day) return { kind: 'day' };
  const { def } = known(schema)._zod;
  switch (def.type) {
    case 'optional':
      return shapeOf(def.innerType);
    case 'lazy':
      return shapeOf(def.getter());
    case 'string':
      // Exponents and shares: numbers with a form of their own.
      return (def.checks?.length ?? 0) > 0 ? { kind: 'decimal' } : { kind: 'line' };
    case 'number':
      return { kind: 'integer', least: leastOf(schema) };
    case 'boolean':
      return { kind: 'boolean' };
    case 'enum':
      return { kind: 'words', words: Object.values(def.entries).map(String) };
    case 'literal':
      return { kind: 'fixed', value: def.values[0] };
    case 'object':
      return {
        kind: 'object',
        members: Object.entries(def.shape).map(([key, member]) => ({
          key,
          schema: unwrapped(member),
          optional: isOptional(member),
        })),
      };
    case 'array':
      return { kind: 'list', of: def.element, least: leastOf(schema) ?? 0 };
    case 'tuple':
      return { kind: 'pair', of: def.items };
    case 'record':
      return { kind: 'lists-by-name' };
    case 'nullable':
      return { kind: 'variants', variants: [...variantsOf(def.innerType), choice('none', null)] };
    case 'union':
      return { kind: 'variants', variants: def.options.flatMap(variantsOf) };
    default:
      throw new Error(`the form cannot draw a ${def.type}`);
  }
}

/** The parameters of a method; a method of several forms is a choice of its own. */
export function methodSchema(method: string): Schema {
  const { def } = known(Score)._zod;
  const options = def.type === 'union' ? def.options : [];
  const found = options.find((option) => tagOf(option, 'method') === method);
  if (found === undefined) throw new Error(`there is no method ${method}`);
  return found;
}

export const allMethods: readonly string[] = (() => {
  const { def } = known(Score)._zod;
  return def.type === 'union' ? def.options.map((option) => tagOf(option, 'method') ?? '') : [];
})();

/** Which variant a value is; null when it is none of them. */
export function variantFor(value: unknown, variants: readonly Variant[]): Variant | null {
  const isObject = typeof value === 'object' && value !== null;
  if (!isObject) {
    const said = variants.find((variant) => variant.schema === null && variant.value === value);
    return said ?? (typeof value === 'string' ? (variants.find(isTyped) ?? null) : null);
  }
  const record = value as Readonly<Record<string, unknown>>;
  return (
    variants.find(
      ({ key, schema }) =>
        schema !== null && tags.some((tag) => tagOf(schema, tag) === key && record[tag] === key),
    ) ??
    variants.find(({ key, schema }) => schema !== null && schemaName(schema) === key) ??
    variants.find(({ key, schema }) => schema !== null && tagOfAny(schema) === null && key in record) ??
    null
  );
}

const tags = ['kind', 'form', 'by'] as const;

const isTyped = ({ schema }: Variant): boolean => schema !== null && shapeOf(schema).kind === 'decimal';

const choice = (key: string, value: unknown): Variant => ({ key, value, schema: null });

function variantsOf(schema: Schema): Variant[] {
  const name = schemaName(schema);
  if (name !== null) return [{ key: name, value: undefined, schema }];
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'words':
      return shape.words.map((word) => choice(word, word));
    case 'fixed':
      return [choice(String(shape.value), shape.value)];
    case 'variants':
      return [...shape.variants];
    case 'object':
      return [
        { key: tagOfAny(schema) ?? shape.members.find(isTelling)?.key ?? '', value: undefined, schema },
      ];
    default:
      return [{ key: 'number', value: undefined, schema }];
  }
}

/** Of the objects without a tag each has a member that the others lack, and it is not how to round. */
const isTelling = ({ key }: Member): boolean => key !== 'mode';

const tagOfAny = (schema: Schema): string | null => {
  for (const tag of tags) {
    const found = tagOf(schema, tag);
    if (found !== null) return found;
  }
  return null;
};

/** The fixed word that an object has as this member. */
function tagOf(schema: Schema, tag: string): string | null {
  const { def } = known(schema)._zod;
  if (def.type === 'lazy') return tagOf(def.getter(), tag);
  if (def.type === 'union') return def.options[0] === undefined ? null : tagOf(def.options[0], tag);
  if (def.type !== 'object') return null;
  const member = def.shape[tag];
  if (member === undefined) return null;
  const inner = known(member)._zod.def;
  return inner.type === 'literal' ? String(inner.values[0]) : null;
}

function leastOf(schema: Schema): number | null {
  const { minimum } = schema._zod.bag;
  return typeof minimum === 'number' && Number.isSafeInteger(minimum) ? minimum : null;
}

/** Every schema is one of zod's own kinds, which its base type does not say. */
function known(schema: Schema): z.core.$ZodTypes {
  return schema as z.core.$ZodTypes;
}
