import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/commands/run-cli.js';
import { connectDatabase } from '../../src/connect-database.js';
import { openDatabase } from '../../src/open-database.js';
import { readConfig } from '../../src/config.js';
import { createTestCli, type TestCli } from './test-cli.js';
import { becomesTrueWithin } from '../support/wait-for.js';

let testCli: TestCli;
beforeEach(() => void (testCli = createTestCli()));
afterEach(() => testCli.remove());

/** Starts to watch the folder. `waitForOutput` waits for a line of output, `end` stops watching. */
function startWatch() {
  const output: string[] = [];
  const stop = new AbortController();
  const print = (text: string) => void output.push(text);
  const ended = runCli(['seed', '--watch'], {
    terminal: { out: print, err: print, isInteractive: false },
    environment: { CONTENT_DIR: testCli.seed, DATA_DIR: testCli.data, PORT: '4321' },
    stopSignal: () => stop.signal,
  });
  const waitForOutput = async (part: string) => {
    for (let attempt = 0; attempt < 400 && !output.join('\n').includes(part); attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(output.join('\n')).toContain(part);
  };
  const end = () => {
    stop.abort();
    return ended;
  };
  return { waitForOutput, end };
}

test('"seed --watch" applies a saved file, and prints its problems or the URL of its page or preview', async () => {
  const { waitForOutput, end } = startWatch();
  const file = join(testCli.seed, 'leaflets/digital.yaml');
  const text = readFileSync(file, 'utf8');

  await waitForOutput('19 created; change 1.');
  writeFileSync(file, text.replace('issuer: agency', 'issuer: agancy'));
  await waitForOutput('did you mean agency?');
  writeFileSync(file, text.replace('title: Digital leaflet', 'title: A better leaflet'));
  await waitForOutput('1 changed, 18 unchanged; change 2.');
  await waitForOutput('see    http://127.0.0.1:4321/leaflet/digital');
  writeFileSync(file, text.replace('title: Digital leaflet', 'status: DRAFT\ntitle: Not for all'));
  await waitForOutput('draft  http://127.0.0.1:4321/preview/leaflet/digital?until=');
  expect(await end()).toBe(0);
});

test('"seed --watch" reports that the server stopped, and still seeds later saves', async () => {
  const server = await openDatabase(readConfig(testCli.environment));
  const { waitForOutput, end } = startWatch();
  await waitForOutput('19 created; change 1.');
  await server.close();
  const file = join(testCli.seed, 'topics/adverts.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}altLabels: [First]\n`);
  await waitForOutput('The database does not respond. You will be prompted again when a file is saved.');
  writeFileSync(file, `${readFileSync(file, 'utf8')}# saved once more\n`);
  await waitForOutput('1 changed, 18 unchanged; change 2.');
  // The change is complete once it is printed, and the command releases the database afterwards.
  const config = readConfig(testCli.environment);
  const isFree = async () => {
    const connected = await connectDatabase(config, { shares: false }).catch(() => null);
    await connected?.close();
    return connected !== null;
  };
  expect(await becomesTrueWithin(10_000, isFree)).toBe(true);
  expect(await end()).toBe(0);
});
