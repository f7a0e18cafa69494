import { createHash } from 'node:crypto';
import type { PostgresConnection } from '../src/platform/postgres/index.js';
import { createDataSource, migrate } from '../src/platform/database/index.js';
import { entities, migrations } from '../src/database-model.js';

/** Makes the database that all test databases are copied from. @returns its name */
export async function makeTemplate(server: PostgresConnection): Promise<string> {
  const name = `heng_template_${createHash('sha256').update(`${process.pid}/${Date.now()}`).digest('hex').slice(0, 12)}`;
  const admin = await createDataSource({ connection: server }).initialize();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.destroy();
  const dataSource = createDataSource({ connection: { ...server, database: name }, entities, migrations });
  await dataSource.initialize();
  await migrate(dataSource);
  // A template can be copied only while nobody is connected to it.
  await dataSource.destroy();
  return name;
}
