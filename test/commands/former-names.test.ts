import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseArguments } from '../../src/commands/parse-arguments.js';
import { runCli } from '../../src/commands/run-cli.js';
import { readConfig } from '../../src/config.js';
import { readRecipeFile } from '../../src/content/recipe-file.js';

test('the former name of a command runs the command with a warning', async () => {
  const lines: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => lines.push(line), json: () => {} } as never;
  await runCli(['leaflet'], { terminal, stopSignal: () => new AbortController().signal });
  expect(lines[0]).toBe('warning: "leaflet" is now "print"; the former name will stop working in the next release.');
  expect(lines[1]).toMatch(/^"signpost print" needs <slug>/);
});

test('the former name of a command-line option sets the option with a warning', () => {
  const warnings: string[] = [];
  const args = { author: { type: 'string', former: 'by', description: 'Author.' } } as const;
  expect(parseArguments('seed', args, ['--by=Ana'], (warning) => warnings.push(warning))).toEqual({ author: 'Ana' });
  expect(parseArguments('seed', args, ['--author', 'Ana'])).toEqual({ author: 'Ana' });
  expect(warnings).toEqual(['--by is now --author; the former name will stop working in the next release']);
});

test('the former name of an environment variable sets it with a warning; the current name takes precedence', () => {
  const warnings: string[] = [];
  const warn = (warning: string) => warnings.push(warning);
  expect(readConfig({ SEED_DIR: 'old' }, warn).seedDir).toBe('old');
  expect(readConfig({ SEED_DIR: 'old', CONTENT_DIR: 'new' }, warn).seedDir).toBe('new');
  const warning = 'SEED_DIR is now CONTENT_DIR; the former name will stop working in the next release';
  expect(warnings).toEqual([warning, warning]);
});

test('the former name of a recipe field sets the field with a warning', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'signpost-former-')), 'indicators');
  mkdirSync(folder);
  const file = join(folder, 'cases.recipe.yaml');
  writeFileSync(file, 'publisher: Agency\nurl: https://example.org/cases.csv\nterms: CC BY 4.0\ntakeCodes: true\n');
  const [problems, warnings]: [never[], string[]] = [[], []];
  const recipe = readRecipeFile(file, 'indicators/cases', { problems, warnings, onBytes: () => {} });
  expect(problems).toEqual([]);
  expect(recipe).toMatchObject({ licence: 'CC BY 4.0', addCodes: true });
  expect(warnings).toEqual([
    `${file}: terms is now licence; the former name will stop working in the next release`,
    `${file}: takeCodes is now addCodes; the former name will stop working in the next release`,
  ]);
});
