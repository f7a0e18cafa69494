import { Controller, Get, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '@heng/contracts';
import { z, type ZodType } from 'zod';
import { Public, type Permission } from './platform/access/index.js';
import { invariant } from './platform/errors/index.js';
import { Answers, routesOf } from './platform/http/index.js';

/** What the API answers, as OpenAPI: bodies and parameters from the contracts by Nest, answers and permissions from our own decorators. */
@Injectable()
export class OpenApiDocument {
  private document: OpenAPIObject | null = null;

  constructor(private readonly discovery: DiscoveryService) {}

  /** Once, after the application is assembled. */
  describe(app: NestFastifyApplication): void {
    const config = new DocumentBuilder()
      .setTitle('Heng 衡')
      .setDescription('Every error is application/problem+json with a stable code.')
      .addCookieAuth('heng');
    const document = SwaggerModule.createDocument(app, config.build());
    const schemas: Record<string, unknown> = { Problem: jsonSchema(Problem, 'Problem', {}) };
    for (const { method, path, permission, answers } of routesOf(this.discovery)) {
      const operation =
        document.paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase() as 'get'];
      invariant(operation, `${method} ${path} is in the document`);
      const [status = '200'] = Object.keys(operation.responses).filter((code) => code.startsWith('2'));
      operation.description = describePermission(permission);
      const name = `${method.toLowerCase()}${path.replace(/[^A-Za-z]+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`;
      if (answers) schemas[name] = jsonSchema(answers, name, schemas);
      const ref = (to: string) => ({ $ref: `#/components/schemas/${to}` });
      operation.responses = {
        [status]: {
          description: 'done',
          ...(answers ? { content: { 'application/json': { schema: ref(name) } } } : {}),
        },
        default: {
          description: 'refused',
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      };
    }
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, ...schemas } as NonNullable<
        OpenAPIObject['components']
      >['schemas'] &
        object,
    };
    this.document = document;
  }

  get(): OpenAPIObject {
    invariant(this.document, 'the document is made when the application starts');
    return this.document;
  }
}

@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Public()
  @Answers(z.looseObject({ openapi: z.string() }))
  get(): OpenAPIObject {
    return this.document.get();
  }
}

/** A contract as JSON schema; schemas that refer to themselves get a component of their own. */
function jsonSchema(schema: ZodType, name: string, components: Record<string, unknown>): unknown {
  const {
    $defs = {},
    $schema: _dialect,
    ...own
  } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' });
  const local = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll('"#/$defs/', `"#/components/schemas/${name}.`)
        .replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${name}"`),
    );
  for (const [key, definition] of Object.entries($defs)) components[`${name}.${key}`] = local(definition);
  return local(own);
}

const describePermission = (permission: Permission | undefined): string => {
  if (permission?.kind === 'action') return `Needs ${permission.actions.join(' or ')}.`;
  return permission?.kind === 'public' ? 'Public.' : 'Signed in.';
};
