import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/embedded/index.js';
import { loadModel } from '../../src/model/load-model.js';
import { PUBLIC_VIEW } from '../../src/model/visibility.js';
import { openStore } from '../../src/store/open-store.js';
import type { EntryChange } from '../../src/store/change-log.js';
import type { PageQuery } from '../../src/store/entries.js';
import type { Store } from '../../src/store/store.js';

const ENTRIES = 100_000;
const BATCH = 2_000;
const PAGE = 20;
const FAR_PAGE = 1_000;
const ROUNDS = 40;

/**
 * Prints the cost of pages of 100 000 invented entries: the first and the thousandth, by title and by date. It also
 * prints the cost of the first page with its total, and with filters that match few or many entries.
 */
export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'signpost-bench-'));
  const database = await startEmbedded({ dataDir });
  const model = loadModel('schema');
  let commands = 0;
  const store = await openStore({ uri: database.uri, database: 'bench', model, onCommand: () => (commands += 1) });
  try {
    const startedAt = performance.now();
    for (let from = 0; from < ENTRIES; from += BATCH) await fill(store, from);
    console.log(`pages of ${PAGE} of ${ENTRIES} entries (written in ${Math.round(performance.now() - startedAt)} ms)`);
    for (const [name, path] of [
      ['by title', 'title'],
      ['by date', 'publishedOn'],
    ] as const) {
      const query = queryBy(path);
      let after: string | null = null;
      for (let index = 1; index < FAR_PAGE; index += 5)
        after = await lastCursor(store, { ...query, first: PAGE * 5, after });
      commands = 0;
      const [first, farPage] = await measureAlternately(
        () => store.entries.page('Source', query, PUBLIC_VIEW),
        () => store.entries.page('Source', { ...query, after }, PUBLIC_VIEW),
      );
      const each = commands / (2 * (ROUNDS + 3));
      console.log(
        `  ${name.padEnd(10)} page 1 ${first.toFixed(2)} ms  page ${FAR_PAGE} ${farPage.toFixed(2)} ms  ratio ${(farPage / first).toFixed(2)}  ${each} command each`,
      );
    }
    const byTitle = queryBy('title');
    const total = { ...byTitle, selection: { ...byTitle.selection, totalCount: true } };
    for (const [name, query] of [
      ['with totalCount', total],
      ['of 1 in 97', { ...byTitle, filter: { publisherName: { eq: 'Publisher 5' } } }],
      ['of 1 in 97, with totalCount', { ...total, filter: { publisherName: { eq: 'Publisher 5' } } }],
      ['of 24 in 25', { ...byTitle, filter: { publishedOn: { gte: '2001' } } }],
      ['of 24 in 25, with totalCount', { ...total, filter: { publishedOn: { gte: '2001' } } }],
    ] as const) {
      const [plain, filteredMs] = await measureAlternately(
        () => store.entries.page('Source', byTitle, PUBLIC_VIEW),
        () => store.entries.page('Source', query, PUBLIC_VIEW),
      );
      console.log(`  page 1 by title ${plain.toFixed(2)} ms, ${name} ${filteredMs.toFixed(2)} ms`);
    }
  } finally {
    await store.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function queryBy(path: string): PageQuery {
  return {
    filter: null,
    orderBy: [{ path: [path], direction: 'ASC' }],
    first: PAGE,
    after: null,
    last: null,
    before: null,
    locales: ['en'],
    selection: { nodes: true, fields: ['title'], totalCount: false, facets: [] },
  };
}

async function fill(store: Store, from: number): Promise<void> {
  const entries = Array.from({ length: BATCH }, (_, offset): EntryChange => {
    const at = from + offset;
    const record = {
      title: { en: `Report ${(at * 7919) % ENTRIES} of the series` },
      publisherName: `Publisher ${at % 97}`,
      publishedOn: `${2000 + (at % 25)}-${String(1 + (at % 12)).padStart(2, '0')}`,
      citations: [],
    };
    const slug = `report-${at}`;
    return {
      action: 'SEED',
      kind: 'Source',
      slug,
      expectedRevision: 0,
      status: 'PUBLISHED',
      originalLocale: 'en',
      record,
    };
  });
  await store.log.commit({ author: 'bench', message: '', entries });
}

async function lastCursor(store: Store, query: PageQuery): Promise<string> {
  const { edges } = await store.entries.page('Source', query, PUBLIC_VIEW);
  return edges.at(-1)!.cursor;
}

/** Returns the medians of two alternating tasks in milliseconds. */
async function measureAlternately(
  ...tasks: [() => Promise<unknown>, () => Promise<unknown>]
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const startedAt = performance.now();
      await task();
      if (round >= 3) times[index]!.push(performance.now() - startedAt);
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  return [median(times[0]), median(times[1])];
}
