import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/commands/run-cli.js';
import { bench } from './run-command.js';

const on = bench();
afterAll(() => on.remove());

test('what is saved is checked and applied at once: problems are told, then the address to see it at', async () => {
  const printed: string[] = [];
  const stop = new AbortController();
  const print = (text: string) => void printed.push(text);
  const ended = runCli(['seed', '--watch'], {
    terminal: { out: print, err: print, isInteractive: false },
    environment: { SEED_DIR: on.seed, DATA_DIR: on.data, PORT: '4321' },
    stopSignal: () => stop.signal,
  });
  const told = async (part: string) => {
    for (let tries = 0; tries < 400 && !printed.join('\n').includes(part); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(printed.join('\n')).toContain(part);
  };
  const file = join(on.seed, 'leaflets/digital.yaml');
  const text = readFileSync(file, 'utf8');

  await told('19 created; change 1.');
  writeFileSync(file, text.replace('issuer: agency', 'issuer: agancy'));
  await told('nearest: agency');
  writeFileSync(file, text.replace('title: Digital leaflet', 'title: A better leaflet'));
  await told('1 changed, 18 unchanged; change 2.');
  await told('see    http://127.0.0.1:4321/leaflet/digital');
  writeFileSync(file, text.replace('title: Digital leaflet', 'status: DRAFT\ntitle: Not for all'));
  await told('draft  http://127.0.0.1:4321/preview/leaflet/digital?until=');
  stop.abort();
  expect(await ended).toBe(0);
});
