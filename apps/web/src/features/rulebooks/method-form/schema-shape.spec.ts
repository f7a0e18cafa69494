import {
  Condition,
  Finish,
  Indicator,
  Measure,
  NotApplicable,
  Rounding,
  Selection,
  type Measure as M,
} from '@heng/rules';
import { allMethods, methodSchema, shapeOf, variantFor } from './schema-shape.js';

const variants = (schema: Parameters<typeof shapeOf>[0]) => {
  const shape = shapeOf(schema);
  return shape.kind === 'variants' ? shape.variants : [];
};

describe('the shapes of the rule format', () => {
  it('know all fourteen methods and every kind of measure', () => {
    expect(allMethods).toHaveLength(14);
    expect(variants(Measure).length).toBeGreaterThan(30);
    expect(variants(Condition).map(({ key }) => key)).toEqual([
      'is-true',
      'is-option',
      'compare',
      'all',
      'any',
      'not',
    ]);
  });

  it('tell objects without a tag apart by what the others lack', () => {
    expect(variants(Rounding).map(({ key }) => key)).toEqual(['digits', 'step']);
    expect(variants(Selection).map(({ key }) => key)).toEqual(['best', 'dropLowest']);
  });

  it('split a number that may be worked out or left open into choices', () => {
    const low = shapeOf(methodSchema('efficacy'));
    const member = low.kind === 'object' ? low.members.find(({ key }) => key === 'low') : undefined;
    expect(variants(member!.schema).map(({ key }) => key)).toEqual(['cohort', 'number', 'measure']);
    const cap = shapeOf(methodSchema('proportion'));
    const capShare = cap.kind === 'object' ? cap.members.find(({ key }) => key === 'capShare') : undefined;
    expect(variants(capShare!.schema).map(({ key }) => key)).toEqual(['number', 'none']);
  });

  it('recognise the variant of a value', () => {
    const target = variants(Measure);
    const days: M = { kind: 'days', fact: 'a', since: '2026-01-01' };
    expect(variantFor(days, target)?.key).toBe('days');
    expect(variantFor({ mode: 'down', step: '0.5' }, variants(Rounding))?.key).toBe('step');
    expect(variantFor({ kind: 'nothing' }, target)).toBeNull();
    expect(variantFor({ method: 'ranked', form: 'tier' }, variants(methodSchema('ranked')))?.key).toBe(
      'tier',
    );
  });

  it('draw everything that an indicator has', () => {
    for (const schema of [Indicator, Finish, NotApplicable]) expect(() => walk(schema, 0)).not.toThrow();
    for (const method of allMethods) expect(() => walk(methodSchema(method), 0)).not.toThrow();
  });
});

function walk(schema: Parameters<typeof shapeOf>[0], depth: number): void {
  if (depth > 4) return;
  const shape = shapeOf(schema);
  if (shape.kind === 'object') shape.members.forEach((member) => walk(member.schema, depth + 1));
  if (shape.kind === 'list') walk(shape.of, depth + 1);
  if (shape.kind === 'pair') shape.of.forEach((each) => walk(each, depth + 1));
  if (shape.kind === 'variants')
    shape.variants.forEach((variant) => variant.schema !== null && walk(variant.schema, depth + 1));
}
