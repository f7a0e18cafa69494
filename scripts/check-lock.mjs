// Fails when package-lock.json lacks a platform's binary that a package declares, which would make `npm ci` fail or
// start without it on another machine. Also refuses download addresses of one registry in the lock.
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const platform = /(darwin|win32|windows|linux)[-_](x64|arm64)/;
const present = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').pop()));
const missing = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (platform.test(name) && !present.has(name)) missing.push(`${path || '(root)'} → ${name}`);
  }
}
const addressed = Object.entries(lock.packages).filter(
  ([, entry]) =>
    /^https?:/.test(entry.resolved ?? '') && !entry.resolved.startsWith('https://registry.npmjs.org/'),
);
if (missing.length > 0)
  console.error(`package-lock.json lacks platform packages:\n  ${missing.join('\n  ')}`);
if (addressed.length > 0)
  console.error(
    `package-lock.json names another registry:\n  ${addressed.map(([path]) => path).join('\n  ')}`,
  );
process.exit(missing.length + addressed.length > 0 ? 1 : 0);
