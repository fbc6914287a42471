import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestCli, type TestCli } from './test-cli.js';

let cli: TestCli;
beforeAll(async () => {
  cli = createTestCli();
  expect((await cli.run('seed')).exit).toBe(0);
  const original = join(cli.seed, 'leaflets/digital.md');
  writeFileSync(original, readFileSync(original, 'utf8').replace('The text', 'Another text'));
  expect((await cli.run('seed')).out).toBe('1 changed, 18 unchanged; change 2.\n');
});
afterAll(() => cli.remove());

test('each kind is listed with its complete, incomplete and stale translations into a language', async () => {
  const { exit, out } = await cli.run('translations', '--locale=fr');
  expect(exit).toBe(0);
  const messages = /^site messages +(\d+) +(\d+)$/m.exec(out)!;
  expect(messages[1]).toBe(messages[2]);
  expect(out.replace(`${messages[0]}\n`, '')).toMatchInlineSnapshot(`
   "kind             entries             fr
   groups                 1              0
   countryUpdates         1              0
   countries              2            0+1
   events                 1              0
   indicators             1              0
   laws                   1              0
   leaflets               2  0+1 (1 stale)
   organisations          2              0
   questions              1              0
   resources              2            0+1
   routes                 1              0
   sources                1              0
   topics                 2              1
   trends                 1              0
   complete, and +begun: every text of the original is there, or some of them
   countries/it
     body  no text
     capital  no text
   leaflets/digital
     title  no text
     body  older than the original
   resources/guide
     summary  no text
   "
  `);
});

test('a locale in which no content exists is reported, with the available locales', async () => {
  expect(await cli.run('translations', '--locale=xx')).toEqual({
    exit: 2,
    out: '',
    err: '"xx" is not a language of the content. Use one of en, fr, de, es, it.\n',
  });
});
