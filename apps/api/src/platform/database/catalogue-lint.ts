import type { DataSource } from 'typeorm';

export type CatalogueBreach = {
  readonly rule: CatalogueRule;
  readonly table: string;
  readonly detail: string;
};
export type CatalogueRule =
  | 'declared'
  | 'primary-key'
  | 'key-starts-with-shard-key'
  | 'foreign-key'
  | 'trigger'
  | 'deferrable'
  | 'exclusion'
  | 'ltree'
  | 'path-collation';

type Finding = { readonly name: string; readonly detail: string };

/**
 * Reads the catalogue after all migrations and lists what a distributed server would refuse, or what would break there
 * later (which plain PostgreSQL accepts without a word). TypeORM's own `migrations` table is left out.
 */
export async function lintCatalogue(dataSource: DataSource): Promise<CatalogueBreach[]> {
  const breaches: CatalogueBreach[] = [];
  for (const [rule, statement] of Object.entries(rules) as [CatalogueRule, string][]) {
    const found = await dataSource.query<Finding[]>(`${declarations} ${statement} ORDER BY 1, 2`);
    breaches.push(...found.map(({ name, detail }) => ({ rule, table: name, detail })));
  }
  return breaches;
}

/** Every table of ours; `shard` is null for a reference table, `kind` null for one that declares nothing. */
const declarations = `
  WITH t AS (
    SELECT c.oid, c.relname::text AS name,
           CASE WHEN d.description = 'heng:reference' THEN 'reference'
                WHEN d.description LIKE 'heng:distributed=%' THEN 'distributed' END AS kind,
           substring(d.description FROM '^heng:distributed=(.*)$') AS shard
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = current_schema() AND c.relname <> 'migrations'
  ),
  col AS (SELECT a.attrelid, a.attnum, a.attname::text AS attname FROM pg_attribute a WHERE a.attnum > 0)`;

const rules: Record<CatalogueRule, string> = {
  declared: `SELECT name, 'neither reference nor distributed' AS detail FROM t WHERE kind IS NULL`,
  'primary-key': `
    SELECT name, 'no primary key' AS detail FROM t
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'p')`,
  'key-starts-with-shard-key': `
    SELECT t.name, i.indexrelid::regclass::text AS detail FROM t
    JOIN pg_index i ON i.indrelid = t.oid AND i.indisunique
    LEFT JOIN col ON col.attrelid = t.oid AND col.attnum = i.indkey[0]
    WHERE t.kind = 'distributed' AND col.attname IS DISTINCT FROM t.shard`,
  // To a reference table from anywhere, or between distributed tables with the shard key paired with the shard key.
  'foreign-key': `
    SELECT t.name, k.conname::text AS detail FROM t
    JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
    LEFT JOIN t other ON other.oid = k.confrelid
    WHERE other.kind IS DISTINCT FROM 'reference'
      AND NOT (t.kind IS NOT DISTINCT FROM 'distributed' AND other.kind IS NOT DISTINCT FROM 'distributed' AND EXISTS (
        SELECT FROM unnest(k.conkey, k.confkey) AS pair (mine, theirs)
        JOIN col a ON a.attrelid = k.conrelid AND a.attnum = pair.mine AND a.attname = t.shard
        JOIN col b ON b.attrelid = k.confrelid AND b.attnum = pair.theirs AND b.attname = other.shard))`,
  trigger: `
    SELECT t.name, g.tgname::text AS detail FROM t
    JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal WHERE t.kind = 'distributed'`,
  deferrable: `
    SELECT t.name, k.conname::text AS detail FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.condeferrable`,
  exclusion: `
    SELECT t.name, k.conname::text AS detail FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'x'`,
  ltree: `
    SELECT t.name, a.attname::text AS detail FROM t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type y ON y.oid = a.atttypid WHERE y.typname IN ('ltree', '_ltree')`,
  'path-collation': `
    SELECT t.name, a.attname::text AS detail FROM t
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type y ON y.oid = a.atttypid AND y.typcategory = 'S'
    LEFT JOIN pg_collation o ON o.oid = a.attcollation
    WHERE (a.attname = 'path' OR a.attname LIKE '%\\_path') AND o.collname IS DISTINCT FROM 'C'`,
};
