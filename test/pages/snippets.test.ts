import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { messagesFor } from '../../src/i18n/messages-for.js';
import { csvReaderSnippets } from '../../src/pages/explorer/code-snippets.js';

const NEWEST = 'https://signpost.example.org/indicator/eurostat-asylum-applicants.csv?areas=DE,FR';
const URL = `${NEWEST}&asOf=2025-01-01&editions=eurostat-population:2025-02-12`;
const messages = messagesFor(['en']);
const snippets = csvReaderSnippets(URL, messages);
const textIn = (language: string) => snippets.find((snippet) => snippet.language === language)!.text;

/** Whether a program is installed. */
function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

test('each snippet that reads a CSV file contains the URL once, and has balanced brackets and quotes', () => {
  expect(snippets.map(({ language }) => language)).toEqual(['R', 'Python', 'Power Query']);
  for (const { text } of snippets) {
    expect(text.split(URL)).toHaveLength(2);
    const signs = text.replace(/"[^"\n]*"/g, '').replace(/[^()[\]{}"]/g, '');
    let left = signs;
    for (let before = ''; before !== left;) [before, left] = [left, left.replace(/\(\)|\[\]|\{\}/g, '')];
    expect(left).toBe('');
  }
});

test('a comment in each snippet quotes the part of the URL that fixes the editions, if there is one', () => {
  for (const [index, { text }] of snippets.entries()) {
    const [comment] = text.split('\n');
    const [, part] = /^(?:#|\/\/) For the newest figures, delete “(.*)” from the address\.$/.exec(comment!)!;
    expect(URL.replace(part!, '')).toBe(NEWEST);
    expect(csvReaderSnippets(NEWEST, messages)[index]!.text).toBe(text.replace(`${comment}\n`, '').replace(part!, ''));
  }
});

test('the Python snippet can be parsed', () => {
  if (!isInstalled('python3')) return;
  const { status, stderr } = spawnSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
    input: textIn('Python'),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});

test('the R snippet can be parsed', () => {
  if (!isInstalled('Rscript')) return;
  const { status } = spawnSync('Rscript', ['-e', 'parse(file("stdin"))'], { input: textIn('R') });
  expect(status).toBe(0);
});

test('docs/analysing.md contains the snippets that pages offer', () => {
  const page = readFileSync('docs/analysing.md', 'utf8');
  const [, address] = /read\.csv\("([^"]*)"/.exec(page)!;
  for (const { text } of csvReaderSnippets(address!, messages)) expect(page).toContain(text);
});
