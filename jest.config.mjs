/**
 * One configuration for the whole house, jest in native ES modules (scripts/test.mjs sets --experimental-vm-modules).
 * Projects: `rules` (pure), `documents`, `api` (real database), `web` (jsdom), `tools`.
 */
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];

const base = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@heng/source', 'node', 'node-addons'] },
};

const project = (displayName, dir, extra = {}) => ({
  ...base,
  displayName,
  rootDir: dir,
  testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/e2e/', '/.stryker-tmp/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
  ...extra,
});

export default {
  // A busy machine is no fault: tests that start servers and databases may take their time.
  testTimeout: 30_000,
  projects: [
    project('rules', 'packages/rules'),
    project('contracts', 'packages/contracts'),
    project('clauses', 'packages/clauses'),
    project('documents', 'packages/documents'),
    project('api', 'apps/api', {
      globalSetup: '<rootDir>/test/global-setup.mjs',
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
    }),
    project('web', 'apps/web', {
      testEnvironment: 'jest-environment-jsdom',
      setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
      testEnvironmentOptions: { customExportConditions: ['@heng/source', 'browser', 'default'] },
      moduleNameMapper: { ...base.moduleNameMapper, '\\.css$': 'identity-obj-proxy' },
    }),
    project('tools', 'tools'),
  ],
};
