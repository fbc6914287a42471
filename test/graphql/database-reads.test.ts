import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import countries from 'i18n-iso-countries';
import type { Data } from './typed-response.js';
import { type Answer, type RequestOptions, type SeededApp, seededApp } from './seeded-app.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

async function data<Text extends string>(query: Text, variables?: object, more?: RequestOptions): Promise<Data<Text>> {
  const { data: answer, errors } = await server.execute(query, variables, more);
  expect(errors).toBeUndefined();
  return answer;
}

interface CostResponse {
  extensions: { cost: { commands: number } };
}

async function readsOf(query: string): Promise<number> {
  server.commands.splice(0);
  await data(query);
  return server.commands.length;
}

test('an entry and all of its links, in both directions, take two database commands', async () => {
  const query = `{ country(by: { code: "IT" }) { cooperation { partner { slug } } citations { source { slug } }
    laws { nodes { slug } } relevantResources(filter: { resourceType: { eq: NETWORK } }) { nodes { slug } } } }`;
  expect(await readsOf(query)).toBe(2);
});

test('fields that are already loaded are not read again', async () => {
  const figures = (more: string) =>
    `{ country(by: { code: "IT" }) { series(first: 3) { indicator { ${more} } points { value } } } }`;
  // Data common to all requests is cached after the first.
  await readsOf(figures('slug'));
  const minimum = await readsOf(figures('slug'));
  expect(await readsOf(figures('title unit translation(inShort: true) { missing }'))).toBe(minimum);
  expect(await readsOf(figures('definition'))).toBe(minimum + 1);
});

test('the series of ranked areas take no additional read, and a ranking of the last period takes one read fewer', async () => {
  const ranking = (more: string, period = '2023') =>
    `{ indicator(slug: "eurostat-asylum-applicants") { ranking(first: 5, period: "${period}") { area { title ${more} } } } }`;
  const minimum = await readsOf(ranking(''));
  const series = 'series(indicators: ["eurostat-asylum-applicants"]) { points { period value } }';
  expect(await readsOf(ranking(series))).toBe(minimum);
  expect(await readsOf(ranking('', '2024'))).toBe(minimum - 1);
  const { indicator } =
    await data(`{ indicator(slug: "eurostat-asylum-applicants") { ranking(first: 1, period: "2024") {
    value area { series(indicators: ["eurostat-asylum-applicants"], from: "2024", to: "2024") { points { value } } } } } }`);
  const [first] = indicator!.ranking;
  expect(first!.area.series).toEqual([{ points: [{ value: first!.value }] }]);
});

test('the response extension cost reports the number of database commands sent', async () => {
  const query = '{ country(by: { code: "IT" }) { series { points { value } } } }';
  server.commands.splice(0);
  const payload = { query };
  const { extensions } = (
    await server.inject({ method: 'POST', url: '/graphql?cost=true', payload })
  ).json<CostResponse>();
  expect(extensions.cost.commands).toBe(server.commands.length);
});

test('a repeated document is answered according to its variables in @include and @skip', async () => {
  const query = `query ($yes: Boolean!) { trends(first: 1) { totalCount @include(if: $yes) nodes {
    slug direction @skip(if: $yes) ...Text @include(if: $yes) topics { slug title @include(if: $yes) } } } }
    fragment Text on Trend { summary }`;
  const withAll = '{ trends(first: 1) { totalCount nodes { slug summary topics { slug title } } } }';
  const without = '{ trends(first: 1) { nodes { slug direction topics { slug } } } }';
  for (const yes of [false, true, false]) {
    expect(await data(query, { yes })).toEqual(await data(yes ? withAll : without));
  }
});

describe('database commands of nested pages', () => {
  const nested = (parents: number) => `{ countries(first: ${parents}) { nodes {
    observedTrends(first: 5) { nodes { leaflets(first: 3) { nodes { title } } } } } } }`;

  test('nested pages take one database command per level, for five parents and for sixty', async () => {
    expect(await readsOf(nested(5))).toBeLessThanOrEqual(3);
    expect(await readsOf(nested(60))).toBe(3);
  });

  test('the total count of nested pages takes no additional database command, a link to another kind takes one', async () => {
    expect(
      await readsOf('{ countries(first: 60) { nodes { observedTrends(first: 5) { totalCount nodes { title } } } } }'),
    ).toBe(2);
    expect(
      await readsOf(
        '{ countries(first: 60) { nodes { observedTrends(first: 5) { nodes { title topics { title } } } } } }',
      ),
    ).toBe(3);
  });

  test('aliases of a nested page take one database command per set of arguments', async () => {
    const twoLevelQuery = (first: number) => `{ countries(first: 60) { nodes {
      a: observedTrends(first: 2) { nodes { title } } b: observedTrends(first: ${first}) { nodes { title } } } } }`;
    expect(await readsOf(twoLevelQuery(3))).toBe(3);
    expect(await readsOf(twoLevelQuery(2))).toBe(2);
  });

  test('nested pages equal the pages of separate queries for each parent', async () => {
    const fields = 'slug observedTrends(first: 2, orderBy: [{ title: ASC }]) { totalCount nodes { slug } }';
    const allCountries = await data(`{ countries(first: 100) { nodes { ${fields} } } }`);
    const someCountries = allCountries.countries.nodes.filter((_: unknown, index: number) => index % 7 === 0);
    expect(someCountries.length).toBeGreaterThan(5);
    for (const country of someCountries) {
      const alone = await data(`query ($slug: Slug!) { country(by: { slug: $slug }) { ${fields} } }`, {
        slug: country.slug,
      });
      expect(alone.country).toEqual(country);
    }
  });

  test('nested pages of four hundred parents take one database command per level, and their facets one more', async () => {
    const readThrough = (
      wide: number,
      deep: number,
      fields: string,
    ) => `{ topics(first: ${wide}, orderBy: [{ slug: ASC }]) { nodes {
      slug relevantResources(first: ${deep}, orderBy: [{ slug: ASC }]) { nodes { slug leaflets(first: 2) { ${fields} } } } } } }`;
    expect(await readsOf(readThrough(5, 1, 'totalCount nodes { slug }'))).toBe(3);
    expect(await readsOf(readThrough(20, 20, 'totalCount nodes { slug }'))).toBe(3);
    expect(await readsOf(readThrough(20, 20, 'nodes { slug } facets(first: 2) { topics { count } }'))).toBe(4);
    const { topics } = await data(readThrough(20, 20, 'totalCount nodes { slug }'));
    const parents = topics.nodes.flatMap(({ relevantResources }: Answer['data']) => relevantResources.nodes);
    expect(parents.length).toBeGreaterThan(100);
    const { leaflets } = await data('{ leaflets(first: 100) { nodes { slug resources { slug } } } }');
    for (const { slug, leaflets: found } of parents) {
      const expectedNodes = leaflets.nodes.filter(({ resources }: Answer['data']) =>
        resources.some((resource: { slug: string }) => resource.slug === slug),
      );
      expect([slug, found.totalCount]).toEqual([slug, expectedNodes.length]);
      const slugs = expectedNodes.map((leaflet: { slug: string }) => leaflet.slug);
      for (const leaflet of found.nodes) expect(slugs).toContain(leaflet.slug);
      expect(found.nodes.length).toBe(Math.min(2, expectedNodes.length));
    }
  });

  test('an inverse link of several kinds takes one database command for any number of parents', async () => {
    expect(
      await readsOf('{ sources(first: 100) { nodes { citedBy(first: 3) { totalCount nodes { title } } } } }'),
    ).toBe(2);
  });

  test('a chart of thirty countries takes as many database commands as a chart of one country', async () => {
    const chart = (series: number) => `{ indicator(slug: "eurostat-asylum-applicants") {
      series(first: ${series}) { points { period value } } } }`;
    // The list of vintages is cached between requests.
    await readsOf(chart(1));
    expect(await readsOf(chart(30))).toBe(await readsOf(chart(1)));
  });
});

describe('minimal reads', () => {
  test('selecting only totalCount takes one database command', async () => {
    const answer = await data('{ trends { totalCount } }');
    expect(answer.trends.totalCount).toBeGreaterThan(30);
    expect(await readsOf('{ trends { totalCount } }')).toBe(1);
  });

  test('__typename is correct for a link of which only the key is selected', async () => {
    const { leaflets } = await data('{ leaflets(first: 1) { nodes { issuer { __typename slug } } } }');
    expect(leaflets.nodes[0]!.issuer.__typename).toBe('Organisation');
  });
});

describe('lists and their pages', () => {
  test('pages from cursor to cursor contain every entry once, in the order of the complete list', async () => {
    const query = `query ($after: String) { events(first: 7, after: $after, orderBy: [{ startsOn: DESC }]) {
      nodes { slug } pageInfo { hasNextPage endCursor } } }`;
    const forwards: string[] = [];
    let after: string | null = null;
    do {
      const { events }: Data<typeof query> = await data(query, { after });
      forwards.push(...events.nodes.map(({ slug }: { slug: string }) => slug));
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
    } while (after);
    const { events: allEvents } = await data(`{ events(last: 100, orderBy: [{ startsOn: DESC }]) {
      totalCount nodes { slug } } }`);
    expect(forwards).toEqual(allEvents.nodes.map(({ slug }: { slug: string }) => slug));
    expect(new Set(forwards).size).toBe(allEvents.totalCount);
  });

  test('a filter on link fields (via) tests all of its conditions on the same membership', async () => {
    const { ever, today, before, unitedKingdom } = await data(
      `query ($today: PartialDate!, $before: PartialDate!) {
        ever: countries(filter: { memberOf: { some: { code: { eq: "EU" } } } }) { totalCount }
        today: countries(filter: { memberOf: { some: { code: { eq: "EU" } }, via: {
          from: { lte: $today }, or: [{ to: { exists: false } }, { to: { gt: $today } }] } } }) { totalCount }
        before: countries(filter: { memberOf: { some: { code: { eq: "EU" } }, via: {
          from: { lte: $before }, or: [{ to: { exists: false } }, { to: { gt: $before } }] } } }) { totalCount }
        unitedKingdom: country(by: { code: "GB" }) {
          all: memberOf { nodes { code } }
          left: memberOf(via: { to: { lt: $today } }) { totalCount nodes { code } }
        }
      }`,
      { today: new Date().toISOString().slice(0, 10), before: '2019-12-31' },
    );
    expect([ever, today, before]).toEqual([28, 27, 28].map((totalCount) => ({ totalCount })));
    expect(unitedKingdom!.left).toEqual({
      totalCount: 3,
      nodes: [{ code: 'EU' }, { code: 'EU27_2007' }, { code: 'EU28' }],
    });
    expect(unitedKingdom!.all.nodes.length).toBeGreaterThan(1);
  });

  test('null conditions in a filter are ignored, and exists tests whether there is a value', async () => {
    const found = await data(
      `query ($day: PartialDate, $slug: Slug) {
        all: organisations { totalCount }
        single: organisations(filter: { parent: { slug: { eq: $slug } } }) { totalCount }
        negated: organisations(filter: { not: { title: { contains: null } } }) { totalCount }
        alternative: organisations(filter: { or: [{ title: { eq: "none" } }, { updatedAt: null }] }) { totalCount }
        list: organisations(filter: { leaflets: { some: null, every: { publishedOn: { gt: $day } } } }) { totalCount }
        some: organisations(filter: { leaflets: { some: { publishedOn: { gt: $day } } } }) { totalCount }
        any: organisations(filter: { leaflets: { exists: true } }) { totalCount }
        without: organisations(filter: { parent: { exists: false } }) { totalCount }
      }`,
    );
    const { all, single, negated, alternative, list, some, any, without } = found;
    expect([single, negated, alternative, list]).toEqual([all, all, all, all]);
    expect(some).toEqual(any);
    expect(any.totalCount).toBeLessThan(all.totalCount);
    expect(without.totalCount).toBeLessThan(all.totalCount);
  });

  test('the cursor of another list is rejected with BAD_CURSOR', async () => {
    const { events } = await data('{ events(first: 1) { pageInfo { endCursor } } }');
    const { errors } = await server.execute(
      'query ($after: String) { trends(first: 1, after: $after) { nodes { slug } } }',
      {
        after: events.pageInfo.endCursor,
      },
    );
    expect(errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  test('an edge of memberOf returns the dates of the membership in its field via', async () => {
    const { country } = await data(
      `{ country(by: { code: "HR" }) { memberOf { edges { node { code } via { from to } } } } }`,
    );
    const euro = country!.memberOf.edges.find((edge: { node: { code: string } }) => edge.node.code === 'EU28');
    expect(euro!.via).toEqual([{ from: '2013-07-01', to: '2020-01-31' }]);
  });

  test('facets count the values in the complete list, and return linked entries as values', async () => {
    const { leaflets } = await data(`{ leaflets(first: 1) { totalCount nodes { slug } 
      few: facets(first: 1) { topics { count value { slug title } } }
      facets(first: 3) { topics { count value { slug } } } } }`);
    expect(leaflets.few.topics).toHaveLength(1);
    expect(leaflets.facets.topics).toHaveLength(3);
    expect(leaflets.few.topics[0]).toMatchObject(leaflets.facets.topics[0]!);
    expect(leaflets.few.topics[0]!.count).toBeLessThanOrEqual(leaflets.totalCount);
    expect(typeof leaflets.few.topics[0]!.value.title).toBe('string');
  });

  test('a facet of a localised text counts the texts in the served locale, and a filter by such a text matches them', async () => {
    const query = `query ($in: StringFilter) { events(filter: { eventSeries: $in }, first: 0) {
      totalCount facets(first: 50) { eventSeries { value count } } } }`;
    const headers = { 'accept-language': 'fr' };
    const french = (await data(query, {}, { headers })).events;
    const meetings = 'Réunions d’Eurojust sur le trafic de migrants';
    const countedFacet = french.facets.eventSeries.find(({ value }) => value === meetings);
    expect(countedFacet?.count).toBeGreaterThan(3);
    const found = await data(query, { in: { eq: meetings } }, { headers });
    expect(found.events.totalCount).toBe(countedFacet!.count);
    const inEnglish = (await data(query)).events.facets.eventSeries;
    expect(inEnglish).toContainEqual({ value: 'Eurojust meetings on migrant smuggling', count: countedFacet!.count });
    // A series of meetings without a Spanish name is counted by its original name.
    const spanish = (await data(query, {}, { headers: { 'accept-language': 'es' } })).events;
    const others = inEnglish.filter(({ value }) => value.includes('Global Alliance'));
    expect(others.length).toBeGreaterThan(0);
    expect(spanish.facets.eventSeries).toEqual(expect.arrayContaining(others));
  });
});

describe('locales of responses', () => {
  const GERMAN = 'Faltblatt über die Ressourcen bei Eurojust gegen die Migrantenschleusung im digitalen Bereich';
  const ENGLISH = 'Leaflet on the resources available at Eurojust to fight migrant smuggling in the digital domain';
  const meetingFilter = 'filter: { presentedAt: { some: { slug: { eq: "annual-meeting-2024" } } } }';

  const HEADERS = { 'accept-language': 'de-CH, en;q=0.5' };

  test('the request locale applies at every depth of a query, except to fields with the argument locale', async () => {
    const { topic } = await data(
      `{ topic(slug: "digital-smuggling") { leaflets(${meetingFilter}) { nodes { title fr: title(locale: fr) } } } }`,
      undefined,
      { headers: HEADERS },
    );
    expect(topic!.leaflets.nodes[0]!.title).toBe(GERMAN);
    expect(topic!.leaflets.nodes[0]!.fr).toMatch(/^Dépliant/);
  });

  test('the locale in the URL takes precedence over Accept-Language', async () => {
    const query = `{ leaflets(${meetingFilter}) { nodes { title } } }`;
    const { leaflets } = await data(query, undefined, { headers: HEADERS, locale: 'en' });
    expect(leaflets.nodes[0]!.title).toBe(ENGLISH);
  });

  test('sort orders and text filters use the texts in the request locale', async () => {
    const query =
      '{ countries(filter: { title: { startsWith: "A" } }, orderBy: [{ title: ASC }], first: 3) { nodes { code } } }';
    const codes = async (locale: string) =>
      (await data(query, undefined, { locale })).countries.nodes.map(({ code }) => code);
    expect(await codes('en')).toEqual(['AF', 'AL', 'DZ']);
    expect(await codes('de')).toEqual(['AF', 'EG', 'AL']);
  });

  test('a query in any locale takes the same number of database commands', async () => {
    const query = `{ topics(filter: { title: { contains: "a" } }, orderBy: [{ title: ASC }], first: 30) { nodes { title
      translation { missing } relevantResources(orderBy: [{ title: ASC }], first: 3) { nodes { title } } } } }`;
    const commands = async (more: RequestOptions) => {
      server.commands.splice(0);
      await data(query, undefined, more);
      return server.commands.length;
    };
    const english = await commands({ locale: 'en' });
    for (const locale of ['fr', 'it']) expect(await commands({ locale })).toBe(english);
    expect(await commands({ headers: { 'accept-language': 'it, es, de' } })).toBe(english);
  });

  test('a text that is missing in the request locale is returned in the next locale of the fallback chain', async () => {
    const query = '{ country(by: { code: "IT" }) { summary en: summary(locale: en) } }';
    const { country } = await data(query, undefined, { locale: 'it' });
    expect(country!.summary).toBe(country!.en);
  });

  test('the field translation describes the texts in the request locale, or in the locale of its argument', async () => {
    const query = `{ topic(slug: "digital-smuggling") { ...T en: translation(locale: en) { isOriginal } es: translation(locale: es) { locale missing fellBackTo } } }
      fragment T on Topic { translation { locale isOriginal missing stale fellBackTo } }`;
    const { topic } = await data(query, undefined, { locale: 'fr' });
    expect(topic!.translation).toEqual({ locale: 'fr', isOriginal: false, missing: [], stale: [], fellBackTo: null });
    expect(topic!.en).toEqual({ isOriginal: true });
    expect(topic!.es).toEqual({ locale: 'es', missing: ['definition'], fellBackTo: 'fr' });
  });

  test('translation(inShort: true) covers only title and summary', async () => {
    const translationQuery = (isShort: boolean) =>
      `{ trend(slug: "cases-record") { translation(locale: es, inShort: ${isShort}) { missing stale } } }`;
    const sendQuery = async (isShort: boolean) => {
      const { data: answer } = await server.execute(translationQuery(isShort));
      return (answer as { trend: { translation: object } }).trend.translation;
    };
    expect(await sendQuery(false)).toMatchObject({ missing: expect.arrayContaining(['title', 'claims[0].statement']) });
    expect(await sendQuery(true)).toEqual({ missing: ['title', 'summary'], stale: [] });
  });

  test.each(['en', 'fr', 'de', 'es', 'it'])(
    'every text in %s is in the language that the translation states',
    async (locale) => {
      const texts = ['title', 'summary', 'definition', 'body'];
      const { model } = server.services;
      for (const { plural, fields } of model.kinds) {
        const localisedTexts = texts.filter((name) => fields.some((field) => field.name === name && field.localised));
        const aliasedTexts = localisedTexts.flatMap((name) => [
          name,
          ...model.locales.map((each) => `${name}_${each}: ${name}(locale: ${each})`),
        ]);
        const { nodes } = (
          await data(
            `{ ${plural}(first: 100) { nodes { translation { locale missing fellBackTo } ${aliasedTexts.join(' ')} } } }`,
            undefined,
            { locale },
          )
        )[plural];
        for (const { translation, ...node } of nodes) {
          for (const name of localisedTexts.filter((each) => node[each] !== null)) {
            const lang = translation.missing.includes(name) ? translation.fellBackTo : translation.locale;
            expect(node[name]).toBe(node[`${name}_${lang}`]);
          }
        }
      }
    },
  );

  test('a response has Content-Language, and a Vary header with the request headers that it depends on', async () => {
    const localesOf = async (url: string) => {
      const headers = { 'content-type': 'application/json', 'accept-language': 'fr' };
      const response = await server.inject({ method: 'POST', url, headers, payload: { query: '{ __typename }' } });
      return [response.headers['content-language'], response.headers['vary']];
    };
    expect(await localesOf('/graphql')).toEqual(['fr', 'accept, accept-language, authorization, accept-encoding']);
    expect(await localesOf('/graphql?locale=de')).toEqual(['de', 'accept, authorization, accept-encoding']);
  });

  test('an unknown locale in the URL or in an argument is rejected, and the error lists the valid locales', async () => {
    for (const locale of ['xx', '', 'FR', 'fr-CH', 'en&locale=de']) {
      const { errors, status, headers } = await server.execute('{ leaflets { totalCount } }', undefined, { locale });
      expect([locale, status, errors?.[0]?.extensions['code']]).toEqual([locale, 400, 'BAD_REQUEST']);
      expect(errors?.[0]?.message).toMatch(/Use one of: en, fr, de, es, it\.$/);
      expect(headers['content-language']).toBeUndefined();
    }
    const query = /* invalid on purpose */ '{ leaflets { nodes { title(locale: xx) } } }';
    const { errors, status } = await server.execute(query);
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain('Locale');
  });

  test('the field translations lists the original and each translation with its missing and stale texts', async () => {
    const { leaflets } = await data(
      `{ leaflets(${meetingFilter}) { nodes { translations { locale isOriginal isReviewed missing stale fellBackTo } } } }`,
    );
    const { translations } = leaflets.nodes[0]!;
    const original = { locale: 'en', isOriginal: true, isReviewed: true, missing: [], stale: [], fellBackTo: null };
    expect(translations[0]).toEqual(original);
    expect(translations[1]).toMatchObject({ isOriginal: false, isReviewed: false });
    expect(translations.map(({ locale }: { locale: string }) => locale)).toEqual(['en', 'fr', 'de']);
  });
});

describe('selection by ids, slugs and area codes', () => {
  test('nodes returns entries of any kind in the order of their ids, and null for an unknown id', async () => {
    const { leaflets, countries } = await data(
      '{ leaflets(first: 1) { nodes { id slug } } countries(first: 1) { nodes { id slug } } }',
    );
    const [leaflet, country] = [leaflets.nodes[0], countries.nodes[0]];
    const unknown = Buffer.from('leaflets/no-such-leaflet').toString('base64url');
    const { nodes } = await data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Entry { slug } } }', {
      ids: [country!.id, unknown, leaflet!.id],
    });
    expect(nodes).toEqual([{ __typename: 'Country', ...country }, null, { __typename: 'Leaflet', ...leaflet }]);
  });

  test('a malformed global id is rejected with BAD_ID', async () => {
    for (const id of ['nonsense', Buffer.from('nowhere/x').toString('base64url'), 'bGVhZmxldHMveA==', '']) {
      const { errors } = await server.execute('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(errors?.[0]?.extensions['code']).toBe('BAD_ID');
    }
  });

  test('an unknown slug returns null, not an error', async () => {
    expect(await data('{ leaflet(slug: "no-such-leaflet") { title } country(by: { code: "QQ" }) { title } }')).toEqual({
      leaflet: null,
      country: null,
    });
  });

  test.each([
    ['both', { slug: 'it', code: 'IT' }],
    ['neither', {}],
    ['a null key', { slug: null }],
  ])('the argument "by" requires exactly one key, not %s', async (_how, keyArgs) => {
    const country = await server.execute('query ($by: AreaKey!) { country(by: $by) { title } }', { by: keyArgs });
    expect([country.status, country.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });

  test.each([
    ['GR', 'its code'],
    ['gr', 'its code'],
    ['GRC', 'its three-letter code'],
    ['EL', 'its code at '],
    ['Griechenland', 'its name (de)'],
    ['GRÈCE', 'its name (fr)'],
  ])('area(code: "%s") finds Greece by %s', async (code, matchedBy) => {
    const { area } = await data('query ($code: String!) { area(code: $code) { matchedBy area { code } } }', { code });
    expect(area.area).toEqual({ code: 'GR' });
    expect(area.matchedBy).toContain(matchedBy);
  });

  test('area returns suggestions for an unknown name, and a filter with that name is rejected with suggestions', async () => {
    const { area } = await data('{ area(code: "Itly") { area { code } suggestions } }');
    expect(area).toEqual({ area: null, suggestions: ['Italy'] });
    const { errors } = await server.execute('{ laws(filter: { area: { code: { eq: "Itly" } } }) { totalCount } }');
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors?.[0]?.message).toContain('did you mean Italy');
  });

  test('every ISO 3166 country is an area, and the field countries lists only countries with a profile', async () => {
    const unread = Object.keys(countries.getAlpha2Codes()).filter(
      (code) => !server.services.areas.current.byCode(code),
    );
    expect(unread).toEqual([]);
    const answer = await data(`{
      area(code: "MEX") { matchedBy area { __typename code title } }
      countries { totalCount }
      territories { totalCount nodes { region } }
    }`);
    expect(answer.area.area).toEqual({ __typename: 'Territory', code: 'MX', title: 'Mexico' });
    expect(answer.countries.totalCount).toBe(62);
    expect(answer.territories.totalCount).toBe(188);
    expect((await server.inject({ url: '/' })).body).not.toContain('Territories');
  });

  test('a code of another kind of area is rejected, and the error names the field that accepts it', async () => {
    const { data: answer, errors } = await server.execute('{ country(by: { code: "AQ" }) { slug } }');
    expect(answer).toEqual({ country: null });
    expect(errors).toMatchObject([
      {
        message: 'Antarctica (AQ) is a "territory", not a "country". Use territory(by: { code: "AQ" }).',
        path: ['country'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect((await server.execute('{ group(by: { code: "Italy" }) { slug } }')).errors?.[0]?.message).toMatch(
      /Use country\(/,
    );
    const page = async (path: string) =>
      (await server.inject({ url: path, headers: { accept: 'text/html' } })).statusCode;
    expect(await page('/country/aq')).toBe(404);
  });

  test('the area codes EL and GR are equivalent in filters', async () => {
    const { a, b } = await data(`{ a: laws(filter: { area: { code: { eq: "EL" } } }) { totalCount }
      b: laws(filter: { area: { code: { in: ["GR"] } } }) { totalCount } }`);
    expect(a).toEqual(b);
  });

  test.each([
    ['PartialDate', 'events(filter: { startsOn: { gte: "2024-13" } })', 'write 2024, 2024-06 or 2024-06-18'],
    ['DateTime', 'events(filter: { updatedAt: { gte: "yesterday" } })', 'write 2024-06-18T09:30:00Z'],
    ['Slug', 'events(filter: { slug: { eq: "Not A Slug" } })', 'lower-case letters'],
    ['URL', 'leaflets(filter: { url: { eq: "javascript:alert(1)" } })', 'https://'],
  ])('a malformed %s is rejected, and the error shows the valid format', async (_type, list, tip) => {
    const { errors, status } = await server.execute(`{ ${list} { totalCount } }`);
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain(tip);
  });
});

describe('figures of an indicator', () => {
  test('series returns figures of the requested areas and periods, with area, indicator and latest value', async () => {
    const { indicator } = await data(`{ indicator(slug: "eurostat-asylum-applicants") {
      series(areas: ["EL", "Germany"], from: "2019", to: "2021") { area { code __typename } unit indicator { slug }
        points { period } latest { period value } breakdown { dimension } } } }`);
    expect(indicator!.series.map(({ area }: { area: { code: string } }) => area.code)).toEqual(['GR', 'DE']);
    for (const series of indicator!.series) {
      expect(series.points.map(({ period }: { period: string }) => period)).toEqual(['2019', '2020', '2021']);
      expect(series.latest!.period).toBe('2021');
      expect(series).toMatchObject({ breakdown: [], indicator: { slug: 'eurostat-asylum-applicants' } });
    }
  });

  test('coverage counts the existing and the missing figures of an indicator', async () => {
    const { indicator } = await data(`{ indicator(slug: "eurojust-ms-coordination-meetings") { coverage {
      series observations missing from to areas } series { points { state } } } }`);
    const points = indicator!.series.flatMap((series: { points: unknown[] }) => series.points);
    expect(indicator!.coverage.observations + indicator!.coverage.missing).toBe(points.length);
    expect(indicator!.coverage.areas).toContain('EU_PLUS');
  });

  test('a breakdown by an unknown dimension is rejected', async () => {
    const { errors } = await server.execute(`{ indicator(slug: "eurojust-ms-coordination-meetings") {
      series(breakdown: [{ dimension: "shoe", code: "42" }]) { unit } } }`);
    expect(errors?.[0]?.message).toBe('The indicator has no dimension "shoe"; it has none.');
  });
});
