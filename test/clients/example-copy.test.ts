import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const EXAMPLE = 'examples/web';
const read = (name: string) => readFileSync(`${EXAMPLE}/${name}`, 'utf8');

test('the imports of examples/web need only the packages that its README names', () => {
  const named = [
    ...read('README.md')
      .split('To start from a copy')[1]!
      .matchAll(/`([^`]+)`/g),
  ].map(([, name]) => name);
  const sources = readdirSync(`${EXAMPLE}/src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const imports = ['vite.config.ts', ...sources.map((name) => `src/${name}`)].flatMap((name) =>
    [...read(name).matchAll(/from '((?:@[\w-]+\/)?\w[\w-]*)/g)].map(([, imported]) => imported!),
  );
  const { types } = (JSON.parse(read('tsconfig.json')) as { compilerOptions: { types: string[] } }).compilerOptions;
  // A package without its own types has them in a separate package.
  const typed = [...imports, ...types].filter((name) => existsSync(`node_modules/@types/${name}`));
  const needed = [...imports, ...typed.map((name) => `@types/${name}`)];
  expect(needed.length).toBeGreaterThan(5);
  expect([...new Set(needed)].filter((name) => !named.includes(name))).toEqual([]);
});

test('a copy of examples/web generates its types in its own folder', () => {
  const { documents, generates } = parse(read('codegen.yml')) as { documents: string; generates: object };
  expect([documents, ...Object.keys(generates)].filter((path) => !path.startsWith('src/'))).toEqual([]);
});
