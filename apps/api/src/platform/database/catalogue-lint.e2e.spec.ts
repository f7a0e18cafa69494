import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { lintCatalogue } from './catalogue-lint.js';
import { declareDistributed, declareReference } from './distribution.js';

let test: TestDatabase;
beforeEach(async () => (test = await createTestDatabase({ empty: true })));
afterEach(() => test.drop());

const city = 'CREATE TABLE city (code text PRIMARY KEY, path text COLLATE "C" NOT NULL)';
const score = `CREATE TABLE score (region_id text, id int, city text REFERENCES city, PRIMARY KEY (region_id, id))`;
const part = `CREATE TABLE part (region_id text, id int, score_id int, PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, score_id) REFERENCES score (region_id, id))`;

async function make(...extra: string[]): Promise<void> {
  const runner = test.dataSource.createQueryRunner();
  for (const statement of [city, score, part]) await runner.query(statement);
  await declareReference(runner, 'city');
  await declareDistributed(runner, 'score');
  await declareDistributed(runner, 'part');
  for (const statement of extra) await runner.query(statement);
  await runner.release();
}

it('accepts reference tables, distributed tables and the keys between them', async () => {
  await make();
  expect(await lintCatalogue(test.dataSource)).toEqual([]);
});

const distributed = `COMMENT ON TABLE x IS 'heng:distributed=region_id'`;
const reference = `COMMENT ON TABLE x IS 'heng:reference'`;
it.each([
  ['declared', ['CREATE TABLE x (id int PRIMARY KEY)']],
  ['primary-key', ['CREATE TABLE x (region_id text)', distributed]],
  [
    'key-starts-with-shard-key',
    ['CREATE TABLE x (region_id text, id int, PRIMARY KEY (id, region_id))', distributed],
  ],
  ['key-starts-with-shard-key', ['CREATE UNIQUE INDEX x ON score (city)']],
  ['key-starts-with-shard-key', ['CREATE UNIQUE INDEX x ON score ((lower(region_id)), id)']],
  [
    'foreign-key',
    [
      'ALTER TABLE score ADD UNIQUE (region_id)',
      'CREATE TABLE x (id int PRIMARY KEY, r text REFERENCES score (region_id))',
      reference,
    ],
  ],
  [
    'foreign-key',
    [
      'CREATE TABLE x (region_id text, other text, id int, PRIMARY KEY (region_id, id), FOREIGN KEY (other, id) REFERENCES score)',
      distributed,
    ],
  ],
  [
    'trigger',
    [
      'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$',
      'CREATE TRIGGER g BEFORE UPDATE ON score FOR EACH ROW EXECUTE FUNCTION f()',
    ],
  ],
  ['deferrable', ['ALTER TABLE part ADD UNIQUE (region_id, score_id) DEFERRABLE']],
  ['exclusion', ['ALTER TABLE city ADD EXCLUDE USING btree (path WITH =)']],
  ['ltree', ['CREATE EXTENSION ltree', 'ALTER TABLE city ADD tree ltree']],
  ['path-collation', ['ALTER TABLE city ADD unit_path text']],
])('finds a breach of %s', async (rule, statements) => {
  await make(...statements);
  expect((await lintCatalogue(test.dataSource)).map((breach) => breach.rule)).toContain(rule);
});
