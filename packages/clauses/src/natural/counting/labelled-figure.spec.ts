import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNatural } from '../read-natural.js';
import { compareReading } from './compare-reading.js';
import { labelledClauses } from './labelled-clause.js';

const file = fileURLToPath(new URL('../../../cases/clauses.jsonl', import.meta.url));
const compared = labelledClauses(readFileSync(file, 'utf8'))
  .filter(({ uncertain }) => uncertain !== true)
  .map((clause) => compareReading(clause, readNatural(clause.text, clause.context)));

const idsOf = (comparisons: typeof compared) => comparisons.map(({ clause }) => clause.id);

/** What has been reached; a change that reads fewer clauses exactly must say why here. */
const reached = { of: 160, exact: 159 };

it('the labelled clauses are read as exactly as has been reached', () => {
  expect(compared.length).toBe(reached.of);
  expect(compared.filter(({ verdict }) => verdict === 'exact').length).toBeGreaterThanOrEqual(reached.exact);
});

it('no labelled clause is read wrongly in silence', () => {
  expect(idsOf(compared.filter(({ isSilent }) => isSilent))).toEqual([]);
  expect(idsOf(compared.filter(({ verdict }) => verdict === 'wrong'))).toEqual([]);
});

it('few questions are asked that the labels do not ask', () => {
  const added = compared.flatMap(({ addedAmbiguities }) => addedAmbiguities);
  expect(added.length).toBeLessThanOrEqual(30);
});

it('what is understood is mostly said with confidence', () => {
  const unsure = compared.filter(
    ({ verdict, reading }) => verdict === 'exact' && reading.confidence === 'unsure',
  );
  expect(unsure.length).toBeLessThanOrEqual(10);
});

it('[counting] a number under another name is another number, a sign is not', () => {
  const clause = {
    id: 'X1',
    text: '',
    context: { points: 5 },
    methods: ['M21'],
    parameters: { perOccurrence: 1, fail: -2 },
    ambiguities: [],
    executable: 'yes' as const,
  };
  const reading = readNatural('');
  const with_ = (parameters: object) =>
    compareReading(clause, { ...reading, methods: ['M24'], parameters: parameters as never });
  expect(with_({ perOccurrence: '1', fail: '2' }).verdict).toBe('exact');
  expect(with_({ perOccurrence: '1', fail: '-2', floor: '0', points: '5', gap: '1' }).verdict).toBe('exact');
  expect(with_({ perUnit: '1', fail: '-2' }).verdict).toBe('partial');
  expect(compareReading(clause, { ...reading, methods: ['M23'] }).verdict).toBe('wrong');
});
