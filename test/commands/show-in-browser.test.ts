import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showInBrowser } from '../../src/commands/show-in-browser.js';

const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
let folder: string;
const output: string[] = [];
const terminal = { err: (text: string) => void output.push(text) };
// The browser opener of Windows cannot be replaced in a test.
const onUnix = process.platform === 'win32' ? test.skip : test;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signpost-open-'));
  output.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const waitUntil = async (isMet: () => boolean) => {
  while (!isMet()) await new Promise((resolve) => setTimeout(resolve, 10));
};

onUnix('the program of the platform gets the address as it is, and no shell reads it', async () => {
  const [args, url] = [join(folder, 'args'), `http://[::1]:1/$(touch ${join(folder, 'run')});"'*&`];
  const lines = `for each in "$@"; do echo "$each" >> '${args}.new'; done\n/bin/mv '${args}.new' '${args}'\n`;
  writeFileSync(join(folder, opener), `#!/bin/sh\n${lines}`, { mode: 0o755 });
  showInBrowser(url, terminal, { PATH: folder });
  await waitUntil(() => existsSync(args));
  expect(readFileSync(args, 'utf8')).toBe(`${url}\n`);
  expect(existsSync(join(folder, 'run'))).toBe(false);
  expect(output).toEqual([]);
});

onUnix('where there is none, that is said, and the server goes on', async () => {
  showInBrowser('http://127.0.0.1:1', terminal, { PATH: folder });
  await waitUntil(() => output.length > 0);
  expect(output).toEqual(['No browser could be opened. Open http://127.0.0.1:1/']);
});
