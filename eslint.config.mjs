import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Features in the order of DESIGN: each may see only those before it. */
const featureOrder = [
  'organizations',
  'accounts',
  'rulebooks',
  'cycles',
  'worksheets',
  'results',
  'appeals',
  'meetings',
];

const elements = [
  { type: 'rules', pattern: 'packages/rules/src' },
  { type: 'clauses', pattern: 'packages/clauses/src' },
  { type: 'contracts', pattern: 'packages/contracts/src' },
  { type: 'documents', pattern: 'packages/documents/src' },
  { type: 'tools', pattern: 'tools/src' },
  { type: 'api-feature', pattern: 'apps/api/src/features/*', capture: ['feature'] },
  { type: 'api-platform', pattern: 'apps/api/src/platform' },
  { type: 'api-migrations', pattern: 'apps/api/src/migrations' },
  { type: 'api-demonstration', pattern: 'apps/api/src/demonstration' },
  { type: 'api-test', pattern: 'apps/api/test' },
  { type: 'api-root', pattern: 'apps/api/src' },
  { type: 'web-feature', pattern: 'apps/web/src/features/*', capture: ['feature'] },
  { type: 'web-ui', pattern: 'apps/web/src/ui' },
  { type: 'web-platform', pattern: 'apps/web/src/platform' },
  { type: 'web-app', pattern: 'apps/web/src/app' },
  { type: 'web-test', pattern: 'apps/web/test' },
  { type: 'web-root', pattern: 'apps/web/src' },
];

const to = (...types) => ({ to: { element: { type: types } } });
/** Only through the door: index.ts of the feature. */
const door = (captured) => ({
  to: {
    element: {
      type: ['api-feature', 'web-feature'],
      fileInternalPath: 'index.ts',
      ...(captured && { captured }),
    },
  },
});
const allow = (from, ...targets) =>
  targets.map((target) => ({ from: { element: { type: from } }, allow: target }));

const boundaryPolicies = [
  ...allow('clauses', to('rules')),
  ...allow('contracts', to('rules')),
  ...allow('documents', to('rules', 'contracts')),
  ...allow('tools', to('rules', 'clauses', 'contracts', 'documents', 'api-root')),
  ...allow('api-platform', to('contracts', 'rules')),
  ...allow('api-migrations', to('api-platform')),
  ...featureOrder.flatMap((feature, index) =>
    [
      to('rules', 'clauses', 'contracts', 'documents', 'api-platform'),
      ...featureOrder.slice(0, index).map((earlier) => door({ feature: earlier })),
    ].map((target) => ({ from: { element: { type: 'api-feature', captured: { feature } } }, allow: target })),
  ),
  ...allow('api-demonstration', to('rules', 'contracts', 'api-platform'), door()),
  // The composition root puts features together: modules through doors, entities for the database model.
  ...allow(
    'api-root',
    to('rules', 'contracts', 'api-platform', 'api-migrations', 'api-demonstration', 'api-feature'),
  ),
  ...allow(
    'api-test',
    to(
      'rules',
      'contracts',
      'api-root',
      'api-platform',
      'api-feature',
      'api-migrations',
      'api-demonstration',
    ),
  ),
  // Tests of a feature may use the test database and the assembled app.
  ...[['api-feature'], ['api-platform'], ['api-demonstration'], ['api-root'], ['api-migrations']].map(
    ([type]) => ({
      from: { element: { type }, file: { categories: 'spec' } },
      allow: to('api-test', 'api-root', 'api-feature', 'api-demonstration', 'api-platform'),
    }),
  ),
  ...allow('web-platform', to('contracts', 'rules')),
  ...allow('web-ui', to('contracts', 'rules', 'web-platform')),
  ...allow('web-feature', to('rules', 'clauses', 'contracts', 'web-ui', 'web-platform')),
  ...allow('web-app', to('rules', 'contracts', 'web-ui', 'web-platform'), door()),
  ...allow('web-root', to('web-app', 'web-platform', 'web-ui')),
  ...allow('web-test', to('rules', 'contracts', 'web-app', 'web-ui', 'web-platform', 'web-feature')),
  {
    from: {
      element: { type: ['web-feature', 'web-ui', 'web-platform', 'web-app'] },
      file: { categories: 'spec' },
    },
    allow: to('web-test', 'web-app', 'web-ui', 'web-platform'),
  },
];

const noClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'packages/rules has no clock: pass the time in.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'packages/rules has no clock: pass the time in.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'packages/rules has no chance: pass the seed in.',
  },
];
const noFloats = [
  {
    selector: "CallExpression[callee.name='parseFloat']",
    message: 'Scores and facts are exact decimals: use @heng/rules.',
  },
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'Scores and facts are exact decimals: use @heng/rules.',
  },
];
const noSave = {
  selector:
    "CallExpression[callee.property.name='save'][callee.object.property.name=/repository|manager/i], CallExpression[callee.property.name='save'][callee.object.name=/repository|manager/i]",
  message: 'save() does not notice a stale version: use the versioned update of platform/database.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'docs/**',
      '**/test-results/**',
      '**/playwright-report/**',
      '**/.stryker-tmp/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': [{ category: 'spec', pattern: '**/*.spec.{ts,tsx}' }],
      'boundaries/include': ['apps/*/src/**', 'apps/*/test/**', 'packages/*/src/**', 'tools/src/**'],
      'import/resolver': {
        typescript: { alwaysTryTypes: true, conditionNames: ['@heng/source', 'import', 'types', 'default'] },
      },
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ conditionNames: ['@heng/source', 'import', 'types', 'default'] }),
      ],
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: boundaryPolicies }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-redeclare': 'off',
      'no-restricted-syntax': ['error', ...noFloats],
    },
  },
  {
    files: ['packages/rules/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noFloats, ...noClock],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\.{1,2}/|zod$|fast-check$)', message: 'packages/rules may import zod only.' },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/contracts/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.{1,2}/|zod$|@heng/rules$)',
              message: 'packages/contracts may import zod and rules only.',
            },
          ],
        },
      ],
    },
  },
  { files: ['apps/api/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noFloats, noSave] } },
  { files: ['apps/web/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: globals.node } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
