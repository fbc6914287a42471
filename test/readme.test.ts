import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { commands } from '../src/commands/index.js';
import { readConfig } from '../src/config.js';
import type { SeededApp } from './graphql/seeded-app.js';
import { seededApp } from './graphql/seeded-app.js';

const readme = readFileSync('README.md', 'utf8');
const block = (language: string) => new RegExp('```' + language + '\\n([\\s\\S]*?)```').exec(readme)![1]!;

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

test('the first query has the answer that the README prints', async () => {
  const { data, errors } = await server.ask(block('graphql'));
  expect(errors).toBeUndefined();
  expect({ data }).toEqual(JSON.parse(block('json')));
});

test('the query for the shell is answered', async () => {
  const [, body] = /-d '(\{.*\})'/.exec(readme)!;
  const { query } = JSON.parse(body!) as { query: string };
  const { data, errors } = await server.ask(query);
  expect(errors).toBeUndefined();
  expect(data.country.groups.edges.length).toBeGreaterThan(3);
});

test('every verb of the command line is in the table, and no other', () => {
  const table = readme.slice(readme.indexOf('## The command line'), readme.indexOf('## On MongoDB'));
  const verbs = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, verb]) => verb!);
  expect([...verbs].sort()).toEqual(Object.keys(commands).sort());
});

test('every variable of the environment is in the table, and no other', () => {
  const table = /\| variable .*?\n\n/s.exec(readme)![0];
  const named = [...table.matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([A-Z_]+)`/g)]);
  const read = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
  expect(named.map(([, name]) => name!).sort()).toEqual([...read].sort());
});
