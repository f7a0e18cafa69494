import { DiscoveryService } from '@nestjs/core';
import { createTestApp, type TestApp } from '../test/test-app.js';
import type { Permission } from './platform/access/index.js';
import { routesOf, type Route } from './platform/http/index.js';

type OpenApi = {
  readonly paths: Record<string, Record<string, { readonly requestBody?: unknown }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
};

/** Written by hand: whom each route answers. A new route belongs here before it can be merged. */
const expected: Readonly<Record<string, string>> = {
  'GET /welcome': 'public',
  'POST /setup': 'public',
  'POST /session': 'public',
  'GET /health': 'public',
  'GET /openapi.json': 'public',
  'GET /session': 'signed in',
  'DELETE /session': 'signed in',
  'POST /account/password': 'signed in',
  'GET /work-items': 'signed in',
  'GET /accounts': 'account.manage',
  'POST /accounts': 'account.manage',
  'GET /organizations': 'organization.read',
  'GET /organizations/:code': 'organization.read',
  'POST /organizations': 'organization.manage',
  'PATCH /organizations/:code': 'organization.manage',
  'GET /rulebooks': 'rulebook.read',
  'GET /rulebooks/:id': 'rulebook.read',
  'POST /rulebooks': 'rulebook.manage',
  'GET /rulebooks/:id/draft': 'rulebook.discuss',
  'PUT /rulebooks/:id/draft': 'rulebook.manage',
  'DELETE /rulebooks/:id': 'rulebook.manage',
  'GET /rulebooks/:id/saves': 'rulebook.discuss',
  'GET /rulebooks/:id/saves/:version': 'rulebook.discuss',
  'POST /rulebooks/:id/review': 'rulebook.review',
  'POST /rulebooks/:id/publication': 'rulebook.manage',
  'POST /rulebooks/:id/amendments': 'rulebook.manage',
  'GET /rulebooks/:id/comments': 'rulebook.discuss',
  'POST /rulebooks/:id/comments': 'rulebook.discuss',
  'POST /rulebooks/:id/comments/:comment/resolution': 'rulebook.discuss',
  'POST /rulebook-check': 'rulebook.discuss',
  'POST /rulebook-comparisons': 'rulebook.read',
  'GET /rulebooks/:id/burden': 'rulebook.read',
  'POST /cycles/:id/dry-runs': 'rulebook.discuss',
  'POST /rulebook-readings': 'rulebook.manage',
  'GET /rulebooks/template': 'rulebook.discuss',
  'GET /rulebooks/:id/workbook': 'rulebook.read',
  'GET /cycles': 'cycle.read',
  'GET /cycles/:id': 'cycle.read',
  'POST /cycles': 'cycle.manage',
  'POST /cycles/:id/stage': 'cycle.manage',
  'GET /cycles/:id/worksheet': 'fact.read',
  'PATCH /cycles/:id/facts': 'fact.declare, fact.verify',
  'PUT /cycles/:id/facts/:unit/:fact': 'fact.declare, fact.verify',
  'GET /cycles/:id/facts/:unit/:fact/history': 'fact.read',
  'GET /cycles/:id/results': 'result.read',
  'GET /cycles/:id/results/:unit': 'result.read',
  'POST /cycles/:id/publication': 'result.publish',
  'GET /cycles/:id/publication': 'result.read',
  'GET /cycles/:id/publication/package': 'result.read',
};

describe('every route', () => {
  let test: TestApp;
  let routes: Route[] = [];
  beforeAll(async () => {
    test = await createTestApp();
    routes = routesOf(test.app.get(DiscoveryService, { strict: false }));
  });
  afterAll(() => test.close());

  it('declares whom it answers, as listed by hand', () => {
    expect(Object.fromEntries(routes.map((route) => [nameOf(route), textOf(route.permission)]))).toEqual(
      expected,
    );
  });

  it('declares the contract of its answer', () => {
    expect(routes.filter(({ answers }) => answers === undefined)).toEqual([]);
  });

  it('stands in the OpenAPI document with its answer, and no other route does', async () => {
    const { body } = await test.anonymous().get<OpenApi>('/openapi.json');
    const documented = Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    expect(documented.sort()).toEqual(Object.keys(expected).sort());
    const references = JSON.stringify(body).match(/"\$ref":"[^"]+"/g) ?? [];
    for (const reference of new Set(references)) {
      const name = /^"\$ref":"#\/components\/schemas\/([^"]+)"$/.exec(reference)?.[1];
      expect([reference, body.components.schemas[name ?? '']]).toEqual([reference, expect.anything()]);
    }
    expect(body.paths['/api/cycles/{id}/facts']?.patch?.requestBody).toMatchObject({ required: true });
    const saved = body.components.schemas['patchCyclesIdFacts'] as { properties: object };
    expect(Object.keys(saved.properties).sort()).toEqual(['conflicts', 'refused', 'saved']);
  });

  it('refuses strangers unless it is public', async () => {
    for (const { method, path: pattern, permission } of routes) {
      const name = `${method} ${pattern}`;
      const path = pattern.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
      const client = test.anonymous();
      const sent =
        method === 'GET'
          ? await client.get(path)
          : method === 'POST'
            ? await client.post(path, {})
            : method === 'PUT'
              ? await client.put(path, {})
              : method === 'PATCH'
                ? await client.patch(path, {})
                : await client.delete(path);
      if (permission?.kind === 'public') expect([name, sent.status]).not.toEqual([name, 401]);
      else expect([name, sent.status]).toEqual([name, 401]);
    }
  });
});

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

const textOf = (permission: Permission | undefined): string => {
  if (permission === undefined) return 'undeclared';
  return permission.kind === 'action'
    ? permission.actions.join(', ')
    : permission.kind === 'public'
      ? 'public'
      : 'signed in';
};
