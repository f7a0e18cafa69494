// Starts the worker of a checkout that is not built (tests): compiles TypeScript as it is loaded. Not part of the build.
import { register } from 'node:module';

register(new URL('./source-hooks.mjs', import.meta.url));
await import(new URL('./reading-worker.ts', import.meta.url).href);
