import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFolder } from '../../src/commands/watch-folder.js';

/** Number of consecutive saves of a file. */
const SAVES = process.env.LONG ? 100 : 5;

const root = mkdtempSync(join(tmpdir(), 'signpost-watch-'));
const file = join(root, 'topics/one.yaml');
const stop = new AbortController();
let seen = '';
let runs = 0;
let exited: Promise<void>;
beforeAll(async () => {
  mkdirSync(join(root, 'topics'));
  writeFileSync(file, 'start');
  exited = watchFolder(root, stop.signal, async () => {
    runs += 1;
    seen = readFileSync(file, 'utf8');
    return Promise.resolve();
  });
  await waitUntil(() => seen === 'start');
});
afterAll(async () => {
  stop.abort();
  await exited;
  rmSync(root, { recursive: true });
});

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let attempt = 0; !condition() && attempt < 1000; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

/** Saves like vim and others: writes a new file and renames it over the old one. */
function saveByRename(text: string): void {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

test('watchFolder detects every save, in whatever way and however often an editor writes the file', async () => {
  for (let save = 1; save <= SAVES; save += 1) {
    saveByRename(`moved ${save}`);
    await waitUntil(() => seen === `moved ${save}`);
    writeFileSync(file, `written ${save}`);
    await waitUntil(() => seen === `written ${save}`);
  }
  for (let save = 1; save <= 100; save += 1) saveByRename(`fast ${save}`);
  await waitUntil(() => seen === 'fast 100');
});

test('watchFolder detects files in a new folder, and in one that replaced another', async () => {
  const detected = async (change: () => void) => {
    const before = runs;
    change();
    await waitUntil(() => runs > before);
  };
  for (const name of ['events', 'laws']) {
    await detected(() => mkdirSync(join(root, name)));
    await detected(() => writeFileSync(join(root, name, 'new.yaml'), 'new'));
  }
  await detected(() => rmSync(join(root, 'events'), { recursive: true }));
  await detected(() => renameSync(join(root, 'laws'), join(root, 'events')));
  await detected(() => writeFileSync(join(root, 'events/another.yaml'), 'new'));
});

test("watchFolder ignores Signpost's own state files", async () => {
  const before = runs;
  mkdirSync(join(root, '.signpost'));
  writeFileSync(join(root, '.signpost/base.json'), '{}');
  writeFileSync(join(root, 'topics/.one.yaml.swp'), '');
  saveByRename('afterwards');
  await waitUntil(() => seen === 'afterwards');
  expect(runs).toBe(before + 1);
});

test('watchFolder continues after its folder was deleted and recreated', async () => {
  const [watchedFolder, backupFolder] = [join(root, 'watched'), join(root, 'aside')];
  mkdirSync(join(watchedFolder, 'topics'), { recursive: true });
  let rounds = 0;
  const end = new AbortController();
  const watching = watchFolder(watchedFolder, end.signal, async () => void (rounds += 1));
  await waitUntil(() => rounds === 1);
  renameSync(watchedFolder, backupFolder);
  await waitUntil(() => rounds === 2);
  mkdirSync(join(watchedFolder, 'topics'), { recursive: true });
  await waitUntil(() => rounds === 3);
  writeFileSync(join(watchedFolder, 'topics/one.yaml'), 'new');
  await waitUntil(() => rounds === 4);
  end.abort();
  await watching;
});
