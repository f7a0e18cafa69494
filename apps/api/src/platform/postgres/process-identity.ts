import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { systemErrorCode } from './system-error-code.js';

/** A process that still is the one it was: a pid alone is reused by the system sooner or later. */
export type ProcessIdentity = {
  readonly pid: number;
  readonly startedAt: string | null;
  readonly writtenAt: number;
};

/** @returns this moment's holder of the pid; `startedAt` is null where the system does not tell */
export const identify = (pid: number): ProcessIdentity => ({
  pid,
  startedAt: startOf(pid),
  writtenAt: Date.now(),
});

/** Whether the pid runs. A zombie is dead: it holds no file and serves nobody, though `kill(pid, 0)` succeeds on it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (systemErrorCode(error) !== 'EPERM') return false;
  }
  return statOf(pid)?.state !== 'Z';
}

/** Whether that very process still runs. */
export function isSameProcess(identity: ProcessIdentity): boolean {
  if (!isRunning(identity.pid)) return false;
  if (identity.startedAt !== null) return startOf(identity.pid) === identity.startedAt;
  // Where nothing tells the start time, what was written before this boot cannot be running.
  return identity.writtenAt >= Date.now() - uptime() * 1000;
}

function startOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const stat = statOf(pid);
    return stat && `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.start}`;
  }
  if (process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
  } catch {
    // ps exits with 1 when the pid is gone; callers ask isRunning for that.
    return null;
  }
}

/** Linux only; the command name in brackets may itself hold spaces and brackets. */
function statOf(pid: number): { readonly state: string; readonly start: string } | null {
  if (process.platform !== 'linux') return null;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return null;
  }
}
