import type { DataSource } from 'typeorm';
import { StartupError } from '../postgres/index.js';

const oldest = 15;
const durable = ['fsync', 'synchronous_commit', 'full_page_writes'];
const asked = [...durable, 'server_version_num', 'server_encoding'];

/** @throws StartupError on a server that is too old, cannot hold Chinese, or may lose what it acknowledged */
export async function checkServer(dataSource: DataSource): Promise<void> {
  const rows = await dataSource.query<{ name: string; setting: string }[]>(
    `SELECT name, setting FROM pg_settings WHERE name = ANY($1)`,
    [asked],
  );
  const refusal = refusalOf(new Map(rows.map(({ name, setting }) => [name, setting])));
  if (refusal) throw refusal;
}

/** @param settings as `pg_settings` shows them to our own connections, by name */
export function refusalOf(settings: ReadonlyMap<string, string>): StartupError | null {
  const version = Math.floor(Number(settings.get('server_version_num') ?? 0) / 10_000);
  if (version < oldest)
    return new StartupError('DATABASE_TOO_OLD', {
      zh: `数据库服务器的版本是 PostgreSQL ${version}，需要 ${oldest} 或更新版本；请升级服务器。`,
      en: `The database server is PostgreSQL ${version} but ${oldest} or newer is needed; upgrade the server.`,
    });
  // synchronous_commit may be stronger than `on`; `local` still flushes here, before the answer.
  const unsafe = durable.filter((name) => (settings.get(name) ?? 'off') === 'off');
  if (unsafe.length > 0)
    return new StartupError('DATABASE_NOT_DURABLE', {
      zh: `数据库服务器关闭了 ${unsafe.join('、')}，停电会丢失已经保存的数据；请打开后再启动。`,
      en: `The database server has ${unsafe.join(', ')} switched off, so a power cut would lose saved data; switch it on and start again.`,
    });
  const encoding = settings.get('server_encoding');
  if (encoding !== 'UTF8')
    return new StartupError('DATABASE_NOT_UTF8', {
      zh: `数据库的编码是 ${encoding}，不能存中文；请新建一个 UTF8 编码的数据库。`,
      en: `The database is encoded in ${encoding}, which cannot hold Chinese; create one in UTF8.`,
    });
  return null;
}
