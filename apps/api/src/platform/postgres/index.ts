export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type PostgresConnection,
} from './start-embedded-postgres.js';
export { StartupError, type StartupErrorText } from './startup-error.js';
export { systemErrorCode } from './system-error-code.js';
