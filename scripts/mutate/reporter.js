import { fail } from './environment.js';

/** Reports test files that fail to load, since no test in them can fail. */
export default class Reporter {
  onTestResult(_test, { testExecError }) {
    if (testExecError) fail('loading', testExecError);
  }
}
