import type { QueryRunner } from 'typeorm';

const onCitus = () => process.env.DB_DISTRIBUTED === 'citus';

/** Says that a table is small and copied to every node; on plain PostgreSQL a comment the catalogue lint reads. */
export async function declareReference(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`COMMENT ON TABLE ${nameOf(table)} IS 'heng:reference'`);
  if (onCitus()) await runner.query('SELECT create_reference_table($1)', [table]);
}

/** Says that a table is spread over the nodes by `key`, which must stand first in its primary key and unique keys. */
export async function declareDistributed(
  runner: QueryRunner,
  table: string,
  key = 'region_id',
): Promise<void> {
  await runner.query(`COMMENT ON TABLE ${nameOf(table)} IS 'heng:distributed=${nameOf(key)}'`);
  if (onCitus()) await runner.query('SELECT create_distributed_table($1, $2)', [table, key]);
}

/** A comment takes no parameters, so the name itself must be harmless. */
function nameOf(identifier: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new Error(`"${identifier}" is no plain lower-case name.`);
  return identifier;
}
