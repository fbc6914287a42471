import { writeFileSync } from 'node:fs';
import NativeEnvironment from '../../test/support/native-environment.js';

const told = { ending: 'none', by: '' };

/** Records the place and the message of a failed test for the report of this process. */
export function fail(place, error) {
  const text = String(error?.message ?? error).replace(/\u001b\[\d*m/g, '');
  told.ending = /^(thrown: ")?Exceeded timeout/.test(text) ? 'timed out' : 'failed';
  told.by = `${place}: ${text.trim().split('\n')[0]}`;
}

function tell() {
  writeFileSync(process.env.MUTANT_TOLD, JSON.stringify(told));
}
process.on('exit', tell);

/** The test environment of mutation runs. Ends the process at the first failed test, which kills the mutant. */
export default class MutantEnvironment extends NativeEnvironment {
  handleTestEvent({ name, error, test, hook }) {
    if (name !== 'test_fn_failure' && name !== 'hook_failure') return;
    fail(test?.name ?? hook?.type, error);
    process.exit(1);
  }
}
