import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { pageReader, textOf } from './read-page.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp();
});
afterAll(() => server.close());

const read = pageReader(() => server);

async function page(url: string): Promise<string> {
  const body = await read(url);
  expect([url, Buffer.byteLength(body) < 60_000]).toEqual([url, true]);
  return body;
}

/** Returns a section by id, without tags other than links and images. */
function section(body: string, id: string): string {
  const from = body.indexOf(`<section id="${id}"`);
  expect([id, from >= 0]).toEqual([id, true]);
  return body.slice(from, body.indexOf('</section>', from)).replace(/\s+/g, ' ');
}

test('the tables of several laws on a country page have different accessible names', async () => {
  const laws = section(await page('/country/at'), 'laws');
  const names = [...laws.matchAll(/role="region"[^>]* aria-labelledby="([^"]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
});

test('a country page shows cooperation, dated memberships, contacts and penalties', async () => {
  const body = await page('/country/it');
  const cooperation = section(body, 'cooperation');
  expect(cooperation).toMatch(/National desk<\/th>.*In force.*href="\/organisation\/eurojust"/);
  expect(cooperation).toMatch(/<a href="\/group\/schengen">Schengen area<\/a>.*since <time datetime="1997-10-26">/);
  expect(cooperation).toMatch(/<time datetime="2013-07-01">1 July 2013<\/time> – <time datetime="2020-01-31">/);
  const contact = section(body, 'contact');
  expect(contact).toContain('href="/organisation/aton-network"');
  // A network of the EU serves every Member State.
  expect(contact).toContain('href="/resource/ejcn-network"');
  expect(section(body, 'laws')).toContain('aria-label="Prison term: 2–6 years"');
  expect(section(body, 'resources')).toContain('href="/resource/coordination-meeting"');
  expect(section(body, 'events')).toContain('href="/event/annual-meeting-2024"');
  // The page lists some resources, and links to the complete list.
  const [, list = ''] = /<h2[^>]*>.*?href="(\/resources\?groups=eu&[^"]*)">See all</.exec(section(body, 'resources'))!;
  const rows = (await page(list.replaceAll('&amp;', '&'))).match(/<a class="t" href="\/resource\//g)!;
  expect(rows.length).toBeGreaterThan(section(body, 'resources').match(/<a class="t"/g)!.length);
  expect(section(await page('/country/al'), 'resources')).not.toContain('See all');
  expect(section(await page('/country/al'), 'cooperation')).toMatch(/> In force since <time datetime="2021">2021</);
  // On a phone, a label without a value would occupy a line.
  expect(await page('/country/al')).not.toMatch(/data-l="[^"]*">\s*<\/td>/);
});

test('the penalty in the fact band of a country page names its offence, and links to the law', async () => {
  const band = async (url: string) => /<dl class="glance">[\s\S]*?<\/dl>/.exec(await page(url))![0];
  expect(await band('/country/it')).toMatch(
    /<a href="#laws">2–6 years<\/a><\/span\s*><small>Basic entry offence<\/small>/,
  );
  expect(await band('/es/country/it')).toMatch(/<small><span lang="en">Basic entry offence<\/span>/);
});

test('the fact band of a country page lists the contact first, with a link', async () => {
  const band = async (url: string) => /<dl class="glance">[\s\S]*?<\/dl>/.exec(await page(url))![0];
  expect(await band('/country/it')).toContain('<a href="#contact">National desk</a>');
  expect(await band('/country/al')).toContain('<a href="#contact">Liaison prosecutor</a>');
  // The content has no contact for this country.
  const armenia = await band('/country/am');
  expect(armenia).toContain('Judicial cooperation');
  expect(armenia).not.toContain('#contact');
});

test('an indicator page shows its unit in words', async () => {
  const french = textOf(await page('/fr/indicators/eurojust-ms-jits'), ' ');
  expect(french).toContain('Unité équipes');
  expect(french).not.toContain('nom complet');
});

test('a country page lists the earliest membership first, in every locale', async () => {
  for (const url of ['/country/it', '/fr/country/it']) {
    const [band = ''] = /<dl class="glance">[\s\S]*?<\/dl>/.exec(await page(url))!;
    expect([...band.matchAll(/\/group\/([a-z\d-]+)"/g)].map(([, slug]) => slug)).toEqual([
      'eu',
      'schengen',
      'euro-area',
    ]);
  }
});

test('the fact band of a country shows the penalty range of the basic offence and the highest range', async () => {
  const band = async (country: string) =>
    textOf(/<dl class="glance">[\s\S]*?<\/dl>/.exec(await page(`/country/${country}`))![0]);
  expect(await band('sk')).toMatch(/1–5 yearsCrossing or transit without gain.*Highest: 12–20 years \(Gravest offence/);
  // Of two laws, the summary names the one with the higher maximum.
  expect(await band('at')).toMatch(/up to 2 yearsBasic offence, section 114\(1\)Highest: 1–10 years/);
});

test('an organisation page shows its published contacts, or that none was found, and the next step with its source', async () => {
  const eurojust = await page('/organisation/eurojust');
  expect(section(eurojust, 'contacts')).toContain('+31 70 412 5710');
  expect(section(eurojust, 'steps')).toContain('Contact the national desk of your State');
  const europol = await page('/organisation/europol');
  expect(europol).not.toContain('id="contacts"');
  expect(europol).toContain('No contact of its own was found');
  expect(section(europol, 'steps')).toContain('Go through the national unit');
});

test('the stages of one cooperation agreement are one row on a country page', async () => {
  const table = section(await page('/country/us'), 'cooperation');
  expect(table.match(/>Cooperation agreement</g)).toHaveLength(1);
  expect(textOf(table)).toMatch(/Cooperation agreement Signed, November 2006In force/);
});

interface ComparedLaw {
  basicPenalty: string | null;
  basicMaxYears: number | null;
  reachesThreeYears: boolean | null;
  financialGain: string;
  humanitarianClause: string;
  searched: string | null;
}

test('each law of a Member State has a basic offence with its elements, or names the sources searched for it', async () => {
  const { data } =
    await server.execute(`{ countries(filter: { memberOf: { some: { slug: { eq: "eu" } } } }, first: 60) {
    nodes { slug laws(first: 10) { nodes { basicPenalty basicMaxYears reachesThreeYears financialGain
      humanitarianClause searched } } } } }`);
  const { countries } = data as { countries: { nodes: { slug: string; laws: { nodes: ComparedLaw[] } }[] } };
  const members = countries.nodes.filter(({ slug }) => slug !== 'gb');
  expect(members).toHaveLength(27);
  for (const { slug, laws } of members) {
    expect([slug, laws.nodes.length > 0]).toEqual([slug, true]);
    for (const law of laws.nodes) {
      const isFound = law.basicPenalty !== null && ![law.financialGain, law.humanitarianClause].includes('UNKNOWN');
      expect([slug, isFound || law.searched !== null]).toEqual([slug, true]);
      const reaches = law.basicMaxYears === null ? null : law.basicMaxYears >= 3;
      expect([slug, law.reachesThreeYears]).toEqual([slug, reaches]);
    }
  }
  const below = members.filter(({ laws }) => laws.nodes.every((law) => law.reachesThreeYears === false));
  expect(below.map(({ slug }) => slug).toSorted()).toEqual(['at', 'be', 'cz', 'dk', 'es', 'fi', 'se']);
});

test('an indicator page shows its editions and dimensions in words', async () => {
  const body = await page('/indicators/eurojust-ms-jits');
  expect(section(body, 'dimensions')).toMatch(
    /<dt>Status<\/dt> <dd> ?New and carried over, New in the year, Carried over from earlier years ?<\/dd>/,
  );
  expect(body).not.toContain('CARRIED_OVER');
  expect(section(body, 'editions')).toMatch(/<b>Edition 1<\/b>/);
  // Trends that quote the indicator are listed only under their own heading.
  expect(body.match(/href="\/trend\/cases-record"/g)).toHaveLength(1);
  // The list is truncated, so the page shows the number of listed statements and their total number.
  const refugees = await page('/indicators/unhcr-refugees-by-origin');
  expect(section(refugees, 'quotedBy')).toMatch(/<span class="more">8 \/ \d+<\/span>/);
});

test('an indicator page shows what is counted if that has a label', async () => {
  const isCounted = async (slug: string) => /<dt>What is counted<\/dt>/.test(await page(`/indicators/${slug}`));
  expect([await isCounted('deaths-since-2014'), await isCounted('europol-otf')]).toEqual([true, false]);
});

test('the fact band of a resource page shows a short audience and stage', async () => {
  const band = async (url: string) =>
    /<dl class="glance">[\s\S]*?<\/dl>/.exec(await page(url))![0].replace(/\s+/g, ' ');
  expect(await band('/resource/sirius-platform')).toMatch(
    /<dt>For<\/dt> <dd>Prosecutors, Judges, Police<\/dd>.*<dt>When in the case<\/dt> <dd>Evidence gathering<\/dd>/,
  );
});

test('the page of a former member of a group does not list resources of that group', async () => {
  const body = await page('/country/gb');
  expect(section(body, 'cooperation')).toMatch(/European Union<\/a>.*– <time datetime="2020-01-31">/);
  const { data } = await server.execute(
    '{ resources(filter: { groups: { some: { slug: { eq: "eu" } } }, countries: { none: { code: { eq: "GB" } } }, resourceType: { eq: OPERATIONAL_TOOL } }) { nodes { slug } } }',
  );
  for (const { slug } of data.resources.nodes) expect(body).not.toContain(`href="/resource/${slug}"`);
});

test('an area page shows its figures as charts and a table, each with source and CSV file', async () => {
  // The largest country page; reading a page checks its size.
  await page('/es/country/lt');
  const figures = section(await page('/country/it'), 'figures');
  expect(figures.match(/<figure/g)!.length).toBeGreaterThan(5);
  expect(figures).toMatch(/<title>[^<]*, Italy<\/title><desc>29,345 in 2012, 194,750 in 2023\./);
  expect(figures).toContain('All figures as a table');
  // Equal changes of several indicators are shown once.
  const [changes = ''] = /<ul class="two">[\s\S]*?<\/ul>/.exec(figures)!;
  expect(changes.match(/138,420 \(2022\) → 194,750 \(2023\)/g)).toHaveLength(1);
  expect(changes.match(/<li>/g)).toHaveLength(3);
  // A change is shown as an arrow and a label, with its amount and both figures.
  expect(figures).toMatch(
    /Largest changes<\/h3>.*<span class="dir r".*?<\/svg>Rising<\/span\s*>\s*<b class="num nb">\+[\d.]+ %<\/b><br \/>[\d,]+ \(20\d\d\) → [\d,]+ \(20\d\d\),\s*persons/,
  );
  // Each figure links to its indicator, with this area selected.
  const links = [...figures.matchAll(/href="(\/indicator\/[^"]*)"/g)].map(([, href]) => href!);
  expect(links.filter((href) => href.includes('?areas=IT')).length).toBeGreaterThan(10);
  const [, series] = /href="(\/q\/series\?[^"]*)"/.exec(figures)!;
  expect(await page(series!.replaceAll('&amp;', '&'))).toContain('Italy');
  const [, file] = /href="(\/q\/series\.csv\?[^"]*)"/.exec(figures)!;
  const { statusCode, headers } = await server.inject({ url: file!.replaceAll('&amp;', '&') });
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(section(await page('/fr/route/central-mediterranean'), 'figures')).toContain('href="/fr/q/series?');
});

test('a quoted figure is marked with the number of its claim, which has its status and source', async () => {
  const body = await page('/trend/cases-record');
  const evidence = section(body, 'evidence');
  const [cases = ''] = evidence.split('</figure>');
  expect(cases).toMatch(/href="\/indicator\/eurojust-ms-cases\?areas=EU_PLUS&amp;from=20\d\d&amp;to=20\d\d"/);
  // The first statement quotes 425 in 2023. There is no figure for 2022.
  expect(cases).toMatch(/>425<\/text><circle[^>]*><text[^>]*>1<\/text><text[^>]*>2023</);
  expect(cases).toMatch(/>\?<\/text><text[^>]*>2022</);
  // There is only one figure of new cases, so it is shown as text, not in the chart.
  expect(cases).not.toContain('170');
  expect(evidence).toMatch(/class="inked">4<.*<b class="num">170<\/b>/);
  const claims = section(body, 'claims');
  expect(claims).toMatch(
    /class="inked">1<.*Eurojust coordinated 425 cases.*href="\/source\/ej-ar2023-ms".*class="soft">As stated by the source/,
  );
  expect(body).toMatch(/Statements checked.*>8 \/ 8</s);
});

test('an entry page of a kind with many links sends a limited number of database commands', async () => {
  for (const [url, most] of [
    ['/country/it', 8],
    ['/topic/migrant-smuggling', 3],
    ['/trend/cases-record', 5],
    ['/leaflet/leaflet-digital-domain-2024', 3],
    ['/route/central-mediterranean', 7],
    ['/indicators/iom-dead-missing', 9],
  ] as const) {
    // Data common to all pages is cached after the first.
    await page(url);
    server.commands.length = 0;
    await page(url);
    expect([url, server.commands.length <= most, server.commands]).toEqual([url, true, server.commands]);
  }
});

test('a law page shows penalties on the common scale, and a leaflet page shows the use of each resource', async () => {
  const law = await page('/law/al-cc-298');
  expect(section(law, 'tiers')).toMatch(/aria-label="Prison term: 15 years – life"/);
  // The scale shows its years once, above all bars.
  expect(section(law, 'tiers').match(/<text[^>]*>(0|5|10|15|20)<\/text>/g)).toHaveLength(5);
  // The section does not repeat the facts at the top of the page.
  expect(law.match(/>Helping others to cross the border illegally\.</g)).toHaveLength(1);
  const stages = section(await page('/leaflet/leaflet-digital-domain-2024'), 'stages');
  expect(stages).toContain('<th scope="col">Evidence gathering</th>');
  expect(stages).toMatch(/class="dot"/);
});

test('an indicator page links to its explorer, and shows its editions', async () => {
  // The largest indicator page; reading a page checks its size.
  await page('/es/indicators/eurostat-population');
  const body = await page('/indicators/iom-dead-missing');
  expect(section(body, 'figures')).toContain('href="/indicator/iom-dead-missing"');
  expect(section(body, 'editions')).toContain('<time datetime=');
  // The page shows the summary of the indicator only once.
  const { data } = await server.execute('{ indicator(slug: "iom-dead-missing") { summary } }');
  expect(body.split(`>${data.indicator!.summary}<`).length - 1).toBe(1);
});

test('a text that is shown completely above the facts of an entry page is not repeated in a section', async () => {
  expect(await page('/law/al-cc-298')).not.toContain('id="conduct"');
});

test('a list of inverse links does not repeat the title of the page in its rows', async () => {
  const body = await page('/organisation/eurojust');
  const title = /<h1>(.*)<\/h1>/.exec(body)![1]!;
  const resources = section(body, 'providedResources');
  expect(resources.match(/href="\/resource\//g)!.length).toBeGreaterThan(3);
  expect(resources).not.toContain(title);
  expect(resources).not.toContain('CoE');
  // Other pages show the short title of the resource.
  expect(section(await page('/topic/electronic-evidence'), 'relevantResources')).toContain('<p>SIRIUS · ');
});

test('an indicator page omits what is counted if the unit has the same words, and shows it otherwise', async () => {
  const facts = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/<dt[^>]*>([\s\S]*?)<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/g)].map(([, name, value]) =>
        [name!, value!].map((text) =>
          text
            .replace(/<[^>]*>/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
      ),
    ) as Record<string, string>;
  const persons = facts(await page('/indicators/eurostat-asylum-applicants'));
  expect([persons['Unit'], persons['What is counted']]).toEqual(['persons', undefined]);
  const french = facts(await page('/fr/indicators/eurostat-asylum-applicants'));
  expect([french['Unité'], french['Unité de compte']]).toEqual(['personnes', undefined]);
  const offences = facts(await page('/indicators/eurostat-fraud-offences'));
  expect([offences['Unit'], offences['What is counted']]).toEqual(['offences', 'Cases']);
});

test('the CSV file of an indicator without a total has the figures of its codes', async () => {
  const { headers } = await server.inject({ url: '/indicators/eurojust-third-meetings.csv' });
  const { body } = await server.inject({ url: headers.location as string });
  expect(body).toMatch(/^indicator,area_code,area,form,period,value,/);
  expect(body).toMatch(/,US,United States,Coordination meetings,20\d\d,\d+,/);
});

test('a country page lists the resources used in a case first', async () => {
  const offers = section(await page('/country/it'), 'resources');
  const types = [...offers.matchAll(/<\/a>\s*<p>([^<·]+?) ·/g)].map(([, type]) => type!.trim());
  expect(types).toHaveLength(10);
  const order = ['Operational tool', 'Platform', 'Funding'];
  expect(types.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'Operational tool'));
  const ranks = types.map((type) => order.indexOf(type)).map((rank) => (rank < 0 ? order.length : rank));
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
});

test('a country page draws each figure once, even if two indicators have it', async () => {
  const figures = section(await page('/country/it'), 'figures');
  const drawing = [...figures.matchAll(/<figure class="fig">(.*?)<\/figcaption>/g)].map(([, caption]) =>
    textOf(caption!),
  );
  expect(drawing).toHaveLength(6);
  const values = drawing.map((caption) => /[\d,]{3,} \w+, \d{4}/.exec(caption)![0]);
  expect(new Set(values).size).toBe(values.length);
  expect(drawing.join()).not.toContain('by reason and place');
  // The table contains all figures.
  expect(figures).toContain('by reason and place</a>');
});
