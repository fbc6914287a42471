import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import yauzl from 'yauzl';
import { jsonStatTables } from '../../src/datasets/json-stat.js';
import { jsonStatDataset } from '../../src/files/json-stat.js';
import { figuresTable } from '../charts/figures-table.js';
import { overrideStore } from '../support/override-store.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';

const FIGURES = `query Compared($areas: [AreaCode!]) { indicator(slug: "eurostat-asylum-applicants") {
  series(areas: $areas, from: "2019") { area { title } points { period value } } } }`;
const AREAS = { areas: ['IT', 'DE'] };

/** Whether the database fails from the second page of a list on. */
let failsLater = false;
let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({
    deadlineMs: 60_000,
    fileLimits: { rowsInMemory: 400, rowsPerScreenTable: 60 },
    around: (services) => ({
      ...services,
      store: overrideStore(services.store, ({ entries }) => ({
        entries: {
          ...entries,
          page: async (...args) => {
            if (failsLater && args[1].after !== null) throw new Error('away');
            return entries.page(...args);
          },
        },
      })),
    }),
    admission: { rate: { burst: 1000, perSecond: 1000 } },
  });
});
afterAll(() => server.close());

function file(format: string, query: string, variables: object = {}, more = '') {
  const headers = { 'content-type': 'application/json' };
  return server.inject({
    method: 'POST',
    url: `/graphql?format=${format}${more}`,
    headers,
    payload: { query, variables },
  });
}

async function rowsOf(format: 'csv' | 'ndjson', query: string, variables: object = {}, more = '') {
  const { statusCode, body } = await file(format, query, variables, more);
  expect([statusCode, statusCode === 200 ? '' : body]).toEqual([200, '']);
  if (format === 'csv') return parseCsv(body, { columns: true }) as Record<string, string>[];
  return body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Returns the members of an archive as texts in order. */
async function members(bytes: Buffer): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const archive = await yauzl.fromBufferPromise(bytes);
  for await (const entry of archive.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await archive.openReadStreamPromise(entry)) parts.push(part as Buffer);
    found.set(entry.fileName, Buffer.concat(parts).toString());
  }
  return found;
}

/** Returns the texts of a worksheet, row by row. */
function textsOf(sheet: string): string[][] {
  return [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<is><t[^>]*>([^<]*)/g)].map(([, text]) => text!),
  );
}

interface Points {
  area: { title: string };
  points: { period: string; value: number | null }[];
}

async function expectedRows(): Promise<{ area: string; period: string; value: number | null }[]> {
  const { data } = await server.execute(FIGURES, AREAS);
  return (data.indicator!.series as Points[]).flatMap(({ area, points }) =>
    points.map((point) => ({ area: area.title, ...point })),
  );
}

describe('export formats', () => {
  test('figures are exported as CSV', async () => {
    const rows = await rowsOf('csv', FIGURES, AREAS);
    const read = rows.map(({ area, period, value }) => ({ area, period, value: value === '' ? null : Number(value) }));
    expect(read).toEqual(await expectedRows());
    expect(rows[0]).toMatchObject({
      indicator: 'Asylum applicants',
      area_code: 'IT',
      unit: 'persons',
      state: 'REPORTED',
    });
  });

  test('figures are exported as JSON Lines', async () => {
    const rows = await rowsOf('ndjson', FIGURES, AREAS);
    expect(rows.map(({ area, period, value }) => ({ area, period, value }))).toEqual(await expectedRows());
  });

  test('figures are exported as SDMX-CSV', async () => {
    const { body, headers } = await file('sdmx.csv', FIGURES, AREAS);
    expect(headers['content-type']).toBe('application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8');
    const rows = parseCsv(body, { columns: true }) as Record<string, string>[];
    const read = rows.map((row) => ({
      period: row['TIME_PERIOD'],
      value: row['OBS_VALUE'] === '' ? null : Number(row['OBS_VALUE']),
    }));
    expect(read).toEqual((await expectedRows()).map(({ period, value }) => ({ period, value })));
    expect(rows[0]).toMatchObject({
      ...{ STRUCTURE_ID: 'SIGNPOST:EUROSTAT_ASYLUM_APPLICANTS(1.0)', REF_AREA: 'IT', PUBLISHER: 'Eurostat' },
      LICENCE: expect.stringMatching(/./),
    });
  });

  test('figures are exported as CSV with periods as columns', async () => {
    const rows = await rowsOf('csv', FIGURES, AREAS, '&shape=wide');
    const expected = await expectedRows();
    expect(rows).toHaveLength(2);
    for (const { area, period, value } of expected)
      expect(rows.find((row) => row['area'] === area)![period]).toBe(value === null ? '' : String(value));
    expect(rows[0]).toMatchObject({ source_publisher: 'Eurostat', source_reference: 'migr_asyappctza' });
  });

  test('figures are exported as an image with their source, licence and URL', async () => {
    const { body } = await file('svg', FIGURES, AREAS);
    const text = body.replace(/<[^>]*>/g, ' ');
    const [row] = await rowsOf('csv', FIGURES, AREAS);
    const [first] = String(row!['source_licence']).split(' ');
    for (const part of [
      'Publisher of the source: Eurostat',
      'migr_asyappctza',
      'Date of the edition:',
      first!,
      'Permanent link:',
    ])
      expect(text).toContain(part);
  });

  test('figures are exported as an XLSX workbook', async () => {
    const { rawPayload, headers } = await file('xlsx', FIGURES, AREAS);
    expect(headers['content-disposition']).toBe('attachment; filename="Compared.xlsx"');
    const sheets = await members(rawPayload);
    const cells = [...sheets.get('xl/worksheets/sheet1.xml')!.matchAll(/<row r="\d+">(.*?)<\/row>/g)].map(([, row]) =>
      [...row!.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)/g)].map(
        ([, column, text]) => [column!, text!] as const,
      ),
    );
    const header = new Map(cells[0]!.map(([column, name]) => [name, column]));
    const read = cells.slice(1).map((row) => {
      const indexByName = new Map(row);
      const value = indexByName.get(header.get('value')!);
      return {
        area: indexByName.get(header.get('area')!),
        period: indexByName.get(header.get('period')!),
        value: value === undefined ? null : Number(value),
      };
    });
    expect(read).toEqual(await expectedRows());
    expect(sheets.get('xl/worksheets/sheet3.xml')).toContain('https://ec.europa.eu/eurostat');
    expect(sheets.get('xl/worksheets/sheet4.xml')).toContain('query Compared');
  });

  test('figures are exported as JSON-stat', async () => {
    const { body } = await file('jsonstat', FIGURES, AREAS);
    const cube = JSON.parse(body) as { value: unknown[]; size: number[]; id: string[] };
    const expected = await expectedRows();
    expect(cube.value).toHaveLength(cube.size.reduce((product, each) => product * each, 1));
    expect(cube.value).toEqual(expected.map(({ value }) => value));
    expect(jsonStatTables(cube)).toHaveLength(1);
  });

  test('a JSON-stat file has the date of the edition, not of the request', async () => {
    const { updated } = JSON.parse((await file('jsonstat', FIGURES, AREAS)).body) as { updated: string };
    const dates = (await rowsOf('csv', FIGURES, AREAS)).map((row) => row['edition_date'] ?? row['vintage_date']);
    expect(new Set(dates)).toEqual(new Set([updated]));
  });

  test('requested areas without figures are listed in each row, in a note, in the image and on the page', async () => {
    const query = `query Land($areas: [AreaCode!]) { indicator(slug: "unhcr-land-arrivals-monthly") {
      series(areas: $areas, from: "2018-01") { points { period value } } } }`;
    const areas = { areas: ['IT', 'ES'] };
    const sentence = 'Italy is not covered by this indicator (2 areas).';
    const rows = await rowsOf('csv', query, areas);
    expect(new Set(rows.map((row) => row['scope']))).toEqual(new Set([`1 of 2 areas with figures. ${sentence}`]));
    expect(await rowsOf('csv', query, { areas: ['ES'] })).not.toContainEqual(
      expect.objectContaining({ scope: expect.anything() }),
    );
    const { note } = JSON.parse((await file('jsonstat', query, areas)).body) as { note: string[] };
    expect(note).toEqual(['1 of 2 areas with figures.', sentence]);
    expect((await file('svg', query, areas)).body).toContain(sentence);
    const { tables } = JSON.parse((await file('tables', query, areas)).body) as { tables: { scopes: unknown[] }[] };
    expect(tables[0]!.scopes).toMatchObject([{ included: 1, existing: 2, requested: [{ area: 'IT', sentence }] }]);
    expect((await members((await file('zip', query, areas)).rawPayload)).get('about.txt')).toContain(sentence);
  });

  test('a file without figures has one row with the reason', async () => {
    const query = `{ indicator(slug: "unhcr-land-arrivals-monthly") {
      series(areas: ["IT"], from: "2018-01") { points { period value } } } }`;
    const scope = 'Italy is not covered by this indicator (2 areas).';
    const table = '&table=indicator.series.points';
    const [row, ...others] = await rowsOf('csv', query, {}, table);
    expect(others).toEqual([]);
    expect(Object.entries(row!).filter(([, cell]) => cell !== '')).toEqual([['scope', scope]]);
    expect(await rowsOf('ndjson', query, {}, table)).toEqual([
      expect.objectContaining({ period: null, value: null, scope }),
    ]);
    // Without `table`, the file contains the indicator, which has one row.
    expect(await rowsOf('csv', query)).toEqual([
      expect.objectContaining({ slug: 'unhcr-land-arrivals-monthly', scope }),
    ]);
    const unknown = await rowsOf('csv', query.replace('"IT"', '"Itly"'));
    expect(unknown[0]!['scope']).toBe('There is no country, group or route “Itly”. Did you mean Italy?');
  });

  test('a file of a nested list reports that a limit truncated the list', async () => {
    const query = (first: number) =>
      `{ topics(first: 5, orderBy: [{ slug: ASC }]) { nodes { slug relevantResources(first: ${first}) { nodes { slug } } } } }`;
    const scopes = async (first: number) =>
      new Set((await rowsOf('csv', query(first), {}, '&table=topics.relevantResources')).map((row) => row['scope']));
    const [truncated] = await scopes(1);
    expect(truncated).toMatch(/^5 of \d+ results\. The first 1 results; there are more\.$/);
    const [completeScope] = await scopes(100);
    expect(completeScope).toMatch(/^5 of \d+ results\.$/);
  });

  test('a file that contains a name with a footnote has the footnote', async () => {
    const query = (areas: string) => `{ indicator(slug: "eurostat-population") {
      series(areas: [${areas}], from: "2019", to: "2019") { points { period value } } } }`;
    const footnote = expect.stringMatching(/^\* This designation is without prejudice to positions on status/);
    const kosovoQuery = query('"XK", "IT"');
    for (const format of ['csv', 'ndjson'] as const) {
      const none = format === 'csv' ? '' : null;
      expect(await rowsOf(format, kosovoQuery)).toMatchObject([
        { area_code: 'XK', footnote },
        { area_code: 'IT', footnote: none },
      ]);
      expect((await rowsOf(format, query('"IT"')))[0]).not.toHaveProperty('footnote');
    }
    expect(JSON.parse((await file('jsonstat', kosovoQuery)).body)).toMatchObject({
      note: ['2 of 45 areas with figures.', footnote],
    });
    expect((await file('jsonstat', query('"IT"'))).body).not.toContain('This designation');
    expect((await members((await file('zip', kosovoQuery)).rawPayload)).get('about.txt')).toContain('This designation');
    const sheets = [...(await members((await file('xlsx', kosovoQuery)).rawPayload)).values()];
    expect(sheets.join('')).toContain('This designation');
    // The export of this query reads areas in batches.
    const populationQuery =
      '{ indicator(slug: "world-bank-population") { series(from: "2019") { points { period value } } } }';
    const rows = await rowsOf('csv', populationQuery);
    expect(rows.filter((row) => row['footnote'] !== '').map((row) => row['area_code'])).toContain('XK');
  });

  test('the file of a truncated ranking states the total in the column scope, which a complete one lacks', async () => {
    const ranking = (first: number) => `{ indicator(slug: "eurostat-found-illegally-present") {
      ranking(period: "2023", within: "EU", first: ${first}) { rank area { title } value } } }`;
    const truncated = await rowsOf('ndjson', ranking(10));
    expect(truncated).toHaveLength(10);
    expect(truncated[0]).toMatchObject({ scope: expect.stringMatching(/^The 10 highest of 2\d\.$/) });
    expect((await rowsOf('ndjson', ranking(100)))[0]).not.toHaveProperty('scope');
    // The export of this query reads areas in batches.
    const stockQuery = '{ indicator(slug: "un-desa-migrant-stock") { series { points { period value } } } }';
    expect((await rowsOf('csv', stockQuery))[0]).not.toHaveProperty('scope');
  });

  test('a JSON-stat file has the same codes in every locale, and localised labels', async () => {
    const query = `query Decisions { indicator(slug: "unhcr-asylum-decisions") { series(areas: ["IT"],
      breakdown: [{ dimension: "outcome", code: "RECOGNISED" }, { dimension: "outcome", code: "TOTAL" }]) {
      points { period value } } } }`;
    const categories = async (locale: string) => {
      const { dimension } = JSON.parse((await file('jsonstat', query, {}, `&locale=${locale}`)).body) as {
        dimension: Record<string, { category: { index: string[]; label: Record<string, string> } }>;
      };
      const [outcomeCategory, measured] = [dimension['outcome']!.category, dimension['indicator']!.category];
      return { codes: [outcomeCategory.index, measured.index], names: [outcomeCategory.label, measured.label] };
    };
    const [english, french] = [await categories('en'), await categories('fr')];
    const codes = [['RECOGNISED', 'TOTAL'], ['unhcr-asylum-decisions']];
    expect([english.codes, french.codes]).toEqual([codes, codes]);
    expect(english.names[0]).toEqual({ RECOGNISED: 'Recognised as refugees', TOTAL: 'All decisions' });
    expect(french.names).not.toEqual(english.names);
    const rows = await rowsOf('csv', query);
    expect(new Set(rows.map((row) => `${row['outcome_code']}: ${row['outcome']}`))).toEqual(
      new Set(['RECOGNISED: Recognised as refugees', 'TOTAL: All decisions']),
    );
  });

  test('a JSON-stat file has sorted periods, and time and geo roles', () => {
    const table = figuresTable([
      { area: 'Italy', code: 'IT', figures: { '2020': 1, '2021': 2 } },
      { area: 'Spain', code: 'ES', figures: { '2019': 3, '2021': 4 } },
    ]);
    const facts = { title: 'Arrivals', address: () => null, scope: () => [], footnotes: () => [] };
    const cube = jsonStatDataset(table.columns, table.rows, facts) as {
      id: string[];
      role: unknown;
      value: unknown[];
      dimension: Record<string, { category: { index: string[] } }>;
    };
    expect(cube.dimension['period']!.category.index).toEqual(['2019', '2020', '2021']);
    expect(cube.value).toEqual([null, 1, 2, 3, null, 4]);
    expect(cube.role).toEqual({ time: ['period'], geo: ['area_code'] });
    expect(cube.id).toEqual(expect.arrayContaining(['period', 'area_code']));
  });

  test('figures are exported as a chart by an Accept header and with GET', async () => {
    const search = new URLSearchParams({ query: FIGURES, variables: JSON.stringify(AREAS) });
    const { body, headers } = await server.inject({ url: `/graphql?${search}`, headers: { accept: 'image/svg+xml' } });
    expect(headers['content-type']).toBe('image/svg+xml');
    expect(body).toMatch(/^<svg [^>]*role="img".*Italy.*<\/svg>$/s);
  });

  test('each table of an archive has the dimensions of all pages of the response', async () => {
    const query = `query Evidence {
      indicators(filter: { topics: { some: { slug: { eq: "electronic-evidence" } } } }, orderBy: [{ slug: ASC }]) {
        nodes { title series { area { code } points { period value } } }
      }
    }`;
    const files = await members((await file('zip', query)).rawPayload);
    expect(files.get('tables/indicators.series.csv')!.split('\n')[0]).toContain('request');
  });

  test('an archive contains a list of its files, with digests', async () => {
    const files = await members((await file('zip', FIGURES, AREAS)).rawPayload);
    expect([...files.keys()].toSorted()).toEqual([
      ...[
        'SHA256SUMS',
        'about.txt',
        'citation.bib',
        'citation.json',
        'citation.txt',
        'columns.csv',
        'datapackage.json',
        'licence.txt',
      ],
      ...['query.graphql', 'sources.csv', 'tables/indicator.csv', 'tables/indicator.series.csv'],
      ...['tables/indicator.series.points.csv', 'variables.json'],
    ]);
    const sums = files
      .get('SHA256SUMS')!
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums).toHaveLength(files.size - 1);
    for (const [sum, name] of sums) expect(createHash('sha256').update(files.get(name!)!).digest('hex')).toBe(sum);
    expect(files.get('columns.csv')).toContain('Null does not mean zero.');
    const { data } = await server.execute(
      '{ sources(filter: { title: { startsWith: "Asylum applicants by type" } }) { nodes { title publisher: publisherName url licence attribution } } }',
    );
    const sources = parseCsv(files.get('sources.csv')!, { columns: true }) as Record<string, string>[];
    expect(sources.length).toBeGreaterThan(0);
    for (const { source, publisher, address, licence, attribution } of sources) {
      const recorded = data.sources!.nodes.find(({ title, url }) => title === source && url === address);
      expect([publisher, licence, attribution]).toEqual([
        recorded!.publisher,
        recorded!.licence ?? '',
        recorded!.attribution ?? '',
      ]);
      expect(files.get('licence.txt')).toContain(licence === '' ? 'its terms were not seen' : licence);
    }
    expect(files.get('citation.txt')).toMatch(/^Eurostat\. .*\[Data set\]\. Signpost\. Read in: Asylum applicants/);
    expect(files.get('about.txt')).toMatch(/^Editions: \d{4}/m);
    expect(JSON.parse(files.get('citation.json')!)).toMatchObject([{ type: 'dataset', publisher: 'Eurostat' }]);
  });
});

describe('citation in files of an indicator', () => {
  test.each([
    'eurostat-uam-applicants?view=bar&at=2015&top=10',
    'eurostat-asylum-applicants?areas=IT&view=line',
    'eurostat-asylum-applicants?areas=IT&view=table&from=2015&to=2015',
    'eurostat-asylum-applicants?areas=IT&view=line&citizen=UA',
  ])('the workbook and the archive of %s cite the same as the page', async (path) => {
    const get = (ending: string) => server.inject({ url: `/indicator/${path.replace('?', `${ending}?`)}` });
    const cite = (text: string) => text.replaceAll('&amp;', '&').split(' Retrieved')[0]!.trim();
    const [, apa = ''] = /<p class="cite"[^>]*>(.*?)<\/p>/s.exec((await get('')).body)!;
    const about = (await members((await get('.xlsx')).rawPayload)).get('xl/worksheets/sheet4.xml')!;
    const row = textsOf(about).find(([label]) => label === 'How to cite')!;
    const archive = await members((await get('.zip')).rawPayload);
    expect([row[1]!, archive.get('citation.txt')!].map(cite)).toEqual([cite(apa), cite(apa)]);
  });
});

describe('locale of texts in files', () => {
  test('a workbook has its texts and column labels in the requested locale', async () => {
    const sheets = await members((await file('xlsx', FIGURES, AREAS, '&locale=fr')).rawPayload);
    const names = [...sheets.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Données', 'Colonnes', 'Sources', 'À propos']);
    expect(textsOf(sheets.get('xl/worksheets/sheet2.xml')!).slice(0, 1)).toEqual([
      ['Colonne', 'Libellé', 'Signification (en anglais)', 'Ajoutée sans être demandée'],
    ]);
    const called = new Map(textsOf(sheets.get('xl/worksheets/sheet2.xml')!).map(([name, text]) => [name, text]));
    expect([called.get('value'), called.get('area_code')]).toEqual(['Valeur', 'Code']);
    expect(textsOf(sheets.get('xl/worksheets/sheet3.xml')!)[0]).toEqual([
      ...['Source', 'Éditeur', 'Adresse', 'Licence', 'Mention de la source'],
    ]);
    const about = textsOf(sheets.get('xl/worksheets/sheet4.xml')!);
    expect(about.map(([label]) => label)).toEqual([
      ...[
        'Quoi',
        'Titre',
        'Récupéré le',
        'Adresse',
        'Périmètre',
        'Éditions',
        'Comment citer',
        'Licence',
        'Requête',
        'Variables',
      ],
    ]);
    expect(about.find(([label]) => label === 'Licence')![1]).toMatch(/^Chaque chiffre se réutilise/);
  });

  test('an archive has its texts in the requested locale, and its files and columns the same names in all', async () => {
    const read = async (locale: string) => members((await file('zip', FIGURES, AREAS, `&locale=${locale}`)).rawPayload);
    const [french, english] = [await read('fr'), await read('en')];
    expect([...french.keys()]).toEqual([...english.keys()]);
    expect(french.get('about.txt')).toMatch(/^Titre\u202f: Compared\nRécupéré le\u202f: /);
    expect(french.get('licence.txt')).toMatch(/^La réutilisation des données de cette archive/);
    expect(french.get('licence.txt')).not.toMatch(/^ {2}(?:Attribution|Licence):/m);
    const columns = (files: Map<string, string>) =>
      parseCsv(files.get('columns.csv')!, { columns: true }) as { column: string; label: string }[];
    const labels = (files: Map<string, string>) => columns(files).find(({ column }) => column === 'period')!.label;
    expect([labels(french), labels(english)]).toEqual(['Période', 'Period']);
    expect(columns(french).map(({ column }) => column)).toEqual(columns(english).map(({ column }) => column));
  });

  test('an archive of a query without an operation name has a title in the requested locale', async () => {
    const about = (
      await members((await file('zip', '{ sources(first: 1) { nodes { title } } }', {}, '&locale=de')).rawPayload)
    ).get('about.txt');
    expect(about).toMatch(/^Titel: Antwort auf eine Abfrage\n/);
  });
});

test('an export contains all pages of a list, unless the query selects a page', async () => {
  const { data } = await server.execute('{ sources(first: 1) { totalCount } }');
  const allRows = await rowsOf('csv', '{ sources { nodes { slug } } }');
  expect(allRows).toHaveLength(data.sources.totalCount);
  expect(new Set(allRows.map(({ slug }) => slug)).size).toBe(allRows.length);
  const sourceRows = await rowsOf('csv', '{ sources(first: 3) { nodes { slug } } }');
  const scope = `3 of ${data.sources.totalCount} results.`;
  expect(sourceRows).toEqual(allRows.slice(0, 3).map((row) => ({ ...row, scope })));
  const query = 'query ($n: Int) { sources(first: $n) { nodes { slug } } }';
  expect(await rowsOf('csv', query, { n: 2 })).toHaveLength(2);
  expect(await rowsOf('csv', query, { n: null })).toHaveLength(allRows.length);
});

test('the figures of all indicators are exported to one file, although their dimensions differ', async () => {
  const rows = await rowsOf(
    'ndjson',
    '{ indicators(filter: { publisher: { slug: { eq: "unhcr" } } }) { nodes { series(areas: ["IT"], from: "2023") { points { value } } } } }',
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(({ indicator }) => indicator)).size).toBeGreaterThan(3);
});

test('an export has columns for dimensions that occur only on later pages', async () => {
  const allRows = await rowsOf(
    'ndjson',
    '{ indicators { nodes { dimensions { name } } } }',
    {},
    '&table=indicators.dimensions',
  );
  const query = '{ indicators { nodes { series(areas: ["IT"], from: "2023") { points { value } } } } }';
  const { body } = await file('csv', query);
  const columns = body.slice(0, body.indexOf('\n')).trim().split(',');
  const dimensions = columns.slice(columns.indexOf('area') + 1, columns.indexOf('period'));
  expect(dimensions.sort()).toEqual([...new Set(allRows.map(({ name }) => name))].sort());
  expect(dimensions.length).toBeGreaterThan(5);
});

test('an export of a document with several operations contains the selected one', async () => {
  const query = 'query A { sources(first: 1) { nodes { slug } } } query B { topics(first: 1) { nodes { slug } } }';
  const answer = await server.inject({
    method: 'POST',
    url: '/graphql?format=ndjson',
    headers: { 'content-type': 'application/json' },
    payload: { query, operationName: 'B' },
  });
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { slug: 'advertising' }]);
  const nameless = { query: '{ topics(first: 1) { nodes { slug } } }', operationName: '' };
  const alone = await server.inject({ method: 'POST', url: '/graphql?format=ndjson', payload: nameless });
  expect(alone.json()).toMatchObject({ slug: 'advertising' });
});

test('an export of a query without figures that exceeds the cost limit is rejected', async () => {
  const manyResources = 'relevantResources(first: 100) { nodes';
  const query = `{ topic(slug: "osint") { ${manyResources} { topics { ${manyResources} { slug } } } } } } }`;
  const { statusCode, body } = await file('csv', query);
  expect([statusCode, JSON.parse(body)]).toMatchObject([400, { errors: [{ extensions: { code: 'TOO_COSTLY' } }] }]);
});

test('an export of figures that exceeds the cost limit reads them in batches of areas', async () => {
  const lists = Array.from({ length: 28 }, (_, index) => `a${index}: series { points { value } }`).join(' ');
  const rows = await rowsOf('ndjson', `{ indicator(slug: "eurostat-asylum-applicants") { ${lists} } }`);
  const { data } = await server.execute(
    '{ indicator(slug: "eurostat-asylum-applicants") { series { points { value } } } }',
  );
  const values = (data.indicator!.series as Points[]).flatMap(({ points }) => points.map(({ value }) => value));
  expect(rows.filter(({ list }) => list === 'a7').map(({ value }) => value)).toEqual(values);
  expect(rows).toHaveLength(28 * values.length);
  const pages = rows.filter(({ list }, index) => list === 'a0' && rows[index - 1]?.['list'] !== 'a0');
  expect(pages.length).toBeGreaterThan(1);
});

test('a file contains the figures of more areas than one request returns, unless the query limits them', async () => {
  const refugeesQuery = '{ indicator(slug: "unhcr-refugees") { series(from: "2019") { points { value } } } }';
  const { data } = await server.execute('{ indicator(slug: "unhcr-refugees") { coverage { areas } } }');
  const { areas } = data.indicator!.coverage;
  expect(areas.length).toBeGreaterThan(150);
  const inFile = (rows: Record<string, unknown>[]) => [...new Set(rows.map((row) => row['area_code']))];
  const found = inFile(await rowsOf('csv', refugeesQuery));
  // Some areas have no figures for the newest period.
  expect(found.length).toBeGreaterThan(150);
  expect(found).toEqual(areas.filter((code) => found.includes(code)));
  expect(inFile(await rowsOf('csv', refugeesQuery.replace('(from', '(first: 3, from')))).toEqual(areas.slice(0, 3));
});

test('an export contains the figures of many areas with many codes each', async () => {
  const { data } = await server.execute(
    '{ indicator(slug: "eurostat-first-time-applicants-by-citizenship") { dimensions { name codes { code } } coverage { areas } } }',
  );
  const { dimensions, coverage } = data.indicator!;
  const breakdown = dimensions.flatMap(({ name, codes }) => codes.map(({ code }) => ({ dimension: name, code })));
  const query = `query All($breakdown: [BreakdownInput!], $areas: [AreaCode!]) {
    indicator(slug: "eurostat-first-time-applicants-by-citizenship") {
      series(areas: $areas, breakdown: $breakdown, from: "2015") { points { value } } } }`;
  const rows = await rowsOf('csv', query, { breakdown });
  const inFile = new Set(rows.map((row) => `${String(row['area_code'])} ${String(row['citizen'])}`));
  const expected: string[] = [];
  for (const area of coverage.areas) {
    const { data: response } = await server.execute(
      `query OfOne($breakdown: [BreakdownInput!], $areas: [AreaCode!]) {
        indicator(slug: "eurostat-first-time-applicants-by-citizenship") {
          series(areas: $areas, breakdown: $breakdown, from: "2015") { points { value } } } }`,
      { breakdown, areas: [area] },
    );
    expected.push(...response.indicator!.series.filter(({ points }) => points.length > 0).map(() => area));
  }
  expect(expected.length).toBeGreaterThan(500);
  expect([...inFile].map((each) => each.split(' ')[0])).toEqual(expected);
  // Requested areas are exported in the requested order.
  const germanRows = await rowsOf('csv', query, { breakdown, areas: ['DE', 'FR', 'IT', 'ES'] });
  expect([...new Set(germanRows.map((row) => row['area_code']))]).toEqual(['DE', 'FR', 'IT', 'ES']);
});

test('an export whose figures are read in batches contains the other fields of the query completely', async () => {
  const lists = Array.from({ length: 28 }, (_, index) => `a${index}: series { points { value } }`).join(' ');
  const query = `{ sources { nodes { slug } } indicator(slug: "eurostat-asylum-applicants") { ${lists} } }`;
  const rows = await rowsOf('ndjson', query, {}, '&table=sources');
  expect(rows).toEqual(await rowsOf('ndjson', '{ sources { nodes { slug } } }'));
  const { body } = await file('tables', query);
  const { tables } = JSON.parse(body) as { tables: { path: string }[] };
  expect(tables.map(({ path }) => path)).toContain('sources');
});

test('an export can select another table, and CSV for Excel with semicolons', async () => {
  const query = '{ trends(first: 2) { facets { direction { value count } } nodes { title topics { title } } } }';
  const facets = await rowsOf('csv', query, {}, '&table=trends.facets.direction');
  expect(facets.map(({ count }) => Number(count)).every((count) => count > 0)).toBe(true);
  const { body } = await file('csv', FIGURES, AREAS, '&for=excel');
  expect(body).toMatch(/^\ufeffindicator;area_code;area;/);
});

describe('errors before the first byte of a file', () => {
  test.each(['null', '"x"', '[]', '{}', '{"query":1}'])('an export with the body %s is rejected', async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const { statusCode, body } = await server.inject({ method: 'POST', url: '/graphql?format=csv', headers, payload });
    expect([statusCode, body]).toEqual([400, expect.stringContaining('The \\"query\\" is missing')]);
  });

  test.each([
    ['a syntax error', 'csv', '{ countries {', 'The query ends before its last closing brace'],
    [
      'a field that does not exist',
      'xlsx',
      /* invalid on purpose */ '{ countries { nodes { x } } }',
      'Cannot query field "x"',
    ],
    [
      'a mutation',
      'csv',
      'mutation { entryRetire(id: "a", expectedRevision: 1) { revision } }',
      'Only the response to a query',
    ],
    ['a subscription', 'zip', 'subscription { entryChanged { after } }', 'Only the response to a query'],
    [
      'an invalid mutation',
      'csv',
      /* invalid on purpose */ 'mutation { topicCreate(slug: "x", input: {title: {en: "x"}}) { problems { message } } }',
      '',
    ],
    [
      'a table that does not exist',
      'csv&table=x',
      '{ countries { nodes { title } } }',
      'no table "x"; its tables are "countries"',
    ],
    ['a query without a table', 'csv', '{ __typename }', 'no table; select a list'],
    ['JSON-stat without figures', 'jsonstat', '{ countries { nodes { title } } }', 'request csv instead'],
    ['a chart without figures', 'svg', '{ countries { nodes { title } } }', 'the answer has no figures'],
    [
      'an unknown format',
      'pdf',
      '{ countries { nodes { title } } }',
      'json, csv, ndjson, xlsx, jsonstat, sdmx.csv, svg, zip, tables',
    ],
    ['a page that is too large', 'csv', '{ countries(first: 1000) { nodes { title } } }', '100'],
  ])('an export of %s is rejected with an explanation', async (_name, format, query, words) => {
    const { statusCode, body, headers } = await file(format, query);
    expect(statusCode).toBe(400);
    expect(headers['content-type']).toContain('json');
    expect((JSON.parse(body) as { errors: { message: string }[] }).errors[0]!.message).toContain(words);
  });
});

test.each(['csv', 'ndjson', 'xlsx', 'zip'])(
  'a %s file that fails while it is sent is recognisably incomplete',
  async (format) => {
    if (!server.app.server.listening) await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as AddressInfo;
    const search = new URLSearchParams({ query: '{ sources { nodes { slug } } }', format });
    failsLater = true;
    try {
      // Not compressed, because an error could still replace a response that is buffered for compression.
      const headers = { 'accept-encoding': 'identity' };
      const answer = await fetch(`http://127.0.0.1:${port}/graphql?${search}`, { headers });
      expect(answer.status).toBe(200);
      await expect(answer.arrayBuffer()).rejects.toThrow();
      expect(server.log.at(-1)!['msg']).toBe('file download aborted');
    } finally {
      failsLater = false;
    }
  },
);

interface Screen {
  tables: {
    path: string;
    rowName: string;
    columns: { name: string; isAdded: boolean }[];
    rows: unknown[][];
    isTruncated: boolean;
  }[];
}

async function screen(query: string, variables: object = {}): Promise<Screen['tables']> {
  const { statusCode, body, headers } = await file('tables', query, variables);
  expect([statusCode, headers['content-disposition']]).toEqual([200, undefined]);
  return (JSON.parse(body) as Screen).tables;
}

describe('tables to display on a page', () => {
  test('a table to display on a page has the rows of the file, and marks columns that the query does not select', async () => {
    const [table, ...others] = await screen(FIGURES, AREAS);
    const lines = await rowsOf('ndjson', FIGURES, AREAS);
    const { columns, rows } = table!;
    expect(rows.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]!.name, cell])))).toEqual(
      lines,
    );
    expect(table).toMatchObject({ path: 'indicator.series.points', rowName: 'point', isTruncated: false });
    expect(columns.filter(({ isAdded }) => !isAdded).map(({ name }) => name)).toEqual([
      'area',
      'citizen',
      'period',
      'value',
    ]);
    expect(others.map(({ path }) => path)).toEqual(['indicator', 'indicator.series']);
  });

  test('a table to display on a page is truncated at the row limit of pages, and states whether it is', async () => {
    const [countries] = await screen('{ countries { nodes { title memberOf { nodes { title } } } } }');
    expect([countries!.rows.length, countries!.isTruncated]).toEqual([60, true]);
    const [topics] = await screen('{ topics { nodes { title } } }');
    expect([topics!.rows.length, topics!.isTruncated]).toEqual([35, false]);
  });
});

test('a file that is built in memory has a maximum number of rows', async () => {
  const { statusCode, body } = await file(
    'jsonstat',
    '{ sources { nodes { slug citedBy { nodes { slug } } } } }',
    {},
    '&table=sources.citedBy',
  );
  expect([statusCode, body.slice(0, 300)]).toEqual([400, expect.stringContaining('A file has at most 400 rows.')]);
});

test('the file of an answer about an entry has the entry in its name, its title and its citation', async () => {
  const url = '/q/figures-of-a-topic.zip?slug=unaccompanied-minors&areas=IT&first=1';
  const { headers, rawPayload } = await server.inject({ url });
  expect(headers['content-disposition']).toBe('attachment; filename="figures-of-a-topic-unaccompanied-minors.zip"');
  const files = await members(rawPayload);
  expect(files.get('about.txt')).toMatch(/^Title: All figures of a topic: Unaccompanied minors\n/);
  expect(files.get('citation.txt')).toContain('All figures of a topic: Unaccompanied minors');
});
