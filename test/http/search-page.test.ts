import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SeededApp, seededApp } from '../graphql/seeded-app.js';
import { pageReader, textOf } from './read-page.js';

let server: SeededApp;
beforeAll(async () => {
  server = await seededApp({ withSearch: true });
});
afterAll(() => server.close());

const page = pageReader(() => server);

describe('search page', () => {
  it('the search page lists hits by relevance, with kind and highlights', async () => {
    const body = await page('/search?q=electronic+evidence');
    const [first] = /<ul class="rows">[\s\S]*?<\/li>/.exec(body)!;
    expect(first).toContain('<a class="t" href="/topic/electronic-evidence"');
    expect(first).toMatch(/<mark>Electronic<\/mark> <mark>evidence<\/mark>|<mark>Electronic evidence<\/mark>/);
    expect(first).toMatch(/<p class="meta">\s*<span>Topic<\/span>/);
    expect(textOf(body)).toMatch(/\d+ results for electronic evidence, most relevant first/);
    expect(body).toContain('<meta name="robots" content="noindex" />');
  });

  it('the search page shows the same facts of each hit as the list of its kind, such as type and date', async () => {
    const body = await page('/search?q=electronic+evidence&kind=RESOURCE');
    const report = body.split('<li>').find((row) => row.includes('/resource/sirius-report-2024"'))!;
    const meta = [.../<p class="meta">([\s\S]*?)<\/p>/.exec(report)![1]!.matchAll(/<span>([\s\S]*?)<\/span>/g)];
    expect(meta.map(([, text]) => textOf(text!))).toEqual(['Resource', 'Report', 'SIRIUS', '29 November 2024']);
  });

  it('the search page shows the summary of an entry unshortened if the search words match in it', async () => {
    const body = await page('/search?q=Italy');
    const italy = body.split('<li>').find((row) => row.includes('href="/country/it"'))!;
    const { data } = await server.execute('{ country(by: { code: "IT" }) { title summary } }');
    const { summary, title } = data.country!;
    expect(summary).toContain(title);
    expect(textOf(italy)).toContain(summary);
  });

  it('the search page does not assign a language to a matching name, because names can be in any language', async () => {
    const body = await page('/search?q=c%C3%B3digo+extranjer%C3%ADa');
    const law = body.split('<li>').find((row) => row.includes('href="/law/fr-ceseda-823"'))!;
    expect(law).toMatch(
      /Other names: <span lang=""><mark>código<\/mark> francés de <mark>extranjería<\/mark><\/span><\/p>/,
    );
  });

  it('the search page without hits links to the lists of all kinds', async () => {
    const body = await page('/search?q=zzqqxx');
    expect(textOf(body)).toContain('0 results for zzqqxx No results.');
    expect(body).not.toContain('most relevant first');
    expect(body).not.toContain('class="facets"');
    expect(body).toContain('<a class="t" href="/resources"');
    // A filter is shown even without hits, so that it can be removed.
    const narrowed = await page('/search?q=hawala&year=1950');
    expect(textOf(narrowed)).toContain('0 results for hawala');
    expect(narrowed).toContain('class="picked"');
  });

  it('the search page shows at most two interpretations of a request for figures, with the unused words', async () => {
    const body = await page('/search?q=drowned+in+the+Mediterranean+2021+zebra');
    const [section] = /<section aria-labelledby="figures">[\s\S]*?<\/section>/.exec(body)!;
    expect(section).toContain('href="/indicator/iom-dead-missing?areas=ROUTE_MEDITERRANEAN&amp;from=2021&amp;to=2021"');
    expect(textOf(section).trim()).toMatch(/^Figures .+, Mediterranean Sea, 2021 .+ [\d ,]+ persons Not used: zebra\./);
    expect(section.split('<li>').length - 1).toBeLessThanOrEqual(2);
    expect(body.indexOf(section)).toBeLessThan(body.indexOf('class="facets"'));
    // A filter selects entries, and figures are not entries.
    const narrowed = await page('/search?q=drowned+in+the+Mediterranean+2021&kind=INDICATOR');
    expect(narrowed).not.toContain('aria-labelledby="figures"');
  });

  it('the search page tells two answers with one title apart by publisher or title of the indicator', async () => {
    const answersTo = async (words: string) => {
      const [section] = /<section aria-labelledby="figures">[\s\S]*?<\/section>/.exec(
        await page(`/search?q=${words}`),
      )!;
      return [...section.matchAll(/<p class="meta">([\s\S]*?)<\/p>/g)].map(([, meta]) =>
        [...meta!.matchAll(/<span>([\s\S]*?)<\/span>/g)].map(([, text]) => textOf(text!)),
      );
    };
    expect(await answersTo('asylum+applications+germany+2016')).toEqual([
      ['Asylum applications by country of asylum', 'United Nations High Commissioner for Refugees'],
      ['Eurostat'],
    ]);
    expect(await answersTo('found+illegally+present+germany+2016')).toEqual([
      ['Eurostat'],
      ['Third-country nationals found to be illegally present, by citizenship', 'Eurostat'],
    ]);
  });

  it('a hit on the search page that is a question links to the page that answers it', async () => {
    const body = await page('/search?q=where+those+who+arrive+by+sea+land&kind=QUESTION');
    expect(body).toContain('href="/indicator/unhcr-sea-arrivals-by-place?view=line&amp;areas=IT&amp;place=SICILY');
    const other = await page('/search?q=annual+meeting+2024&kind=QUESTION');
    expect(other).toContain('href="/q/annual-meeting-2024"');
  });

  it('the search page suggests a correction of misspelt words, as a link', async () => {
    const body = await page('/search?q=eletronic+evidence');
    expect(textOf(body)).toContain('Did you mean electronic evidence?');
    expect(body).toContain('href="/search?q=electronic+evidence"');
  });

  it('the search page says which kind and language it read from the words, with a link that searches without them', async () => {
    const note = (body: string) => /<p class="small" id="scope">[\s\S]*?<\/p>/.exec(body)?.[0] ?? '';
    const trends = await page('/search?q=trends+on+money+transfer&year=2024');
    expect(textOf(note(trends)).trim()).toBe(
      'Ranked higher: Trends. Search for &quot;trends&quot; on money transfer instead',
    );
    const link = '/search?q=%22trends%22+on+money+transfer&year=2024';
    expect(note(trends)).toContain(`href="${link.replace('&', '&amp;')}"`);
    expect(note(await page(link))).toBe('');
    const french = note(await page('/fr/search?q=ressources+en+italien'));
    expect(textOf(french)).toContain('Uniquement les fiches dont une version en italien est connue.');
    expect(french).toContain('href="/fr/search?q=%22ressources%22"');
    expect(note(await page('/search?q=money+transfer'))).toBe('');
    const german = await page('/search?q=documents+in+German');
    expect(note(german)).not.toBe('');
    expect(german).not.toContain('id="figures"');
  });

  it('the search page filters by selected kinds, each removable, and still counts the hits of other kinds', async () => {
    const body = await page('/search?q=evidence&kind=TREND&kind=LAWYER&after=');
    const kinds = [...body.matchAll(/<p class="meta">\s*<span>([^<]*)/g)].map(([, kind]) => kind);
    expect(new Set(kinds)).toEqual(new Set(['Trend']));
    expect(body).toMatch(
      /<a class="chip" href="\/search\?q=evidence"\s*><span class="vh">Remove: <\/span\s*>Trends<\/a/,
    );
    expect(body).toMatch(/value="TREND"\s+checked/);
    expect(body).toMatch(/value="RESOURCE"\s+\/><span\s*>Resources<\/span\s*><span class="num">[1-9]/);
    expect(body).not.toContain('value="LAWYER"');
  });

  /** Returns the values of a filter with their counts and whether they are selected. */
  function checkboxes(body: string, name: string): { value: string; word: string; count: number; isPicked: boolean }[] {
    const box = new RegExp(
      `name="${name}"\\s+value="([^"]*)"\\s+(checked)? ?/><span\\s*>(.*?)</span\\s*><span class="num">([\\d,]+)<`,
      'g',
    );
    return [...body.matchAll(box)].map(([, value, isPicked, word, count]) => ({
      value: value!,
      word: word!,
      count: Number(count),
      isPicked: isPicked !== undefined,
    }));
  }
  const found = (body: string) => Number(/([\d,]+) results? for/.exec(textOf(body))![1]);

  it.each([
    ['country', 'DE', 'Germany', 'de'],
    ['year', '2024', '2024', '2024'],
    ['topic', 'advertising', 'Advertising', 'advertising'],
  ])(
    'the search page filters by one %s, on all pages, with as many hits as the facet counts',
    async (name, value, word, valueName) => {
      const unfilteredPage = await page('/search?q=smuggling');
      const allBoxes = checkboxes(unfilteredPage, name);
      expect(allBoxes.length).toBeGreaterThan(2);
      const body = await page(`/search?q=smuggling&${name}=${valueName}`);
      const [pickedBox, ...others] = checkboxes(body, name);
      expect(pickedBox).toMatchObject({ value, word, isPicked: true });
      expect(found(body)).toBe(pickedBox!.count);
      expect(found(body)).toBeLessThan(found(unfilteredPage));
      // The other values can be selected as well.
      expect(others.every(({ isPicked, count }) => !isPicked && count > 0)).toBe(true);
      expect(others.length).toBeGreaterThan(1);
      const chip = new RegExp(
        `<a class="chip" href="/search\\?q=smuggling"\\s*><span class="vh">Remove: </span\\s*>${word}</a`,
      );
      expect(body).toMatch(chip);
      // A new search preserves the country filter.
      expect(/<form class="find"[\s\S]*?<\/form>/.exec(body)![0]).toContain(
        `<input type="hidden" name="${name}" value="${value}" />`,
      );
    },
  );

  it('the search page preserves filters from page to page, and removes one value at a time', async () => {
    const body = await page('/search?q=smuggling&year=2024&year=2023');
    expect(found(body)).toBeGreaterThan(20);
    const next = /<a href="([^"]*)" rel="next">/.exec(body)![1]!.replaceAll('&amp;', '&');
    expect(next).toContain('/search?q=smuggling&year=2024&year=2023&after=');
    const second = await page(next);
    expect(
      checkboxes(second, 'year')
        .filter(({ isPicked }) => isPicked)
        .map(({ value }) => value),
    ).toEqual(['2024', '2023']);
    expect(second).toContain('href="/search?q=smuggling&amp;year=2023"');
  });

  it('the search page ignores unknown countries and years, and shows selected filter values without hits', async () => {
    const odd = await page('/search?q=smuggling&country=atlantis&year=x&year=99999999999&topic=A/B');
    expect(odd).not.toContain('class="picked"');
    const emptyPage = await page('/fr/search?q=eurojust&country=is&year=1931');
    expect(textOf(emptyPage)).toContain('0 résultat');
    expect(checkboxes(emptyPage, 'country')[0]).toMatchObject({ value: 'IS', word: 'Islande', isPicked: true });
    expect(checkboxes(emptyPage, 'year')[0]).toEqual({ value: '1931', word: '1931', count: 0, isPicked: true });
  });

  it('the search page has links to the next and to the first page', async () => {
    // Figures are above the hits.
    const hits = (body: string) => body.slice(body.indexOf('class="facets"'));
    const titles = (body: string) => [...hits(body).matchAll(/<a class="t" href="([^"]*)"/g)].map(([, path]) => path);
    const first = await page('/search?q=smuggling');
    const next = /<a href="([^"]*)" rel="next">/.exec(first)![1]!.replaceAll('&amp;', '&');
    const second = await page(next);
    expect(titles(first)).toHaveLength(20);
    expect(titles(second).filter((path) => titles(first).includes(path))).toEqual([]);
    expect(second).toContain('<a href="/search?q=smuggling">First page</a>');
  });

  it('the search page without search words contains only a form, and says if there are no hits', async () => {
    const empty = await page('/search');
    expect(empty).not.toContain('class="rows"');
    expect(empty.match(/role="search"/g)).toHaveLength(1);
    expect(await page('/search?q=xyzzyqwrtplk')).toContain('No results.');
  });

  it('the search page shows matching texts in the language of the reader, if there are any', async () => {
    for (const [url, locale] of [
      ['/search?q=money+transfer', 'en'],
      ['/fr/search?q=argent', 'fr'],
    ] as const) {
      const { data } = await server.execute(
        `query ($query: String!) { search(query: $query, first: 20) { edges { highlights { field locale } } } }`,
        { query: new URLSearchParams(url.split('?')[1]).get('q') },
        { headers: { 'accept-language': locale } },
      );
      const edges = (data as { search: { edges: { highlights: { locale: string }[] }[] } }).search.edges;
      expect(edges.some(({ highlights }) => highlights.some((one) => one.locale !== locale))).toBe(true);
      for (const { highlights } of edges) {
        const locales = highlights.map((one) => one.locale === locale);
        expect(locales).toEqual(locales.toSorted((a, b) => Number(b) - Number(a)));
      }
    }
    const [first] = /<ul class="rows">[\s\S]*?<\/li>/.exec(await page('/search?q=money+transfer'))!;
    expect(first).not.toContain('lang="fr"');
  });

  it('the search page quotes a text in another language only if the entry does not have it in that of the reader', async () => {
    for (const words of ['money+transfer', 'argent', 'chauffeurs', 'Geld']) {
      const body = await page(`/search?q=${words}`);
      expect([words, body.includes('class="rows"'), /<span lang="(fr|de)">/.test(body)]).toEqual([words, true, false]);
    }
    expect(await page('/it/search?q=driver')).toMatch(/<span lang="en">[^<]*<mark>drivers?<\/mark>/i);
  });

  it('the search page without search words has example searches, each of which ranks the named entry first', async () => {
    for (const url of ['/search', '/de/search', '/', '/it']) {
      const [examples = ''] = /<p class="small">\s*(?:For example|Zum Beispiel|Per esempio)[\s\S]*?<\/p>/.exec(
        await page(url),
      )!;
      const links = [...examples.matchAll(/<a href="([^"]*)">([^<]*)/g)];
      expect([url, links.length]).toEqual([url, 4]);
      for (const [, href, title] of links) {
        const found = await page(href!.replaceAll('&amp;', '&'));
        const [first = ''] = /<a class="t"[\s\S]*?<\/a/.exec(found)!;
        expect(textOf(first).trim()).toContain(title);
      }
    }
    expect(await page('/search?q=evidence')).not.toContain('For example');
  });

  it('the search page uses the singular for one hit', async () => {
    expect(textOf(await page('/search?q=%22Navigation+apps+as+guides%22'))).toContain('1 result for');
    expect(textOf(await page('/search?q=smuggling'))).toMatch(/\d results for/);
  });

  it('the search page and its links are in the locale of the URL', async () => {
    const body = await page('/fr/search?q=preuve+%C3%A9lectronique');
    expect(textOf(body)).toContain('résultats pour preuve électronique');
    expect(body).toContain('action="/fr/search"');
    expect(body).toContain('href="/fr/topic/electronic-evidence"');
  });

  it('the search page escapes hostile search terms', async () => {
    const body = await page(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script');
  });

  it('the search page is linked from the header of every page', async () => {
    expect(await page('/topic/osint')).toMatch(/<form class="find" role="search" action="\/search">/);
  });
});
