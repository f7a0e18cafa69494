import { StartupError } from '../postgres/index.js';

/** The driver's own words name host and cause but never the password. */
export function unreachable(cause: unknown): StartupError {
  const reason = cause instanceof AggregateError ? cause.errors.map(String).join('; ') : String(cause);
  return new StartupError(
    'DATABASE_UNREACHABLE',
    {
      zh: `连不上数据库（${reason}）；请检查 DATABASE_URL 和数据库服务器。`,
      en: `The database cannot be reached (${reason}); check DATABASE_URL and the database server.`,
    },
    { cause },
  );
}
