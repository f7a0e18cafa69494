import { Indicator } from '@heng/rules';
import { methodSchema, schemaName, shapeOf, variantFor, allMethods } from './schema-shape.js';
import { variantPath, wordPath, type Schema } from './schema-words.js';

/** Where the parts of an indicator have their words: methods by their own name, the other parts by theirs. */
const roots: Readonly<Record<string, string>> = {
  finish: 'finish',
  notApplicable: 'notApplicable',
  measure: 'measure',
};

/**
 * The place in the rule format that a pointer below an indicator leads to, as far as it is known: `/score/above/per` of steps is
 * `steps/above/per`. So a problem can be called by the name of its field.
 */
export function placeOfProblem(indicator: Indicator, pointer: string): string {
  const [root = '', ...steps] = pointer.split('/').slice(1);
  const member = (indicator as unknown as Readonly<Record<string, unknown>>)[root];
  if (root === 'score') {
    const { method } = indicator.score;
    return allMethods.includes(method) ? inside(methodSchema(method), method, member, steps) : 'score';
  }
  const schema = (Indicator.shape as Readonly<Record<string, Schema>>)[root];
  if (schema === undefined) return `indicator/${root}`;
  return inside(schema, roots[root] ?? `indicator/${root}`, member, steps);
}

function inside(schema: Schema, place: string, value: unknown, steps: readonly string[]): string {
  const [step, ...rest] = steps;
  if (step === undefined) return place;
  const path = wordPath(schema, place);
  const shape = shapeOf(schema);
  const inner = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
  switch (shape.kind) {
    case 'object': {
      const member = shape.members.find(({ key }) => key === step);
      return member === undefined ? place : inside(member.schema, `${path}/${step}`, inner, rest);
    }
    case 'list':
      // What is said of a whole row is said of the list.
      return rest.length === 0 && shapeOf(shape.of).kind === 'object'
        ? place
        : inside(shape.of, path, inner, rest);
    case 'pair': {
      const each = shape.of[Number.parseInt(step, 10)];
      return each === undefined ? place : inside(each, `${path}/${step}`, inner, rest);
    }
    case 'variants': {
      const variant = variantFor(value, shape.variants);
      if (variant?.schema == null) return place;
      const next = schemaName(variant.schema) === null ? variantPath(variant, path) : place;
      return inside(variant.schema, next, value, steps);
    }
    default:
      return place;
  }
}
