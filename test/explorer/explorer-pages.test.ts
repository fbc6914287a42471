import { brotliCompressSync } from 'node:zlib';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { LOCALES } from '../../src/i18n/locales.js';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { sampleCases } from '../support/sample-cases.js';
import { pageReader, textOf } from '../http/read-page.js';
import { seededRandom } from './seeded-random.js';

const FOLDER = 'seed/indicators';
const slugs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.recipe.yaml'))
  .map((name) => name.replace(/\.yaml$/, ''));
/** Maximum size of the compressed page of a line chart, in bytes. */
const MAX_LINE_BYTES = 15_000;
const ORIGINS = '/indicator/unhcr-asylum-applications-by-origin-and-destination';
const ASYLUM = '/indicator/eurostat-asylum-applicants';

let server: SeededApp;
beforeAll(async () => {
  const rate = { burst: 100_000, perSecond: 100_000 };
  server = await seededApp({ withSearch: false, withCounts: true, admission: { rate } });
});
afterAll(() => server.close());

const page = pageReader(() => server, { host: 'localhost:4000' });

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Returns the text of the section `answer` of a page: notices, charts, tables and notes. */
function answerOf(body: string): string {
  const [, answer = ''] = /<section id="answer"(.*?)<\/section>/s.exec(body) ?? [];
  return textOf(answer, ' ').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
}

interface CoveredIndicator {
  slug: string;
  dimensions: { name: string; codes: { code: string; title: string }[] }[];
  coverage: { from: string | null; to: string | null; areas: string[] };
}

async function readIndicators(): Promise<CoveredIndicator[]> {
  const all: CoveredIndicator[] = [];
  let after: string | null = null;
  do {
    const query = `query($after: String) { indicators(first: 50, after: $after) { pageInfo { hasNextPage endCursor }
      nodes { slug dimensions { name codes { code title } } coverage { from to areas } } } }`;
    const { data } = (await server.execute(query, { after })) as never as {
      data: { indicators: { nodes: CoveredIndicator[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    };
    all.push(...data.indicators.nodes);
    after = data.indicators.pageInfo.hasNextPage ? data.indicators.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

describe('explorer pages of indicators', () => {
  test('the programs on an explorer page read the edition and the language of the page', async () => {
    const body = await page('/fr/indicator/iom-dead-missing?from=2020&edition=');
    const [, address] = /read\.csv\(&quot;([^&]*(?:&amp;[^&]*)*)&quot;,/.exec(body)!;
    const url = new URL(address!.replaceAll('&amp;', '&'));
    expect(url.pathname).toBe('/fr/indicator/iom-dead-missing.csv');
    expect(url.searchParams.get('from')).toBe('2020');
    expect(url.searchParams.get('asOf')).toMatch(/^\d{4}-\d{2}-\d{2}/);
    expect(body).toContain(`supprimez «\u202f&amp;asOf=${url.searchParams.get('asOf')}`);
    const read = async (path: string) =>
      parseCsv((await server.inject({ url: path, headers: { host: 'localhost:4000' } })).body, { columns: true });
    const rows = await read(`${url.pathname}${url.search}`);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(await read('/fr/indicator/iom-dead-missing.csv?from=2020'));
  });

  test.each(sampleCases('explorers', slugs, 4))('%s has an explorer page, complete without scripts', async (slug) => {
    const body = await page(`/indicator/${slug}`);
    expect(body).not.toMatch(/\sstyle="|<style|\son\w+=|undefined|\[object|NaN/);
    const scripts = body.match(/<script[^>]*>/g)!.filter((tag) => !tag.includes(' src="/script/explorer.'));
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    expect(body.match(/<h1/g)).toHaveLength(1);
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(body).toContain(`href="/indicators/${slug}"`);
  });
});

describe('editions of figures', () => {
  test('an explorer page compares two editions, with the largest changes in percent', async () => {
    const body = await page('/indicator/eurostat-found-illegally-present');
    const section = /<section aria-labelledby="editions">.*?<\/section>/s.exec(body)![0];
    const text = textOf(section, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Edition 2 against edition 1: 11 of 163 figures changed');
    expect(text).toContain('3 of them have the same value');
    expect(text).toContain('232 figures are new');
    expect(text).toContain('2 figures are no longer there');
    const rows = [...section.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      textOf(row!, '|').replace(/\s*\|[\s|]*/g, '|'),
    );
    expect(rows).toHaveLength(6);
    expect(rows[1]).toContain('|Netherlands|2015|2,340|3,150|+34.6|');
    expect(rows[1]).toContain('Break in series');
    const others = /Other indicators with several editions(.*?)<\/p>/s.exec(section)![1]!;
    expect(others).toContain('href="/indicator/iom-dead-missing#editions"');
    expect(others).not.toContain('found-illegally-present');
  });

  test.each([
    ['changed', 11],
    ['sameValue', 3],
    ['appeared', 100],
    ['vanished', 2],
  ])('the number of figures of the type "%s" links to the list of these figures', async (list, count) => {
    const path = '/indicator/eurostat-found-illegally-present';
    if (list !== 'changed') expect(await page(path)).toContain(`href="${path}?changes=${list}#editions"`);
    const body = await page(`${path}?changes=${list}`);
    const section = /<section aria-labelledby="editions">.*?<\/section>/s.exec(body)![0];
    expect(section.match(/<th scope="row">/g)).toHaveLength(count);
    expect(section.includes('100 of 232 results')).toBe(list === 'appeared');
  });

  test('the comparison of editions contains only the chosen areas, which it names, and all areas for a sum', async () => {
    const path = '/indicator/eurostat-found-illegally-present';
    const section = async (search: string) => {
      const [html] = /<section aria-labelledby="editions">.*?<\/section>/s.exec(await page(`${path}${search}`))!;
      return textOf(html, ' ').replace(/\s+/g, ' ');
    };
    const chosen = await section('?areas=NL,DE');
    expect(chosen).toContain('Edition 2 against edition 1 (Netherlands, Germany): 3 figures changed');
    expect(chosen).toContain('14 figures are new');
    expect(chosen).toContain('Netherlands 2015 2,340 3,150 +34.6');
    const list = await section('?areas=NL,DE&changes=appeared');
    expect(list.match(/(Netherlands|Germany) 20\d\d :/g)).toHaveLength(14);
    // No edition contains a sum of the figures of a group.
    expect(await section('?areas=EU,DE')).toContain('Edition 2 against edition 1: 11 of 163 figures changed');
  });

  test.each([
    ['2017-01-01', 'en', 'Figures as published up to 2017.'],
    ['2017-01-01', 'de', 'Zahlen, wie bis 2017 veröffentlicht.'],
    ['2018-03-05', 'en', 'Figures as published up to 5 March 2018.'],
  ])(
    'the notice of figures as of %s has, in %s, the precision of the date of an edition',
    async (asOf, locale, text) => {
      const prefix = locale === 'en' ? '' : `/${locale}`;
      const body = await page(`${prefix}/indicator/eurostat-found-illegally-present?asOf=${asOf}`);
      expect(answerOf(body)).toContain(text);
    },
  );

  test('an edition is chosen by its date in the URL, and the page states which edition it shows', async () => {
    const path = '/indicator/iom-dead-missing';
    expect(await page(path)).toMatch(/<select id="f-edition" name="edition" *>\s*<option value=""\s+selected\s*>4, /);
    const body = await page(`${path}?edition=2020-01-08&view=table`);
    const answer = answerOf(body);
    expect(answer).toContain('Edition 1 of 8 January 2020 is shown. The newest is edition 4.');
    expect([answer.includes('3,165'), answer.includes('3,104')]).toEqual([true, false]);
    expect(body).toContain(`href="${path}?view=table" rel="nofollow"`);
    const { body: csv } = await server.inject({ url: `${path}.csv?edition=2020-01-08` });
    const rows = parseCsv<Record<string, string>>(csv, { columns: true, bom: true });
    expect(new Set(rows.map((row) => row['vintage_number']))).toEqual(new Set(['1']));
    expect(answerOf(await page(`${path}?edition=2019`))).toContain('“2019” is not an option of “Edition”.');
    expect(await page(`${path}?edition=2020-01-08`)).not.toContain('Figures as published up to');
  });

  test('an indicator with one edition has no choice of editions', async () => {
    expect(await page('/indicator/eurostat-refused-entry')).not.toContain('f-edition');
  });

  test('line charts on the page and in files show where the previous edition differs', async () => {
    const note = 'Dotted line: edition 3, where it differs';
    const path = '/indicator/iom-dead-missing';
    expect(await page(path)).toContain(note);
    const { body } = await server.inject({ url: `${path}.svg` });
    expect(body).toContain(note);
    expect(body).toContain('stroke-dasharray="2 4"');
    expect(await page('/indicator/eurostat-refused-entry')).not.toContain('Dotted line');
  });

  test('tables shade the cells whose figure differs from the previous edition, with that figure', async () => {
    const path = '/indicator/eurostat-found-illegally-present';
    const body = await page(`${path}?view=table&areas=NL&from=2015&to=2015`);
    const [, level, title] = /<td class="n shade(\d)" title="([^"]*)">/.exec(body)!;
    expect([level, title]).toEqual(['3', 'Edition 1: 2,340 (+34.6 %)']);
    expect(body).toContain('Shaded: changed since edition 1, in percent');
    expect(await page('/indicator/eurostat-refused-entry?view=table')).not.toMatch(/class="n shade|Shaded/);
  });

  test('a URL with asOf compares the edition of that time with the one before it', async () => {
    const text = textOf(await page('/indicator/iom-dead-missing?asOf=2025-12-31'), ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Edition 3 against edition 2: ');
    expect(text).not.toContain('Edition 4 against');
  });

  test('the first of several editions is named as such, with a link to the comparison of the next one', async () => {
    const path = '/indicator/iom-dead-missing';
    const first = 'Edition 1 is the first, so there is no earlier one to compare it with.';
    const body = await page(`${path}?edition=2020-01-08&view=table`);
    expect(body).toContain(first);
    expect(body).not.toContain('There is one edition');
    const [, href] = /<a href="([^"]*)#editions" rel="nofollow"\s*>Edition 2 against edition 1</.exec(body)!;
    expect(textOf(await page(href!.replaceAll('&amp;', '&')))).toContain('Edition 2 against edition 1: ');
    const asOf = await page(`${path}?asOf=2020-01-08`);
    expect(asOf).toContain(first);
    expect(asOf).not.toMatch(/There is one edition|against edition 1/);
  });

  test('an indicator with one edition has a sentence instead of a comparison', async () => {
    const body = await page('/indicator/eurostat-refused-entry');
    expect(body).toContain('There is one edition of these figures, so nothing can be compared.');
    expect(body).not.toContain('against edition');
  });
});

describe('explorer pages with random parameters', () => {
  /** Returns random URL parameters, most of which are valid for the indicator. */
  function addresses(indicators: readonly CoveredIndicator[], count: number) {
    const random = seededRandom(39);
    const words = ['XX', 'EU', 'US', 'DE', 'FR', 'Germany', 'EL', 'ROUTE_CENTRAL_MEDITERRANEAN', 'nowhere'];
    return Array.from({ length: count }, (_, index) => {
      const { slug, dimensions, coverage } = indicators[index % indicators.length]!;
      const search = new URLSearchParams();
      const maybe = (name: string, values: readonly string[], most = 1) => {
        const chosen = random.next() < 0.5 ? [] : random.some(values, most);
        if (chosen.length > 0) search.set(name, chosen.join(','));
      };
      maybe('view', ['line', 'bar', 'map', 'small', 'table', 'cake']);
      maybe('areas', [...coverage.areas, ...words], 6);
      maybe('by', ['area', ...dimensions.map(({ name }) => name)]);
      for (const { name, codes } of dimensions) maybe(name, [...codes.map(({ code }) => code), 'ZZ'], 4);
      maybe('measure', ['value', 'per100k', 'share', 'change', 'index', 'median']);
      const periods = [coverage.from ?? '2015', coverage.to ?? '2020', '1960', '2016', '2016-03', 'x'];
      for (const name of ['from', 'to', 'at', 'base', 'sort']) maybe(name, periods);
      maybe('top', ['3', '0', '100']);
      maybe('rows', ['all', 'none']);
      return { slug, search, dimensions };
    });
  }

  test('each random URL returns a page that draws or names every requested area and code', async () => {
    const indicators = await readIndicators();
    const faults: object[] = [];
    for (const { slug, search, dimensions } of sampleCases('addresses', addresses(indicators, 1000), 15)) {
      const url = `/indicator/${slug}?${search}`;
      const { statusCode, body } = await server.inject({
        url,
        headers: { host: 'localhost:4000', accept: 'text/html' },
      });
      const answer = answerOf(body);
      const areas = server.services.areas.current;
      const words = (search.get('areas') ?? '').split(',').filter(Boolean);
      const named = words.map((word) => areas.match(word)?.area.titles['en'] ?? word);
      const codes = dimensions.flatMap(({ name, codes: all }) =>
        (search.get(name) ?? '')
          .split(',')
          .filter(Boolean)
          .map((code) => all.find((one) => one.code === code)?.title ?? code),
      );
      const missing = [...named, ...codes].filter((name) => !answer.includes(name));
      const isBroken = /NaN|undefined|\[object/.test(body);
      if (statusCode !== 200 || missing.length > 0 || isBroken)
        faults.push({ url, statusCode, missing, isBroken, answer: answer.slice(0, 300) });
    }
    expect(faults).toEqual([]);
  });
});

describe('a dimension without a total', () => {
  const PLACES = '/indicator/unhcr-sea-arrivals-by-place';

  test('if a dimension has no total, the page names the shown code and links to a comparison of all codes', async () => {
    const body = await page(`${PLACES}?by=area`);
    expect(answerOf(body)).toContain('“Place of landing” has no total. Only “Agathonisi” is shown.');
    const [, href] = /href="([^"]*)" rel="nofollow"\s*>Compare by place of landing/.exec(body)!;
    expect(answerOf(await page(href!.replaceAll('&amp;', '&')))).not.toContain('has no total');
    expect(answerOf(await page(`${PLACES}?areas=IT&place=SICILY`))).not.toContain('has no total');
  });

  test.each(['', '?areas=GR'])('the page with the parameters "%s" compares the codes of one area', async (search) => {
    const answer = answerOf(await page(`${PLACES}${search}`));
    expect(answer).toMatch(/Greece\s+· persons/);
    expect(answer).toContain('Lesbos');
    expect(answer).not.toMatch(/Only “|no figures/);
  });

  test('the page links to the figures without the breakdown, in which the requested countries can be compared', async () => {
    const [, href] = /Figures without this breakdown: <a href="([^"]*)"/.exec(await page(`${PLACES}?areas=IT,ES`))!;
    expect(href).toBe('/indicator/unhcr-sea-arrivals-monthly?areas=IT,ES');
    const body = await page(href!);
    expect(body).toContain(
      '<h2 id="answer-h">Sea arrivals in Italy, Greece and Spain by month, Jan 2014–Nov 2019</h2>',
    );
    const answer = answerOf(body);
    expect(answer).toMatch(/Italy, Spain\s+· persons/);
    expect(answer).not.toContain('no figure');
  });

  test.each([
    [`${PLACES}?by=area`, 'place'],
    [ASYLUM, 'citizen'],
  ])('the form of %s submits no code of "%s" that the reader did not choose', async (path, name) => {
    const [, select = ''] = new RegExp(`<select id="f-${name}"(.*?)</select>`, 's').exec(await page(path))!;
    expect(select).toMatch(/<option value=""\s+selected/);
    expect(select.match(/selected/g)).toHaveLength(1);
  });
});

describe('URL parameters of the explorer', () => {
  test.each([
    ['?areas=IT&from=2015&to=2015', ['2015']],
    ['?areas=IT,DE&from=2015&to=2016', ['2015', '2016']],
    ['?view=map&to=2016', ['2016']],
  ])('the URL parameters %s select the shown periods, on the page and in its files', async (search, periods) => {
    const { body } = await server.inject({ url: `${ASYLUM}.csv${search}` });
    const rows = parseCsv<Record<string, string>>(body, { columns: true, bom: true });
    expect([...new Set(rows.map(({ period }) => period))].sort()).toEqual(periods);
    expect(await page(`${ASYLUM}${search}`)).toMatch(new RegExp(`<h2 id="answer-h">[^<]*${periods.join('–')}</h2>`));
  });

  test.each([
    [`${ASYLUM}?view=bar&measure=per100k&top=12`, 12],
    [`${ASYLUM}?view=bar&areas=IT&rows=all`, 32],
    [`/indicator/unhcr-asylum-applications-by-origin-and-destination?by=origin&view=bar&areas=DE&at=2016&rows=all`, 49],
    [`/indicator/unhcr-refugees?view=bar&rows=all&at=2020`, 162],
  ])('the URL %s has the same figures on its page and in its files', async (url, count) => {
    const body = await page(url);
    const file = async (ending: string) => (await server.inject({ url: url.replace('?', `.${ending}?`) })).body;
    const rows = parseCsv<Record<string, string>>(await file('csv'), { columns: true, bom: true });
    const figures = rows.map(({ value }) => Number(value)).sort((a, b) => b - a);
    expect(figures).toHaveLength(count);
    const [, table = ''] = /<tbody>(.*?)<\/tbody>/s.exec(body) ?? [];
    const cells = [...table.matchAll(/<td class="n">\s*([\d,.]+)/g)].map(([, text]) =>
      Number(text!.replaceAll(',', '')),
    );
    expect(cells.sort((a, b) => b - a)).toEqual(figures);
    const svg = await file('svg');
    const drawn = figures.slice(0, 40).map((figure) => figure.toLocaleString('en', { maximumFractionDigits: 2 }));
    expect(drawn.filter((text) => !svg.includes(`>${text}<`))).toEqual([]);
  });

  test.each(['view=bar', 'view=table&from=2015&to=2015'])(
    'the files of a ranking or table contain all rows, also those that the page with %s does not show',
    async (search) => {
      const rowsOf = (text: string) => [...text.matchAll(/<th scope="row">/g)].length;
      const [shown, all] = [await page(`${ASYLUM}?${search}`), await page(`${ASYLUM}?${search}&rows=all`)];
      expect(rowsOf(shown)).toBeLessThan(rowsOf(all));
      const { body } = await server.inject({ url: `${ASYLUM}.csv?${search}` });
      const rows = parseCsv<Record<string, string>>(body, { columns: true, bom: true });
      expect(new Set(rows.map(({ area }) => area)).size).toBe(rowsOf(all));
    },
  );

  test.each([
    ['view=bar&at=2015&top=10', '10 rows. The 10 highest of 28. Show all 28'],
    ['view=bar&at=2015', '28 rows.'],
    ['view=bar&at=2015&top=10&rows=all', '28 rows.'],
    ['view=table&top=3&to=2015', '3 rows. 3 of 30 areas: the highest in 2015. Show all 30'],
    ['areas=DE,FR&from=2012', '6 rows. 2 of 30 areas.'],
    ['view=table', 'At least 37 rows.'],
    ['view=table&rows=all', '59 rows.'],
  ])('the download section of %s states how many rows its files contain', async (search, text) => {
    const path = '/indicator/eurostat-uam-applicants';
    const { body } = await server.inject({ url: `${path}.csv?${search}` });
    const rows = parseCsv<Record<string, string>>(body, { columns: true, bom: true });
    const [files] = /<section aria-labelledby="files".*?<div class="dl">/s.exec(await page(`${path}?${search}`))!;
    const stated = textOf(/<p.*?<\/p>/s.exec(files)![0])
      .trim()
      .replace(/\s+/g, ' ');
    expect(stated).toBe(text);
    const count = Number(/\d+/.exec(stated)![0]);
    if (stated.startsWith('At least')) expect(rows.length).toBeGreaterThan(count);
    else expect(rows).toHaveLength(count);
  });

  test.each(['fr', 'de', 'es', 'it'])(
    'labels of the form are marked as foreign only if they are, in %s',
    async (locale) => {
      const body = await page(`/${locale}${ASYLUM}`);
      const labels = [...body.matchAll(/<label for="f-(\w+)"\s*>(.*?)<\/label/gs)];
      const foreign = labels.filter(([, , label]) => label!.includes('lang=')).map(([, name]) => name);
      expect(foreign).toEqual(['es', 'it'].includes(locale) ? ['citizen'] : []);
    },
  );

  test('a reader selects one of the figures, and its citation names the area, the year and the value', async () => {
    const cited = async (search: string) => {
      const [, apa = ''] = /<p class="cite"[^>]*>(.*?)<\/p>/s.exec(await page(`${ASYLUM}${search}`)) ?? [];
      return apa;
    };
    expect(await cited('?areas=DE,FR')).toContain('). Asylum applicants (as retrieved');
    expect(await cited('?areas=DE')).toContain('). Asylum applicants: Germany (as retrieved');
    const figure = 'Asylum applicants: Germany, 2015: 476,620 persons (as retrieved';
    expect(await cited('?areas=DE&from=2015&to=2015&view=table')).toContain(figure);
    const body = await page(`${ASYLUM}?areas=DE,FR&from=2015`);
    const [form = ''] = /<form action="[^"]*#cite".*?<\/form>/s.exec(body) ?? [];
    const hidden = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`);
    expect(form).toMatch(/<option value="DE"\s+selected\s*>\s*Germany/);
    expect(await cited(`?${hidden.join('&')}&cite=DE&cite=2015`)).toContain(figure);
    expect(await page(`${ASYLUM}?${hidden.join('&')}&cite=DE&cite=2015`)).not.toContain('no option');
    expect(await cited('?areas=DE,FR&cite=XX')).toContain('). Asylum applicants (as retrieved');
  });

  test.each([
    [`${ASYLUM}?areas=IT&from=2015&to=2015`, 'IT', 'Italy'],
    [`${ORIGINS}?view=bar&by=origin&areas=DE&at=2016&origin=IQ,SY`, 'Iraq', 'Iraq'],
    [`${ASYLUM}?areas=IT,FR&from=2015&to=2015&cite=FR`, 'FR', 'France'],
  ])('the form for the citation of one figure of %s preselects %s', async (url, code, name) => {
    const [form = ''] = /<form action="[^"]*#cite".*?<\/form>/s.exec(await page(url)) ?? [];
    expect(form.match(/<option [^>]*\sselected[^>]*>\s*[^<]*/g)).toEqual([expect.stringContaining(`value="${code}"`)]);
    expect(form).toMatch(new RegExp(`selected[^>]*>\\s*${name}`));
  });

  test('the table of the three highest origins of applicants in Germany in 2016 contains Syria', async () => {
    const url =
      '/indicator/unhcr-asylum-applications-by-origin-and-destination?by=origin&view=table&areas=DE&from=2016&to=2016&top=3';
    expect(answerOf(await page(url))).toMatch(/Syria 268,866/);
  });

  test('the parts that the explorer script loads are the view and the editions, identical to those in the page', async () => {
    const [wholePage, part] = [await page(`${ASYLUM}?view=bar`), await page(`${ASYLUM}?view=bar&for=part`)];
    expect(part.startsWith(`<div id="view" data-path="${ASYLUM}?view=bar"`)).toBe(true);
    const [view, editions] = part.split(/(?=<section aria-labelledby="editions">)/);
    expect(wholePage).toContain(view!.trim());
    expect(wholePage).toContain(editions!.trim());
  });

  test('an embedded table is shown, and the code for embedding states that it needs a web server', async () => {
    expect(await page('/embed/eurostat-asylum-applicants?view=table')).toMatch(/<th scope="row">\s*Germany/);
    const body = await page(`${ASYLUM}?view=table`);
    expect(body).toContain('a web page that is served over http or https; it does not work in a local file');
  });

  test.each([
    ['', /Edition 4 of \d+ \w+ 20\d\d when this code was copied; the figure follows the newest edition\./],
    ['?view=table&edition=2020-01-08', /Edition 1 of 8 January 2020\.\s*<\/p>/],
  ])('the code for embedding %s has a source line with the edition of the figure', async (search, edition) => {
    const path = '/indicator/iom-dead-missing';
    const [, escaped = ''] = /<pre role="region" aria-label="Embed[^>]*>(.*?)<\/pre>/s.exec(
      await page(`${path}${search}`),
    )!;
    const code = textOf(escaped, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!);
    expect(code).toContain(`src="http://localhost:4000/embed/iom-dead-missing${search.replace('&', '&amp;')}"`);
    expect(code).toMatch(/<p>\s*Source: International Organization for Migration, <a\s+href="http:/);
    expect(code).toMatch(edition);
  });

  test('any site can embed the figure page, but none can embed the explorer', async () => {
    const { headers, body, statusCode } = await server.inject({
      url: `/embed/eurostat-asylum-applicants?view=map&measure=per100k`,
      headers: { host: 'localhost:4000', accept: 'text/html' },
    });
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(body).toContain('<h1 id="answer-h">Asylum applicants per 100 000 inhabitants, ');
    expect(body).toContain(`href="http://localhost:4000${ASYLUM}?view=map&amp;measure=per100k"`);
    expect(body).toMatch(/Source: .*Edition 1/s);
    const explorer = await server.inject({ url: ASYLUM, headers: { accept: 'text/html' } });
    expect(explorer.headers['content-security-policy']).toMatch(/frame-ancestors 'none'; script-src 'self'/);
    expect((await server.inject({ url: '/embed/no-such-indicator' })).statusCode).toBe(404);
  });

  test('the limits of the classes of a map are the same in every year', async () => {
    const legend = async (year: number) => {
      const body = await page(`${ASYLUM}?view=map&measure=per100k&at=${year}`);
      return textOf(/<ul class="key">(.*?)<\/ul>/s.exec(body)![1]!).match(/under \d+|\d+ and over/g);
    };
    const [first, last] = [await legend(2012), await legend(2023)];
    expect(first!.length).toBeGreaterThan(3);
    expect(last).toEqual(first);
  });

  test('the legend of a map explains countries without a figure for the period and countries that are not covered', async () => {
    const body = await page(`${ASYLUM}?view=map&measure=per100k&at=2024`);
    const { body: file } = await server.inject({ url: `${ASYLUM}.svg?view=map&measure=per100k&at=2024` });
    for (const text of ['No figure for 2024', 'Not in these figures', '300 and over']) {
      expect(body).toContain(text);
      expect(file).toContain(text);
    }
    expect(body).toMatch(/data-n="United Kingdom" class="fill-absent"/);
  });

  test('worldwide figures are drawn on a map of the world', async () => {
    const body = await page('/indicator/unhcr-refugees?view=map');
    expect(body).toContain('data-n="Uganda"');
    expect(body).not.toContain('Not on the map');
  });

  test('a ranking contains a requested area that has a lower rank in its period than in the default period', async () => {
    const answer = answerOf(await page('/indicator/unhcr-asylum-applications?areas=IT&from=2019&to=2019'));
    expect(answer).not.toContain('Not in this ranking');
    expect(answer).toContain('34,864');
  });

  test('a ranking shows the sum of the areas or codes that have no bar, unless figures cannot be added', async () => {
    const url =
      '/indicator/unhcr-asylum-applications-by-origin-and-destination?by=origin&view=bar&areas=DE&at=2016&top=10';
    expect(answerOf(await page(url))).toMatch(/39 others with figures, together.* 97,874/);
    expect(answerOf(await page(`${ASYLUM}?view=bar&at=2024`))).toContain('17 others with figures, together');
    expect(answerOf(await page(`${ASYLUM}?view=bar&measure=per100k`))).not.toContain('others with figures');
  });

  test.each([
    ['areas=DE,FR&measure=index&base=2015&from=2012', 'Asylum applicants, index (2015 = 100), 2012–2024'],
    ['areas=DE,FR&citizen=UA&from=2012', 'Asylum applicants, Ukraine, 2012–2024'],
    [
      'areas=DE&by=citizen&from=2020&measure=per100k',
      'Asylum applicants per 100 000 inhabitants by citizenship, 2020–2024',
    ],
  ])('the title of a figure names the measure, the breakdown and the years of %s', async (search, title) => {
    expect(await page(`${ASYLUM}?${search}`)).toContain(`<h2 id="answer-h">${title}</h2>`);
  });

  test('a page that does not show the base of an index states it, with a link to a chart that contains it', async () => {
    const path = '/indicator/eurostat-refused-entry?areas=HU,PL&measure=index&base=2015';
    const body = await page(`${path}&from=2019`);
    expect(answerOf(body)).toContain('2015 = 100; the base is outside the periods shown.');
    const [, href] = /href="([^"]*)" rel="nofollow"\s*>Show 2015 too</.exec(body)!;
    const linked = await page(href!.replaceAll('&amp;', '&'));
    expect(linked).toContain('index (2015 = 100), 2015–2023</h2>');
    expect(answerOf(linked)).not.toContain('outside the periods');
    expect(answerOf(await page(`${path}&to=2014`))).toContain('2015 = 100; the base is outside');
    const { headers } = await server.inject({ url: '/q/how-a-figure-moved' });
    expect(answerOf(await page(headers['location'] as string))).not.toContain('outside the periods');
  });

  test.each(['bar', 'map'])(
    'the view "%s" of a year with few areas states this, and links to a fuller year',
    async (view) => {
      const path = `/indicator/eurostat-uam-applicants?view=${view}`;
      const body = await page(`${path}&at=2018`);
      expect(answerOf(body)).toContain('4 of 28 areas have a figure for 2018.');
      const [, href, text] = /href="([^"]*)" rel="nofollow"\s*>(Show 20\d\d: \d+ areas)</.exec(body)!;
      expect(text).toBe('Show 2015: 28 areas');
      const fuller = answerOf(await page(href!.replaceAll('&amp;', '&').replace('#answer', '')));
      expect(fuller).toMatch(/28 of 28 areas have a figure for 2015\.|The 15 highest of 28\./);
      expect(fuller).not.toContain('Show 20');
    },
  );

  test('a ranking of rates in a year with few areas adds up no others', async () => {
    const answer = answerOf(await page(`${ASYLUM}?view=bar&measure=per100k&at=2015&top=5`));
    expect(answer).toContain('The 5 highest of');
    expect(answer).not.toContain('others with figures');
  });

  test('a group of countries is summed, and shown next to its members', async () => {
    const answer = answerOf(await page(`${ASYLUM}?areas=EU,DE&measure=per100k`));
    expect(answer).toContain('European Union');
    expect(answer).toContain('Germany');
    expect(answer).not.toContain('no figure here');
  });

  test('the compressed page of a line chart is below its size limit', async () => {
    expect(brotliCompressSync(await page(ASYLUM)).length).toBeLessThan(MAX_LINE_BYTES);
  });

  test('links between explorer pages omit defaults, and the canonical URL has no parameters', async () => {
    const body = await page(`${ASYLUM}?view=bar&measure=value&by=area&top=15&utm=1`);
    expect(body).toContain(`href="${ASYLUM}?view=bar"`);
    expect(body).toContain(`rel="canonical" href="http://localhost:4000${ASYLUM}"`);
    expect(answerOf(body)).toContain('This page has no option “utm”.');
  });

  test('the explorer of an unknown indicator redirects to a page with status 404, and citation formats redirect to the entry', async () => {
    const unknown = await server.inject({ url: '/indicator/no-such-indicator' });
    expect([unknown.statusCode, unknown.headers['location']]).toEqual([302, '/indicators/no-such-indicator']);
    await page('/indicators/no-such-indicator', { status: 404 });
    expect((await server.inject({ url: '/indicator/no-such-indicator.csv' })).statusCode).toBe(404);
    const { statusCode, headers } = await server.inject({ url: `${ASYLUM}.bib` });
    expect([statusCode, headers['location']]).toEqual([302, '/indicators/eurostat-asylum-applicants.bib']);
  });

  test.each(LOCALES)('the explorer page in the locale %s declares that language', async (locale) => {
    const body = await page(locale === 'en' ? `${ASYLUM}?view=table` : `/${locale}${ASYLUM}?view=table`);
    expect(body).toContain(`<html lang="${locale}">`);
  });

  test('the description of an explorer page declares the language of the summary, which can differ from that of the title', async () => {
    const { data } = await server.execute(
      '{ indicator(slug: "nca-takedowns") { translation(locale: fr) { missing } } }',
    );
    const { missing } = (data as { indicator: { translation: { missing: string[] } } }).indicator.translation;
    expect(missing).toContain('definition');
    expect(missing).not.toContain('title');
    const body = await page('/fr/indicator/nca-takedowns');
    expect(/<title[^>]*>/.exec(body)![0]).not.toContain('lang');
    expect(/<meta name="description"[^>]*>/.exec(body)![0]).toContain('lang="en"');
  });
});
