import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { AppModule, type Platform } from './app.module.js';
import { AppError } from './platform/errors/index.js';
import { acceptFiles, assertSameOrigin, parseJsonBody, validationPipe } from './platform/http/index.js';
import { OpenApiDocument } from './openapi.controller.js';
import { serveWeb } from './serve-web.js';

const megabyte = 1024 * 1024;

export type AppOptions = Platform & {
  readonly log: Logger;
  /** Folder of the built web app; null serves the API only. */
  readonly webRoot: string | null;
};

/** The whole application, ready to listen or to be asked by `inject`. */
export async function createApp({ log, webRoot, ...platform }: AppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: megabyte,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(platform), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());

  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body.toString()));
    } catch (error) {
      done(error as Error, undefined); // parseJsonBody throws AppError only
    }
  });
  acceptFiles(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api')) reply.header('Cache-Control', 'no-store');
    reply.header('X-Correlation-Id', request.id);
    if (/%00/i.test(request.url)) throw nulInAddress();
    assertSameOrigin(request);
  });
  // A connection that is busy when closing begins would be kept alive after its answer, and hold up the end by seconds.
  let closing = false;
  fastify.addHook('preClose', async () => {
    closing = true;
    if (!fastify.server.listening) return;
    // One whose answer is just going out turns idle only after the server has looked for idle ones, and would stay for a minute.
    const sweep = setInterval(() => fastify.server.closeIdleConnections(), 100).unref();
    fastify.server.once('close', () => clearInterval(sweep));
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('Connection', 'close');
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, url, id } = request;
    log.info(
      {
        method,
        path: url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        correlationId: id,
      },
      'answered',
    );
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // The component library writes its styles into the page.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    strictTransportSecurity: platform.installation.secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  if (webRoot !== null) serveWeb(app, webRoot);
  await app.init();
  app.get(OpenApiDocument).describe(app);
  return app;
}

const nulInAddress = () =>
  new AppError('invalid', 'REQUEST_INVALID', {
    zh: '地址里有不允许的字符。',
    en: 'The address holds a character that is not allowed.',
  });
