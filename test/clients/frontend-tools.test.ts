import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Types } from '@graphql-codegen/plugin-helpers';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { minifyIntrospectionQuery } from '@urql/introspection';
import { cacheExchange } from '@urql/exchange-graphcache';
import {
  buildSchema,
  getIntrospectionQuery,
  graphqlSync,
  introspectionFromSchema,
  type IntrospectionOptions,
  isScalarType,
  isSpecifiedScalarType,
  parse as parseQuery,
  validate,
} from 'graphql';
import { parse } from 'yaml';
import { checkDocuments } from '../../src/graphql/trusted/check-trusted-documents.js';
import { kindModules } from '../../src/kinds/index.js';
import { loadModel } from '../../src/model/load-model.js';
import { blocksOf } from '../docs/doc-pages.js';
import { testWithPackage, runPackage } from '../support/npx-package.js';

const SCREENS = 'test/screens';
/** The example screens of a frontend, by operation name. */
const screens = readdirSync(SCREENS).map((file): [string, string] => {
  const text = readFileSync(`${SCREENS}/${file}`, 'utf8');
  return [/query (\w+)/.exec(text)![1]!, text];
});
const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));
const scalars = Object.values(contract.getTypeMap())
  .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
  .map(({ name }) => name);
/** Returns the last code block of a language in docs/querying.md, which configures a tool. */
const sample = (language: string): string =>
  [...readFileSync('docs/querying.md', 'utf8').matchAll(new RegExp('```' + language + '\\n([^]*?)```', 'g'))].at(
    -1,
  )![1]!;

/** A folder in which packages of the project can be imported. */
let folder: string;
beforeAll(() => {
  mkdirSync('node_modules/.cache', { recursive: true });
  folder = mkdtempSync(resolve('node_modules/.cache/tools-'));
  mkdirSync(`${folder}/src`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a program in the folder and returns its output. */
const run = (program: string, ...args: string[]) =>
  execFileSync(process.execPath, [resolve(program), ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const write = (path: string, text: string) => {
  writeFileSync(`${folder}/${path}`, text);
};
/** Types without information. */
const UNTYPED_PATTERN = /\b(any|unknown)\b/;

test('the query of each example screen is one operation of at most 100 lines', () => {
  expect(screens).toHaveLength(8);
  for (const [, text] of screens) {
    expect(text.match(/^(query|mutation)/gm)).toHaveLength(1);
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(100);
  }
});

test('the client preset of GraphQL Code Generator types the query of every example screen as docs/querying.md configures it', async () => {
  const configured = parse(sample('yaml')) as { generates: Record<string, Types.ConfiguredOutput> };
  const [output] = Object.values(configured.generates);
  const generated = (await generate(
    {
      schema: 'schema.graphql',
      documents: `${SCREENS}/*.graphql`,
      silent: true,
      generates: { 'out/': { ...output!, presetConfig: { persistedDocuments: true } } },
    },
    false,
  )) as { filename: string; content: string }[];
  const types = generated.find(({ filename }) => filename.endsWith('graphql.ts'))!.content;
  for (const [name] of screens) expect(types).toContain(`export const ${name}Document`);
  const manifest = generated.find(({ filename }) => filename.endsWith('persisted-documents.json'))!.content;
  const texts = new Map(Object.entries(JSON.parse(manifest) as Record<string, string>));
  const trusted = checkDocuments({ model: loadModel('schema'), modules: kindModules }, texts);
  // Without statistics, pages are assumed to be full.
  expect(trusted.faults.filter(({ code }) => code !== 'TOO_COSTLY')).toEqual([]);
  expect(trusted.faults.length + trusted.documents.length).toBe(screens.length);
  // In addition to response types, the output has the documents and a helper type of the preset.
  const answers = types.split('\n').filter((line) => !/^(export const|type Exact)/.test(line));
  expect(answers.filter((line) => UNTYPED_PATTERN.test(line) && !/^ *\/?\*/.test(line))).toEqual([]);
});

test('generated types require exactly one field of a oneOf input, as docs/querying.md configures them', async () => {
  const configured = parse(sample('yaml')) as {
    schema: [Record<string, IntrospectionOptions>];
    generates: Record<string, Types.ConfiguredOutput>;
  };
  const [options] = Object.values(configured.schema[0]);
  const [output] = Object.values(configured.generates);
  write(
    'introspection.json',
    JSON.stringify(graphqlSync({ schema: contract, source: getIntrospectionQuery(options) })),
  );
  write('by.graphql', 'query By($by: AreaKey!) { country(by: $by) { title } }');
  const generated = (await generate(
    {
      schema: `${folder}/introspection.json`,
      documents: `${folder}/by.graphql`,
      silent: true,
      generates: { 'out/': output! },
    },
    false,
  )) as { filename: string; content: string }[];
  const types = generated.find(({ filename }) => filename.endsWith('graphql.ts'))!.content;
  expect(types).toMatch(/code: string; *slug\?: never/);
});

testWithPackage('relay-compiler')('relay-compiler compiles every screen, and types it', () => {
  const config = JSON.parse(sample('json')) as object;
  write('relay.config.json', JSON.stringify({ ...config, schema: resolve('schema.graphql'), excludes: [] }));
  for (const [name, text] of screens) {
    const query = text.replace(/query \w+/, `query ${name}Query`);
    write(`src/${name}.ts`, `import { graphql } from 'react-relay';\ngraphql\`${query}\`;\n`);
  }
  const output = runPackage('relay-compiler', [], { cwd: folder });
  expect(output).toContain(`${screens.length} operation text`);
  expect(output).not.toMatch(/warn|error/i);
  for (const [name] of screens) {
    const types = readFileSync(`${folder}/src/__generated__/${name}Query.graphql.ts`, 'utf8');
    expect(types.slice(0, types.indexOf('const node')).match(UNTYPED_PATTERN)).toBeNull();
    rmSync(`${folder}/src/${name}.ts`);
  }
});

test('gql.tada infers the result type of every example screen without code generation', () => {
  const plugin = {
    name: 'gql.tada/ts-plugin',
    schema: resolve('schema.graphql'),
    tadaOutputLocation: './src/env.d.ts',
  };
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: 'nodenext', types: [], plugins: [plugin] };
  write('tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['src/env.d.ts', 'src/tada.ts'] }));
  const scalarTypes = scalars.map((name) => `${name}: ${name === 'JSON' ? 'object' : 'string'}`).join('; ');
  const documents = screens.map(([name, text]) => `export const ${name} = graphql(\`${text}\`);`);
  write(
    'src/tada.ts',
    `import type { ResultOf } from 'gql.tada';
import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './env.js';
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { ${scalarTypes} } }>();
${documents.join('\n')}
type Read = NonNullable<ResultOf<typeof Leaflet>['leaflet']>;
export const readTitle = ({ title }: Read): string => title;
// @ts-expect-error The query does not select the slug.
export const readUnselectedSlug = ({ slug }: Read): string => slug;
`,
  );
  expect(run('node_modules/gql.tada/bin/cli.js', 'generate-output')).not.toMatch(/warn|error/i);
  expect(run('node_modules/typescript-native/bin/tsc', '-p', '.')).toBe('');
});

test('the TypeScript samples of docs/querying.md compile, and their queries are valid', () => {
  const samples = blocksOf('docs/querying.md').filter(({ language }) => language === 'ts');
  expect(samples).toHaveLength(2);
  const client = 'iterate(request: { query: string }): AsyncIterable<{ data: unknown }>';
  write(
    'src/graphql-sse.d.ts',
    `declare module 'graphql-sse' { export function createClient(options: { url: string }): { ${client} } }`,
  );
  for (const [index, { text }] of samples.entries()) write(`src/sample-${index}.ts`, text);
  const types = { lib: ['es2023', 'dom'], target: 'es2022', types: ['node'] };
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: 'esnext', moduleResolution: 'bundler' };
  const include = ['src/sample-*.ts', 'src/graphql-sse.d.ts'];
  write('tsconfig.json', JSON.stringify({ compilerOptions: { ...options, ...types }, include }));
  expect(run('node_modules/typescript-native/bin/tsc', '-p', '.')).toBe('');
  const queries = samples.flatMap(({ text }) =>
    [...text.matchAll(/const query = '(.*)';/g)].map(([, query]) => query!),
  );
  expect(queries.flatMap((query) => validate(contract, parseQuery(query)))).toEqual([]);
  expect(queries).toHaveLength(1);
});

test('urql graphcache accepts the schema without a warning', () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  // A browser would load the introspection as JSON.
  const json = JSON.stringify(minifyIntrospectionQuery(introspectionFromSchema(contract) as never));
  cacheExchange({ schema: JSON.parse(json) as never });
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});
