import config from '../../jest.config.js';

// createSharedResources creates the run folder and its databases once for all processes.
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
