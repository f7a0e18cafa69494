/** Durability is said on the command line, where no configuration file can weaken it. */
const ourSettings: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '128MB',
  work_mem: '32MB',
  max_connections: '40',
  jit: 'off',
  timezone: 'UTC',
};

/** Ours, and over them what the caller asks for. */
export const allSettings = (settings: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries({ ...ourSettings, ...settings });

/** Crash recovery after a long day may take a while. */
export const startMilliseconds = 120_000;
