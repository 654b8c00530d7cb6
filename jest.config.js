/**
 * Three projects: `unit` needs nothing but node; `e2e` prepares a real Docker, .NET images and node 24 first, and so does `nightly`,
 * which has what takes long: every engine, every builder, every fault, every test framework.
 */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false, tsconfig: { isolatedModules: true } }],
  },
}

const onDocker = {
  globalSetup: '<rootDir>/__tests__/e2e/setup.mjs',
  globalTeardown: '<rootDir>/__tests__/e2e/teardown.mjs',
}

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/__tests__/{unit,fuzz}/**/*.test.ts'] },
    { ...shared, ...onDocker, displayName: 'e2e', testMatch: ['<rootDir>/__tests__/e2e/**/*.test.ts'] },
    {
      ...shared,
      ...onDocker,
      displayName: 'nightly',
      testMatch: ['<rootDir>/__tests__/nightly/**/*.test.ts'],
    },
  ],
  testTimeout: 600_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  // Modules of finished tests stay in a worker's memory, until collecting garbage takes ten times as long as the tests themselves.
  workerIdleMemoryLimit: '300MB',
}
