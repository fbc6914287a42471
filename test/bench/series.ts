import countries from 'i18n-iso-countries';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbedded } from '../../src/embedded/index.js';
import { buildApp } from '../../src/http/app.js';
import { loadModel } from '../../src/model/load-model.js';
import { openKnowledgeBase } from '../../src/open-database.js';
import { openServices } from '../../src/open-services.js';
import { createVintage } from '../../src/records/submitted-figures.js';
import { batch, entry } from '../store/test-stores.js';
import { throwOnError } from '../support/throw-on-error.js';

const MONTHS = Array.from({ length: 108 }, (_, index) => {
  return `${2016 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
});
const CODES = Object.keys(countries.getAlpha2Codes());
const REQUESTED_CODES = CODES.slice(0, 30);
/** Series of monthly figures over nine years: about 20 000 figures, and about two million. */
const PANELS = { small: { areas: 31, breakdowns: 6 }, large: { areas: 234, breakdowns: 80 } };
const REQUESTS = 300;
const MAX_TIME_RATIO = 1.5;

/**
 * Prints the response time of the API for the series of thirty areas, with the number of commands. The panel has twenty
 * thousand figures, then two million. Also prints the time of other first requests on the large panel.
 */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-bench-series-'));
  const embedded = await startEmbedded({ dataDir: folder });
  const commands: string[] = [];
  const base = await openKnowledgeBase({
    uri: embedded.uri,
    database: 'bench',
    model: loadModel('schema'),
    onCommand: (name) => commands.push(name),
    pollMs: 60_000,
  });
  const { store } = base;
  const services = await openServices(base, {
    countsEntries: false,
    onError: throwOnError,
  });
  const log = pino({ level: 'silent' });
  const admission = { rate: { burst: 1e6, perSecond: 1e6 } };
  const app = await buildApp(services.services, {
    log,
    corsOrigins: '*',
    graphiqlDir: 'none',
    admission,
    deadlineMs: 60_000,
  });
  const sendQuery = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
    if (answer.body.includes('"errors"')) throw new Error(answer.body.slice(0, 500));
    return answer.body.length;
  };
  try {
    const codes = CODES.map((code) => entry('Country', code.toLowerCase(), { alpha3: countries.alpha2ToAlpha3(code) }));
    const indicators = Object.entries(PANELS).map(([slug, { breakdowns }]) => indicator(slug, breakdowns));
    await store.log.commit(
      batch(...codes, entry('Organisation', 'bench', { organisationType: 'UN_BODY' }), ...indicators),
    );
    for (const [slug, panel] of Object.entries(PANELS)) {
      const series = panelSeries(panel.areas, panel.breakdowns);
      await store.log.commit({ ...batch(), vintages: [createVintage(slug, series)] });
      console.log(`series: ${slug} has ${series.length} series, ${series.length * MONTHS.length} figures`);
    }
    const query = (slug: string, at: number) => `{ indicator(slug: "${slug}") {
      series(areas: ${JSON.stringify(REQUESTED_CODES)}, breakdown: [{ dimension: "origin", code: "O${at % PANELS.small.breakdowns}" }]) {
        area { code } points { period value state }
      }
    } }`;
    const times: Record<string, number[]> = { small: [], large: [] };
    for (let index = 0; index < REQUESTS + 20; index += 1) {
      for (const slug of ['small', 'large']) {
        commands.length = 0;
        const startedAt = performance.now();
        await sendQuery(query(slug, index));
        if (index >= 20) times[slug]!.push(performance.now() - startedAt);
        if (index === 20) console.log(`series: ${slug}, commands of one request: ${commands.join(' ')}`);
      }
    }
    const [small, large] = ['small', 'large'].map((slug) => percentiles(times[slug]!));
    console.log(`series of 30 areas: 20 000 figures p50 ${ms(small!.p50)}, p95 ${ms(small!.p95)}`);
    console.log(`series of 30 areas: two million  p50 ${ms(large!.p50)}, p95 ${ms(large!.p95)}`);
    console.log(
      `series: p95 of the large panel is ${(large!.p95 / small!.p95).toFixed(2)} times the other (wanted ${MAX_TIME_RATIO})`,
    );
    for (const field of [
      'ranking(period: "2020-01", breakdown: [{ dimension: "origin", code: "O1" }]) { value }',
      'coverage { series observations }',
      'changes(from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z", areas: ["AF"]) { appeared }',
    ]) {
      const started = performance.now();
      await sendQuery(`{ indicator(slug: "large") { ${field} } }`);
      console.log(`series: ${field.split(/[({ ]/)[0]} of the large panel takes ${ms(performance.now() - started)}`);
    }
  } finally {
    await app.close();
    await services.close();
    await store.close();
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function indicator(slug: string, breakdowns: number) {
  const codes = Array.from({ length: breakdowns }, (_, index) => ({
    code: `O${index}`,
    title: { en: `Origin ${index}` },
  }));
  return entry('Indicator', slug, {
    unit: 'persons',
    countingUnit: 'PERSONS',
    measure: 'STOCK',
    frequency: 'MONTH',
    relevance: 'MEASURES',
    absentMeans: 'MISSING',
    publisher: 'bench',
    dimensions: [{ name: 'origin', title: { en: 'Origin' }, total: null, codes }],
    topics: [],
  });
}

function panelSeries(areas: number, breakdowns: number) {
  return CODES.slice(0, areas).flatMap((area, row) =>
    Array.from({ length: breakdowns }, (_, column) => ({
      area,
      breakdown: { origin: `O${column}` },
      points: MONTHS.map((period, index) => ({
        period,
        value: (row + 1) * (column + 1) + index,
        state: 'REPORTED' as const,
        flags: [],
        source: 'bench',
        note: null,
      })),
    })),
  );
}

function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const ascending = [...times].sort((a, b) => a - b);
  return { p50: ascending[Math.floor(ascending.length / 2)]!, p95: ascending[Math.floor(ascending.length * 0.95)]! };
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}
