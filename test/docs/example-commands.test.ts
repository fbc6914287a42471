import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../src/commands/parse-arguments.js';
import { commands } from '../../src/commands/index.js';
import { createTestCli, type TestCli } from '../commands/test-cli.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { blocksOf, DOC_PAGES } from './doc-pages.js';

/** One command of a shell block, without its comment. */
interface Line {
  page: string;
  command: string;
}

const lines: Line[] = DOC_PAGES.flatMap(blocksOf)
  .filter(({ language }) => language === 'sh')
  .flatMap(({ page, text }) =>
    text
      .replaceAll(/ *\\\n */g, ' ')
      .split('\n')
      .flatMap((line) => line.replace(/\s+# .*$/, '').split(' && '))
      .filter((line) => line !== '')
      .map((command) => ({ page, command })),
  );

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

/** The checks of a command, by its beginning. A command without a check fails the test. */
const CHECKS: readonly [RegExp, (match: RegExpExecArray) => unknown][] = [
  [
    /^(?:[A-Z_]+=\S+ )?(?:npx signpost|node bin\/signpost\.js) (\S+) ?(.*)$/,
    async ([, verb, rest]) => {
      const { name, args } = await commands[verb!]!();
      parseArguments(name, args, rest === '' ? [] : rest!.split(' '));
    },
  ],
  [/^npm ci(?: --omit=dev)?$/, () => expect(existsSync('package-lock.json')).toBe(true)],
  [/^npm (?:run )?([\w:]+)(?: -- .+)?$/, ([, script]) => expect(Object.keys(scripts)).toContain(script)],
  [/^docker compose -f (\S+) up --build --detach$/, ([, file]) => expect(existsSync(file!)).toBe(true)],
  [/^rm (seed\/topics\/boat-repair\.yaml)$/, () => undefined],
  [
    /^curl -s '?http:\/\/127\.0\.0\.1:4000(\S*?)'? -H 'content-type: application\/json' -d '(.*)'$/,
    async ([, url, payload]) => {
      const headers = { 'content-type': 'application/json' };
      const { statusCode, body } = await server.inject({ method: 'POST', url: url!, headers, payload: payload! });
      expect([statusCode, body.includes('"errors"')]).toEqual([200, false]);
      expect(body.length).toBeGreaterThan(100);
    },
  ],
];

test.each(lines)('the command of $page is valid: $command', async ({ command }) => {
  const [pattern, check] = CHECKS.find(([each]) => each.test(command)) ?? [];
  expect(pattern).toBeDefined();
  await check!(pattern!.exec(command)!);
});

describe('docs/getting-started.md', () => {
  let cli: TestCli;
  beforeAll(() => {
    cli = createTestCli();
  });
  afterAll(() => cli.remove());

  const blocks = blocksOf('docs/getting-started.md');
  const commandsAfter = (heading: string) => {
    const page = readFileSync('docs/getting-started.md', 'utf8');
    const [, section] = page.split(`## ${heading}`);
    const until = section!.split('\n## ')[0]!;
    return [...until.matchAll(/^npx signpost (.+)$/gm)].map(([, call]) => call!.split(' '));
  };

  test('the commands of the first content change in docs/getting-started.md succeed', async () => {
    const file = join(cli.seed, 'topics/boat-repair.yaml');
    const broader = 'broader: migrant-smuggling';
    const record = blocks.find(({ language }) => language === 'yaml')!.text;
    expect(record).toContain(broader);
    expect(existsSync('seed/topics/migrant-smuggling.yaml')).toBe(true);
    // The scratch content has other topics than `seed/`, so the link is replaced.
    writeFileSync(file, record.replace(broader, 'broader: smuggling'));
    const calls = commandsAfter('5. Make a change');
    expect(calls.map(([verb]) => verb)).toEqual(['validate', 'plan', 'seed', 'retire']);
    for (const call of calls) expect([call, (await cli.run(...call)).exit]).toEqual([call, 0]);
    const [create] = commandsAfter('6. Write through the API');
    expect((await cli.run(...create!)).out).toMatch(/^\S{20,}\n/);
  });

  test('docs/getting-started.md shows the URLs that the server prints at its start', () => {
    const source = readFileSync('src/commands/serve.ts', 'utf8');
    const output = blocks
      .find(({ language }) => language === 'text')!
      .text.trimEnd()
      .split('\n');
    expect(output).toHaveLength(3);
    for (const line of output) expect(source).toContain(line.replace('http://127.0.0.1:4000', '${server.url}'));
  });
});
