import { fail } from './environment.js';

/** Hears of test files that could not be loaded: in these is no test that could fail. */
export default class Reporter {
  onTestResult(_test, { testExecError }) {
    if (testExecError) fail('loading', testExecError);
  }
}
