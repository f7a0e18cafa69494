import { Finish, Indicator, NotApplicable } from '@heng/rules';
import type { z } from 'zod';
import { allMethods, methodSchema, schemaName, shapeOf, type Variant } from './schema-shape.js';

export type Schema = z.core.$ZodType;

/** The path under which the words of a schema stand in the catalogue: its own name where it has one, else its place. */
export const wordPath = (schema: Schema, place: string): string => schemaName(schema) ?? place;

/** The place of what is inside a variant: forms with a tag have a place each, as their members may share names. */
export function variantPath(variant: Variant, path: string): string {
  if (variant.schema === null) return path;
  const name = schemaName(variant.schema);
  if (name !== null) return name;
  const shape = shapeOf(variant.schema);
  const isTagged = shape.kind === 'object' && shape.members.some(({ schema }) => isFixed(schema));
  return isTagged ? `${path}/${variant.key}` : path;
}

export const isFixed = (schema: Schema): boolean => shapeOf(schema).kind === 'fixed';

/** All that the catalogue must have a word for: places of fields, and `place=choice` of choices. */
export function placesToName(): { readonly fields: string[]; readonly words: string[] } {
  const [fields, words, seen] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const walk = (schema: Schema, place: string): void => {
    const path = wordPath(schema, place);
    if (path !== place && seen.has(path)) return;
    if (path !== place) seen.add(path);
    const shape = shapeOf(schema);
    if (shape.kind === 'words') shape.words.forEach((word) => words.add(`${path}=${word}`));
    if (shape.kind === 'list') walk(shape.of, path);
    if (shape.kind === 'pair') {
      shape.of.forEach((each, index) => {
        fields.add(`${path}/${index}`);
        walk(each, `${path}/${index}`);
      });
    }
    if (shape.kind === 'object')
      for (const member of shape.members) {
        if (isFixed(member.schema) && !member.optional) continue;
        fields.add(`${path}/${member.key}`);
        walk(member.schema, `${path}/${member.key}`);
      }
    if (shape.kind === 'variants')
      for (const variant of shape.variants) {
        words.add(`${path}=${variant.key}`);
        if (variant.schema !== null) walk(variant.schema, variantPath(variant, path));
      }
  };
  for (const method of allMethods) walk(methodSchema(method), method);
  walk(Finish, 'finish');
  walk(NotApplicable, 'notApplicable');
  for (const key of ['title', 'points', 'appliesTo', 'scoredBy', 'missing'] as const) {
    fields.add(`indicator/${key}`);
    walk(Indicator.shape[key], `indicator/${key}`);
  }
  return { fields: [...fields], words: [...words] };
}
