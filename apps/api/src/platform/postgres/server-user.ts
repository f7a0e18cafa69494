import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The account the database runs as; null keeps our own. */
export type ServerUser = { readonly name: string; readonly uid: number; readonly gid: number } | null;

const candidates = ['postgres', 'node', 'nobody'];

/** PostgreSQL refuses to run as root and initdb wants a passwd entry: root hands over to the first of the candidates. */
export function serverUser(
  uid: number | undefined = process.getuid?.(),
  passwd: () => string = () => readFileSync('/etc/passwd', 'utf8'),
): ServerUser {
  if (uid !== 0) return null;
  const entries = passwd()
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of candidates) {
    const entry = entries.find(([login]) => login === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(`/etc/passwd has none of ${candidates.join(', ')}: PostgreSQL has nobody to run as.`);
}

/** Whether the user may pass through every folder down to `path`, which is itself included. */
export function canReach(user: ServerUser, path: string): boolean {
  for (let place = resolve(path); ; place = dirname(place)) {
    if (!canPass(user, place)) return false;
    if (place === dirname(place)) return true;
  }
}

function canPass(user: ServerUser, place: string): boolean {
  if (user === null) {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  const { uid, gid, mode } = statSync(place);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}
