import type { Fact, Measure } from '@heng/rules';
import type { z } from 'zod';
import { factKindsAt } from './fact-kinds.js';
import type { FormScene } from './form-scene.js';
import { initialVariant } from './initial-value.js';
import { withFact } from './change-fact.js';
import { schemaName, shapeOf, type Variant } from './schema-shape.js';
import { variantPath } from './schema-words.js';

type Part = Readonly<Record<string, unknown>>;

/** What a place says after another form was chosen for it: members that both forms have stay, and measures go on inside of measures. */
export function carryOver(
  value: unknown,
  variant: Variant,
  path: string,
  scene: Pick<FormScene, 'book' | 'fact'>,
): unknown {
  const initial = initialVariant(variant, path, scene);
  if (variant.schema === null || schemaName(variant.schema) === 'measure' || !isPart(initial)) return initial;
  const before = isPart(value) ? value : {};
  const shape = shapeOf(variant.schema);
  if (shape.kind !== 'object') return initial;
  const inside = variantPath(variant, path);
  let next: Record<string, unknown> = { ...initial };
  for (const { key, schema } of shape.members) {
    if (key === 'kind' || key === 'form' || key === 'by' || before[key] === undefined) continue;
    // A measure takes over what it can use by its own rules below.
    if (path === 'measure' && key === 'of') continue;
    if (key === 'fact') {
      const fact = fitting(scene.book.facts, before[key], `${inside}/fact`);
      if (fact !== null) next = { ...withFact(next, inside, fact, fact.id) };
    } else if (fits(schema, before[key])) next[key] = before[key];
  }
  return path === 'measure' ? { ...next, ...measuresFor(next, innerOf(before)) } : next;
}

/** The measures of the new form, filled with those of the old one. */
function measuresFor(next: Part, inner: readonly Measure[]): Part {
  const [first] = inner;
  if (first === undefined) return {};
  const blank: Measure = { kind: 'fact', fact: '' };
  if (next['kind'] === 'fact') return first.kind === 'fact' ? { fact: first.fact } : {};
  if (next['kind'] === 'sample-rate') return { positive: first, sample: inner[1] ?? blank };
  if (next['kind'] === 'mean') return { of: inner.map((measure) => ({ measure, weight: '1' })) };
  const { of } = next;
  if (next['kind'] === 'ratio' || next['kind'] === 'difference') return { of: [first, inner[1] ?? blank] };
  if (Array.isArray(of))
    return { of: inner.length < of.length ? [...inner, ...of.slice(inner.length)] : inner };
  return of === undefined ? {} : { of: first };
}

/** The measures that a measure is made of; one that is made of none stands for itself. */
function innerOf(before: Part): readonly Measure[] {
  const { kind, of, positive, sample } = before;
  // A document's parts have the shapes that the schema gives them, or the form is rebuilt from nothing anyway.
  if (Array.isArray(of))
    return of.map((each: Part) => (isPart(each['measure']) ? each['measure'] : each) as Measure);
  if (isPart(of)) return [of as Measure];
  if (isPart(positive)) return [positive as Measure, sample as Measure];
  return kind === undefined || kind === 'none' || kind === 'constant' ? [] : [before as Measure];
}

const fits = (schema: z.core.$ZodType, value: unknown): boolean =>
  (schema as z.ZodType).safeParse(value).success;

const fitting = (facts: readonly Fact[], id: unknown, place: string): Fact | null =>
  facts.find((fact) => fact.id === id && factKindsAt(place).includes(fact.kind)) ?? null;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
