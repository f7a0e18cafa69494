import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const rotateAtBytes = 10_000_000;
const tailBytes = 2000;

/** Keeps the log and one predecessor, so that years of running do not fill the disk. Call it while no server writes. */
export function rotateLog(logFile: string): void {
  if (lengthOf(logFile) > rotateAtBytes) renameSync(logFile, `${logFile}.1`);
}

/** In bytes; 0 when there is no log yet. */
export function lengthOf(logFile: string): number {
  return statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
}

/** The last lines written after the byte `from`, for an error message. */
export function tailOf(logFile: string, from = 0): string {
  let handle: number;
  try {
    handle = openSync(logFile, 'r');
  } catch {
    return 'the log cannot be read';
  }
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(tailBytes, Math.max(0, size - from)));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8').trim().split('\n').slice(-6).join('\n');
  } finally {
    closeSync(handle);
  }
}
