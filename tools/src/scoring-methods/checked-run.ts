import {
  observedOf,
  runExample,
  type CatalogueEntry,
  type CatalogueExample,
  type ExampleRun,
} from '@heng/rules/catalogue';

export type Assessed = Extract<ExampleRun, { kind: 'assessed' }>;

/** Runs an example. @throws when it does not give what it expects: a page must not print what the engine would deny */
export function checkedRun(entry: CatalogueEntry, example: CatalogueExample): ExampleRun {
  const run = runExample(entry, example);
  const { expected, problems, refused } = observedOf(run, example);
  const [seen, wanted] = [
    { expected, problems, refused },
    { expected: example.expected, problems: example.problems, refused: example.refused },
  ].map((each) => JSON.stringify(sorted(each)));
  if (seen !== wanted)
    throw new Error(
      `${entry.code}, ${example.title.en}: the engine says ${seen ?? ''}, expected ${wanted ?? ''}`,
    );
  return run;
}

/** The same keys in the same order, so that texts can be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(keys.map(([key, each]) => [key, sorted(each)]));
}
