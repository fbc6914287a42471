import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const [, served, used] = /## At runtime\n([^]*?)\n## For builds and tests\n[^]*?\n\n(- [^]*)$/.exec(
  readFileSync('docs/dependencies.md', 'utf8'),
)!;

/** Packages that work without their install script: the first only prints a notice, the others contain binaries. */
const RUN_WITHOUT_THEIR_SCRIPTS = [
  'node_modules/@apollo/protobufjs',
  'node_modules/lmdb',
  'node_modules/msgpackr-extract',
];

/** Returns the package names at the start of the items of a list. */
function listed(list: string): string[] {
  const items = list.replaceAll(/\n {2}/g, ' ').split('\n');
  return items
    .flatMap((item) =>
      [
        ...item
          .split(/`: /)[0]!
          .concat('`')
          .matchAll(/`([^`]+)`/g),
      ].map(([, name]) => name!),
    )
    .sort();
}

test.each([
  ['runtime', served!, dependencies],
  ['development', used!, devDependencies],
])('docs/dependencies.md lists exactly the %s dependencies', (_, list, packages) => {
  expect(listed(list)).toEqual(Object.keys(packages).sort());
});

test('every dependency has an exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:.*@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('install scripts are disabled, and only the listed runtime packages have one', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { hasInstallScript?: true; dev?: true }>;
  };
  const scripted = Object.entries(packages).filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
  expect(scripted.map(([path]) => path).sort()).toEqual(RUN_WITHOUT_THEIR_SCRIPTS);
  expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
});
