import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresConnection } from '../postgres/index.js';
import { guardPool } from './pool-guard.js';

export type DatabasePlace = { readonly connection: PostgresConnection } | { readonly url: string };

export type DataSourceSettings = DatabasePlace &
  Pick<DataSourceOptions, 'entities' | 'migrations'> & {
    readonly schema?: string;
    /** Connections at most; the embedded server has 40. */
    readonly poolSize?: number;
  };

/** A request that waits longer for a free connection has a better answer in an error than in silence. */
const connectMilliseconds = 10_000;
/** No statement of ours takes this long; one that does would hold its locks against everybody. */
const statementMilliseconds = 60_000;

/** A data source on stock PostgreSQL, not yet connected. `numeric` and `bigint` come back as strings, exactly. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  const { entities, migrations, schema, poolSize = 10 } = settings;
  const dataSource = new DataSource({
    type: 'postgres',
    ...placeOf(settings),
    ...(entities === undefined ? {} : { entities }),
    ...(migrations === undefined ? {} : { migrations }),
    ...(schema === undefined ? {} : { schema }),
    poolSize,
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: 'heng',
    connectTimeoutMS: connectMilliseconds,
    extra: {
      connectionTimeoutMillis: connectMilliseconds,
      statement_timeout: statementMilliseconds,
      // Migrations are written in SQL without a schema: the connection itself must lead them there.
      ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    },
    // Its errors would end the process: a dropped idle connection is replaced by the pool on its own.
    poolErrorHandler: () => undefined,
  });
  guardPool(dataSource);
  return dataSource;
}

function placeOf(place: DatabasePlace) {
  if ('url' in place) return { url: place.url };
  const { host, port, user, password, database } = place.connection;
  return { host, port, username: user, password, database };
}
