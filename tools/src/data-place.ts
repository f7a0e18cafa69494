import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataPlace } from '@heng/api';

/** The repository's folder; this file stands two levels below it, in `src` as in `dist`. */
export const repositoryFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export type DataWishes = {
  /** `--data`, else HENG_DATA. */
  readonly data?: string | undefined;
  /** `--database-url`, else DATABASE_URL. */
  readonly databaseUrl?: string | undefined;
  readonly mode: 'demonstration' | 'production';
};

/** Where the data are: a PostgreSQL that is named, else a folder that is named, else a folder of the mode's own under `data/`. */
export function dataPlace({ data, databaseUrl, mode }: DataWishes, env = process.env): DataPlace {
  const url = databaseUrl ?? (data === undefined ? env['DATABASE_URL'] : undefined);
  if (url !== undefined && url !== '') return { databaseUrl: url };
  const folder = data ?? env['HENG_DATA'];
  return {
    dataDir: folder === undefined || folder === '' ? join(repositoryFolder, 'data', mode) : resolve(folder),
  };
}
