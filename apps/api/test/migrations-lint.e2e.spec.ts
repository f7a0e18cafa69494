import { lintCatalogue } from '../src/platform/database/index.js';
import { createTestDatabase } from './test-database.js';

it('the migrated database keeps the rules that a distributed server enforces', async () => {
  const { dataSource, drop } = await createTestDatabase();
  try {
    const [row] = await dataSource.query<{ tables: string }[]>(
      `SELECT count(*) AS tables FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    // The lint of a database without tables would find nothing either.
    expect(row?.tables).not.toBe('0');
    expect(await lintCatalogue(dataSource)).toEqual([]);
  } finally {
    await drop();
  }
});
