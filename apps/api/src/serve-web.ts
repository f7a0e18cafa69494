import { createReadStream, readdirSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { absent } from './platform/errors/index.js';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Serves the built web app: the files that are there at start and nothing else, and the start page for every address
 * that is neither a file nor an API route. A list made once cannot be led outside the folder by an address.
 */
export function serveWeb(app: NestFastifyApplication, webRoot: string): void {
  const files = new Map(
    filesIn(webRoot).map((file) => [`/${relative(webRoot, file).split(sep).join('/')}`, file]),
  );
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = decodedPath(request.url);
      if (path === null || path === '/api' || path.startsWith('/api/')) throw absent();
      const file = files.get(path);
      if (file === undefined && extname(path) !== '') throw absent();
      const served = file ?? files.get('/index.html');
      if (served === undefined) throw absent();
      // The build puts a hash of the content into the names of assets.
      const immutable = file !== undefined && path.startsWith('/assets/');
      return reply
        .header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
        .header('Content-Type', contentTypes[extname(served)] ?? 'application/octet-stream')
        .header('Content-Length', String(statSync(served).size))
        .send(createReadStream(served));
    });
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() && !entry.name.endsWith('.map') ? [path] : [];
  });

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return null;
  }
}
