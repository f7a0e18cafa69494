import { rmSync } from 'node:fs';

/** The server stops after the tests; what it still writes then may resist once. */
export default function removeData() {
  process.once('exit', () => {
    rmSync(process.env.HENG_E2E_DATA, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
  });
}
