import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { Database } from './database.js';

/** What the six cases need of a database; the control below offers it with one shared connection. */
type Transactional = { readonly manager: EntityManager; transaction<T>(work: () => Promise<T>): Promise<T> };

let test: TestDatabase;
let right: Database;

beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  await test.dataSource.query('CREATE TABLE note (id int PRIMARY KEY, amount int NOT NULL)');
  right = new Database(test.dataSource);
});
beforeEach(() => test.dataSource.query('TRUNCATE note'));
afterAll(() => test.drop());

const put = (database: Transactional, id: number) =>
  database.manager.query('INSERT INTO note VALUES ($1, 0)', [id]);
const ids = async (): Promise<number[]> =>
  (await test.dataSource.query<{ id: number }[]>('SELECT id FROM note ORDER BY id')).map(({ id }) => id);

function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

/** One transaction writes a row, lets the other act, and rolls back. */
async function whileOneRollsBack(database: Transactional, other: () => Promise<unknown>): Promise<void> {
  const [written, acted] = [gate(), gate()];
  const loser = database
    .transaction(async () => {
      await put(database, 1);
      written.open();
      await acted.passed;
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await written.passed;
  try {
    await other();
  } finally {
    acted.open();
    await loser;
  }
}

/** Each case answers whether the contract held. */
const cases: Record<string, (database: Transactional) => Promise<boolean>> = {
  'a committed transaction keeps its rows when another one rolls back': async (database) => {
    await whileOneRollsBack(database, () =>
      database.transaction(async () => {
        await put(database, 2);
        await put(database, 3);
      }),
    );
    return String(await ids()) === '2,3';
  },
  'a write outside survives the rollback of an open transaction': async (database) => {
    await whileOneRollsBack(database, () => put(database, 4));
    return String(await ids()) === '4';
  },
  'nobody reads what is not committed': async (database) => {
    let seen: unknown[] = [];
    await whileOneRollsBack(database, async () => {
      seen = await database.manager.query('SELECT id FROM note');
    });
    return seen.length === 0;
  },
  'parallel changes of one row are all counted': async (database) => {
    await put(database, 5);
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, () =>
        database.transaction(async () => {
          const [row] = await database.manager.query<{ amount: number }[]>(
            'SELECT amount FROM note WHERE id = 5 FOR UPDATE',
          );
          await database.manager.query('UPDATE note SET amount = $1 WHERE id = 5', [(row?.amount ?? 0) + 1]);
        }),
      ),
    );
    const [row] = await test.dataSource.query<{ amount: number }[]>('SELECT amount FROM note WHERE id = 5');
    return results.every(({ status }) => status === 'fulfilled') && row?.amount === 40;
  },
  'an error inside leaves nothing behind and the connection usable': async (database) => {
    const failed = await database
      .transaction(async () => {
        await put(database, 6);
        await put(database, 6);
      })
      .then(
        () => false,
        () => true,
      );
    await database.transaction(() => put(database, 7));
    return failed && String(await ids()) === '7';
  },
  'the pool used inside a transaction is an error, not a write elsewhere': async (database) => {
    const failed = await database
      .transaction(async () => {
        await outside(database).query('INSERT INTO note VALUES (8, 0)');
      })
      .then(
        () => false,
        () => true,
      );
    return failed && (await ids()).length === 0;
  },
};

const outside = (database: Transactional): DataSource | EntityManager =>
  database instanceof Database ? database.dataSource : database.manager;

describe('the six cases', () => {
  it.each(Object.entries(cases))('%s', async (_title, holds) => {
    expect(await holds(right)).toBe(true);
  });
});

/** What TypeORM's embedded drivers do: everybody on one connection, a second BEGIN inside the first. */
class OneSharedConnection implements Transactional {
  private readonly inside = new AsyncLocalStorage<true>();
  constructor(readonly manager: EntityManager) {}

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.manager.query('BEGIN');
    try {
      const result = await this.inside.run(true, work);
      await this.manager.query('COMMIT');
      return result;
    } catch (error) {
      await this.manager.query('ROLLBACK');
      throw error;
    }
  }
}

describe('control: one shared connection', () => {
  const kept = ['an error inside leaves nothing behind and the connection usable'];
  it.each(Object.entries(cases).filter(([title]) => !kept.includes(title)))(
    'is caught by: %s',
    async (_title, holds) => {
      const runner = test.dataSource.createQueryRunner();
      try {
        expect(await holds(new OneSharedConnection(runner.manager))).toBe(false);
      } finally {
        await runner.release();
      }
    },
  );
});

/** Keeps what was written before the error. */
class NoTransaction implements Transactional {
  constructor(readonly manager: EntityManager) {}

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
}

it('control: no transaction at all is caught by the case of the error inside', async () => {
  const holds = cases['an error inside leaves nothing behind and the connection usable'];
  expect(await holds?.(new NoTransaction(test.dataSource.manager))).toBe(false);
});
