import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makePrivateFolder } from './data-folder.js';
import type { Launcher } from './launcher.js';
import { canReach, type ServerUser } from './server-user.js';

const prefix = 'heng-pg-';

/** A fresh folder only the database's account may enter; unix socket paths end at 104 bytes on macOS. */
export function makeSocketFolder({ temporaryFolder }: Launcher, user: ServerUser): string {
  const fits = Buffer.byteLength(temporaryFolder) <= 60 && canReach(user, temporaryFolder);
  const folder = mkdtempSync(join(fits ? temporaryFolder : '/tmp', prefix));
  makePrivateFolder(folder, user);
  return folder;
}

/** Removes a folder made by makeSocketFolder, now or by an earlier start; leaves any other alone. */
export function removeSocketFolder(folder: string): void {
  if (basename(folder).startsWith(prefix)) rmSync(folder, { recursive: true, force: true });
}
