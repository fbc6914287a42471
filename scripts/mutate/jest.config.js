import config from '../../jest.config.js';

// The folder of the run and its databases are made once, by copy.ts, and not by each process.
const { globalSetup: _setup, globalTeardown: _teardown, testSequencer: _sequencer, ...rest } = config;

export default {
  ...rest,
  rootDir: '../..',
  testEnvironment: './scripts/mutate/environment.js',
  reporters: ['./scripts/mutate/reporter.js'],
  testTimeout: 60_000,
  forceExit: true,
  bail: true,
  silent: true,
};
