export default {
  testEnvironment: './test/support/native-environment.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [],
  transform: {
    // Jest's own packages are not transformed.
    '/node_modules/(?!@swc|@jest|jest-|expect/)': './test/support/native-transform.js',
    '/(src/(?!graphiql/).*|test/support/schema-model)\\.ts$': './test/support/native-transform.js',
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  globalSetup: './test/support/run-folder.ts',
  globalTeardown: './test/support/close-open-handles.ts',
  // The end of the run checks for open handles, and allows more than one second for it.
  openHandlesTimeout: 0,
  testSequencer: './test/support/longest-first.js',
  // One worker more than the cores of a small machine, because tests also wait.
  maxWorkers: 3,
  // Only ends hanging tests; tests and hooks set no timeouts. Runs with LONG=1 take minutes.
  testTimeout: process.env.LONG ? 7_200_000 : 900_000,
};
