import { start } from './start.js';

/** `npm run dev` starts the built program directly, without building everything first. */
await start(process.argv.slice(2));
