import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../packages/rules');

/** Titles begin with their rules: `[SC5] [FI1] a part of a step …`. */
const citedIn = (text: string) => [...text.matchAll(/\[([A-Z]{2}\d{1,2})\]/g)].flatMap(([, id]) => id ?? []);

const specs = (['src', 'test'] as const).flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.spec.ts'))
    .map((path) => join(folder, path)),
);
const cases = readdirSync(join(root, 'cases'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json') && !path.includes('/'))
  .map((path) => join('cases', path));

const rules = new Set(
  [...readFileSync(join(root, 'RULES.md'), 'utf8').matchAll(/\*\*([A-Z]{2}\d{1,2})\*\*/g)].flatMap(
    ([, id]) => id ?? [],
  ),
);
const cited = new Set([
  ...specs.flatMap((path) => citedIn(readFileSync(join(root, path), 'utf8'))),
  // Cases name their rule in a field, which becomes part of the title.
  ...cases.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/"rule": "([A-Z]{2}\d{1,2})"/g)].flatMap(
      ([, id]) => id ?? [],
    ),
  ),
]);

describe('the numbered rules and their tests', () => {
  it('every rule has a test whose title carries its number', () => {
    expect([...rules].filter((id) => !cited.has(id))).toEqual([]);
  });

  it('every number in a title is a rule', () => {
    expect([...cited].filter((id) => !rules.has(id))).toEqual([]);
  });

  it('no number stands for two rules', () => {
    const listed = [
      ...readFileSync(join(root, 'RULES.md'), 'utf8').matchAll(/\*\*([A-Z]{2}\d{1,2})\*\*/g),
    ].map(([, id]) => id);
    expect(listed.filter((id, index) => listed.indexOf(id) !== index)).toEqual([]);
  });
});
