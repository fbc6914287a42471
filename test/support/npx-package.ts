import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { test } from '@jest/globals';

/** Large command-line clients, in the version that the long tests fetch from the registry. `npm ci` does not install them. */
const VERSIONS = { mongosh: '2.12.0', 'relay-compiler': '21.0.1' } as const;
type Name = keyof typeof VERSIONS;

/** Returns `test`, or `test.skip` with a printed reason unless the long tests are requested. */
export function testWithPackage(name: Name): typeof test | typeof test.skip {
  if (process.env.LONG) return test;
  console.info(`skipped: ${name} ${VERSIONS[name]} is fetched only by "npm run test:long"`);
  return test.skip;
}

/**
 * Runs a client of VERSIONS by npx and returns its standard output.
 *
 * @throws if its exit code is not 0, or if the registry is unreachable
 */
export function runPackage(name: Name, args: readonly string[], options: ExecFileSyncOptions): string {
  const exact = ['--yes', `--package=${name}@${VERSIONS[name]}`, '--', name, ...args];
  return execFileSync('npx', exact, { ...options, encoding: 'utf8', stdio: 'pipe' });
}
