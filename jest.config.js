export default {
  testEnvironment: './test/support/native-environment.js',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [],
  transform: {
    // The packages of Jest itself are as they come.
    '/node_modules/(?!@swc|@jest|jest-|expect/)': './test/support/native-transform.js',
    '/(src/(?!graphiql/).*|test/support/schema-model)\\.ts$': './test/support/native-transform.js',
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  globalSetup: './test/support/run-folder.ts',
  globalTeardown: './test/support/close-open-handles.ts',
  // What is left open is looked for at the end of the run, and later than one second after it.
  openHandlesTimeout: 0,
  testSequencer: './test/support/longest-first.js',
  // One more than the cores of a small machine, for tests wait as well.
  maxWorkers: 3,
  // Ends a hang, and measures nothing: tests and hooks set no limits of their own. Long counts take minutes.
  testTimeout: process.env.LONG ? 7_200_000 : 900_000,
};
