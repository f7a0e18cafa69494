import { DataSource } from 'typeorm';
import { entities, migrations } from '../src/database-model.js';

const admin = process.env.HENG_API_TEST_PG ?? 'postgres://postgres@127.0.0.1:54391';
let n = 0;
export async function createTestDatabase(): Promise<{
  dataSource: DataSource;
  url: string;
  close: () => Promise<void>;
}> {
  const name = `t_${process.pid}_${Date.now()}_${n++}`;
  const a = await new DataSource({ type: 'postgres', url: `${admin}/postgres` }).initialize();
  await a.query(`CREATE DATABASE ${name}`);
  const dataSource = await new DataSource({
    type: 'postgres',
    url: `${admin}/${name}`,
    entities,
    migrations,
  }).initialize();
  await dataSource.runMigrations();
  return {
    dataSource,
    url: `${admin}/${name}`,
    close: async () => {
      await dataSource.destroy();
      await a.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await a.destroy();
    },
  };
}
