import countries from 'i18n-iso-countries';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { readDatasetFigures } from '../../src/datasets/read-figures.js';
import { startEmbedded } from '../../src/embedded/index.js';
import { loadModel } from '../../src/model/load-model.js';
import { createVintage } from '../../src/records/submitted-figures.js';
import { type AreaDefinition, AreaResolver } from '../../src/series/area-resolver.js';
import { openStore } from '../../src/store/open-store.js';
import { DEFAULT_READ_CHOICES } from '../datasets/default-read-choices.js';

const MONTHS = Array.from({ length: 108 }, (_, index) => ({
  year: 2016 + Math.floor(index / 12),
  month: (index % 12) + 1,
}));
const MIN_CELLS_PER_SECOND = 50_000;

/**
 * Prints how fast a panel of monthly figures is imported: read, matched, written to the embedded database. With the path
 * of UN DESA's migrant stock in long form, the panel has a row for each pair, sex and month, about two million. Without
 * it, an invented panel has 20 000.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const [path] = args;
  if (path !== undefined && !existsSync(path)) {
    console.log(`import: skipped, there is no file ${path}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-import-'));
  const embedded = await startEmbedded({ dataDir: join(folder, 'data') });
  const model = loadModel('schema');
  const store = await openStore({ uri: embedded.uri, database: 'bench', model, derive: () => ({}) });
  try {
    const panel = join(folder, 'panel.csv');
    const triples = path === undefined ? generateData() : await readTriples(path);
    const rows = await writePanel(panel, triples);
    const areas = new AreaResolver(everyCountry());
    const origins = [...new Set(triples.map(({ origin }) => origin))];
    const target = {
      frequency: 'MONTH' as const,
      measure: 'STOCK' as const,
      decimals: 0,
      dimensions: [
        { name: 'origin', total: null, codes: origins.map((code) => ({ code, titles: [] })) },
        { name: 'sex', total: null, codes: ['female', 'male'].map((code) => ({ code, titles: [] })) },
      ],
    };
    const choices = { ...DEFAULT_READ_CHOICES, source: 'bench' };
    const idle = process.memoryUsage().rss;
    let most = idle;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
    const startedAt = performance.now();
    const { series, report } = await readDatasetFigures([panel], target, areas, choices);
    const readAt = performance.now();
    const vintage = createVintage('panel', series);
    const digested = performance.now();
    await store.log.commit({ author: 'bench', message: 'import', entries: [], vintages: [vintage] });
    const endedAt = performance.now();
    clearInterval(watch);
    const seconds = (endedAt - startedAt) / 1000;
    console.log(
      `import of ${rows} rows, ${series.length} series, ${report.kept} kept: ${Math.round(rows / seconds)} rows/s ` +
        `(wanted ${MIN_CELLS_PER_SECOND}); read ${ms(readAt - startedAt)}, digest ${ms(digested - readAt)}, write ${ms(endedAt - digested)}; ` +
        `${Math.round((most - idle) / 1024 ** 2)} MB over idle`,
    );
  } finally {
    await store.close();
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Triple {
  area: string;
  origin: string;
  sex: string;
  /** Number of migrants by year. A missing year counts as 0. */
  stock: ReadonlyMap<number, number>;
}

/** Returns the combinations of area, origin and sex whose stock is above zero in any year. */
async function readTriples(path: string): Promise<Triple[]> {
  const found = new Map<string, Triple & { stock: Map<number, number> }>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [area, year, origin, sex, count] = line.split(',') as [string, string, string, string, string];
    if (area === 'geo') continue;
    const key = `${area},${origin},${sex}`;
    if (!found.has(key)) found.set(key, { area, origin, sex, stock: new Map() });
    found.get(key)!.stock.set(Number(year), Number(count));
  }
  return [...found.values()].filter(({ stock }) => [...stock.values()].some((count) => count > 0));
}

function generateData(): Triple[] {
  const codes = Object.keys(countries.getAlpha3Codes());
  return Array.from({ length: 186 }, (_, index) => ({
    area: codes[index % 31]!,
    origin: codes[40 + Math.floor(index / 62)]!,
    sex: Math.floor(index / 31) % 2 === 0 ? 'female' : 'male',
    stock: new Map([2015, 2020, 2024].map((year) => [year, (index + 1) * (year - 2000)])),
  }));
}

/**
 * Writes one row for each triple and month, interpolated between the middles of 2015, 2020 and 2024 and rounded down.
 */
async function writePanel(path: string, triples: readonly Triple[]): Promise<number> {
  const out = createWriteStream(path);
  out.write('geo,origin,sex,month,n\n');
  for (const { area, origin, sex, stock } of triples) {
    const lines = MONTHS.map(({ year, month }) => {
      const at = year + (month - 0.5) / 12;
      const [from, to] = at < 2020.5 ? [2015, 2020] : [2020, 2024];
      const [low, high] = [stock.get(from) ?? 0, stock.get(to) ?? 0];
      const share = Math.min(1, (at - from - 0.5) / (to - from));
      const value = Math.floor(low + (high - low) * share);
      return `${area},${origin},${sex},${year}-${String(month).padStart(2, '0')},${value}\n`;
    });
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return triples.length * MONTHS.length;
}

function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}

function everyCountry(): AreaDefinition[] {
  return Object.entries(countries.getAlpha2Codes()).map(([code, alpha3]) => ({
    code,
    kind: 'Country',
    titles: {},
    alpha3,
    codes: [],
  }));
}
