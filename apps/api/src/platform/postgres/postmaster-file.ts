import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemErrorCode } from './system-error-code.js';

export type PostmasterFile = {
  readonly pid: number;
  /** Seconds since 1970. */
  readonly startedAt: number;
  readonly port: number;
  /** Folder of the unix socket; empty when the server listens on TCP only. */
  readonly socketFolder: string;
  readonly ready: boolean;
};

/** What a PostgreSQL writes about itself into its data folder; null when there is none (yet). */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  let text: string;
  try {
    text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return {
    pid,
    startedAt: Number(lines[2] ?? 0),
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4] ?? '',
    ready: lines[7] === 'ready',
  };
}
