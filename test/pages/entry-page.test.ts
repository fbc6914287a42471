import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { PageWriter } from '../../src/html/page-writer.js';
import { loadModel } from '../../src/model/load-model.js';
import { entryPage } from '../../src/pages/entry/entry-page.js';
import { entryQuery } from '../../src/pages/entry/entry-query.js';
import { EntryScope, type PageEntry } from '../../src/pages/entry/entry-page-data.js';
import { messagesFor } from '../../src/i18n/messages-for.js';

const model = loadModel('schema');
const COMPLETE_TRANSLATION = { missing: [], fellBackTo: null };

/** A response about an entry that cites a source with HTML in its title. */
const ENTRY: PageEntry = {
  slug: 'crossing-signs',
  title: 'Crossing signs',
  summary: 'What to look for.',
  note: 'The day was not found.',
  status: 'PUBLISHED',
  revision: 3,
  updatedAt: '2024-11-23T10:00:00.000Z',
  sameAs: [],
  citation: 'Signpost. (2024).',
  translation: { locale: 'en', isReviewed: true, stale: [], ...COMPLETE_TRANSLATION },
  translations: [
    { locale: 'en', isOriginal: true, missing: [] },
    { locale: 'fr', isOriginal: false, missing: ['body'] },
  ],
  citations: [
    {
      source: {
        path: '/source/news',
        title: 'The <b>news</b>',
        translation: COMPLETE_TRANSLATION,
        publisherName: 'AP',
        url: null,
        publishedOn: '2024',
      },
      locator: 'p. 3',
      quote: null,
      quoteLanguage: null,
      readIn: null,
      copy: null,
      note: null,
    },
  ],
  claims: [
    {
      statement: 'So many cases.',
      value: 425,
      now: 430,
      status: 'OUT_OF_DATE',
      period: '2023',
      observation: {
        flags: [],
        sources: [{ path: '/source/report', title: 'Annual Report', translation: COMPLETE_TRANSLATION }],
      },
      indicator: { path: '/indicator/cases', title: 'Cases', translation: COMPLETE_TRANSLATION, unit: 'cases' },
      area: { path: '/group/eu', title: 'European Union', translation: COMPLETE_TRANSLATION },
    },
  ],
  body: '# Start\n\nRead on.',
  url: 'https://www.example.org/leaflet',
  issuer: { path: '/organisation/eurojust', title: 'Eurojust', translation: COMPLETE_TRANSLATION },
  publishedBy: { title: 'European Union Agency for Criminal Justice Cooperation', acronym: 'Eurojust' },
  topics: [{ path: '/topic/osint', title: 'Open-source intelligence', translation: COMPLETE_TRANSLATION }],
  countries: [],
  digital: [{ service: 'SOCIAL_MEDIA', use: 'ADVERTISING' }],
  publishedOn: '2024-11',
  supersededBy: {
    totalCount: 1,
    nodes: [{ path: '/leaflet/newer', title: 'Newer', translation: COMPLETE_TRANSLATION, summary: null }],
  },
};

function pageOf(change: Partial<PageEntry> = {}, locale = 'en', kind = model.kind('Leaflet')): string {
  const address = { origin: '', locale, path: '/leaflet/crossing-signs', search: new URLSearchParams() };
  return entryPage(
    new EntryScope(model, kind, { ...ENTRY, ...change }, new PageWriter(messagesFor([locale]), address)),
  );
}

describe('entryPage', () => {
  const page = pageOf();

  it('an entry page starts with type, title, summary and facts, with dates and labels in words', () => {
    expect(page).toContain('<h1>Crossing signs</h1>');
    expect(page).toMatch(/<p class="eyebrow">About a leaflet published by Eurojust\. Prepared by Signpost\.<\/p>/);
    expect(page).toContain('<p class="lead">What to look for.</p>');
    expect(page).toMatch(/<dt>Published<\/dt>\s*<dd><time datetime="2024-11">November 2024<\/time><\/dd>/);
    expect(page).toContain(
      '<a class="btn" href="https://www.example.org/leaflet" rel="noreferrer">Go to example.org</a>',
    );
    expect(page).toMatch(/Revision 3 · Last changed\s+<time datetime="2024-11-23">23 November 2024<\/time>/);
  });

  it('an entry page has short facts in the band below the title, and longer ones in a list', () => {
    const audienceText = (audiences: readonly string[]) => {
      const body = pageOf({ audiences, topics: [], digital: [] }, 'en', model.kind('Resource'));
      return [body.slice(0, body.indexOf('<article>')), body.slice(body.indexOf('id="glance"'))];
    };
    const few = '<dd>Prosecutors, Judges</dd>';
    expect(audienceText(['PROSECUTOR', 'JUDGE'])[0]).toContain(few);
    const [band, list] = audienceText([
      'PROSECUTOR',
      'JUDGE',
      'POLICE',
      'POLICY_MAKER',
      'SERVICE_PROVIDER',
      'RESEARCHER',
    ]);
    expect(band).not.toContain('Researchers');
    expect(list).toContain('Service providers, Researchers</dd>');
  });

  it('an entry page has each section under a readable heading, and a list of sections', () => {
    const headings = [...page.matchAll(/<h2 id="([\w]+)-h">\s*<span>([^<]*)/g)].map(([, id, text]) => `${id}: ${text}`);
    expect(headings).toEqual([
      'body: What it says',
      'digital: Online services and their use',
      'claims: Statements and the figures behind them',
      'topics: Topics',
      'supersededBy: Replaced by',
      'sources: Sources',
      'about: About this page',
    ]);
    for (const [, id] of page.matchAll(/href="#([\w]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  it('an entry page starts with a link to a newer entry, and has the caveat in the first section', () => {
    expect(page).toMatch(/id="body"[\s\S]*Read with care<\/h3>\s*<p>The day was not found.[\s\S]*id="digital"/);
    expect(page.indexOf('There is a newer version:')).toBeLessThan(page.indexOf('id="body"'));
    expect(page).toMatch(/There is a newer version: <a href="\/leaflet\/newer">Newer<\/a>/);
  });

  it('an entry page shows pairs of enums as a matrix, and for an outdated claim the current figure', () => {
    expect(page).toMatch(/<th scope="row">Social media<\/th>\s*<td><span class="dot" role="img" aria-label="yes">/);
    expect(page).toMatch(/<td class="n" data-l="Figure now">430\s+cases<\/td>/);
    expect(page).toContain('<span class="old">Out of date</span>');
  });

  it('an entry page shows a collapsed quotation in its language, and whether a copy was read', () => {
    const [first] = ENTRY.citations;
    const cited = (part: object) => pageOf({ citations: [{ ...first!, ...part }] });
    expect(page).not.toContain('<details class="quote');
    expect(page).toContain('<small class="soft">· Original or copy: not recorded</small>');
    expect(cited({ readIn: 'ORIGINAL' })).toContain('<small class="soft">· Read at the publisher</small>');
    const copied = cited({
      quote: 'Neuf <b>cas</b>.',
      quoteLanguage: 'fr',
      readIn: 'COPY',
      copy: 'https://a.example/x',
    });
    expect(copied).toMatch(
      /<summary>Quotation · Read in a copy<\/summary>\s*<blockquote><span\s+lang="fr">Neuf &lt;b&gt;cas/,
    );
    expect(copied).toContain('<a href="https://a.example/x" rel="noreferrer">a.example</a>');
    expect(copied).toContain('<small class="paper-only">Read in a copy</small>');
    const original = cited({ quote: 'Nine cases.', quoteLanguage: 'en', readIn: 'ORIGINAL' });
    expect(original).toMatch(
      /<summary>Quotation · Read at the publisher<\/summary>\s*<blockquote><span\s*>Nine cases\./,
    );
  });

  it('an entry page says when its facts were last checked, and whether a review is overdue', () => {
    const current = pageOf({ checkedOn: '2024-03-01', reviewBy: '9998-12-31' });
    expect(current).toMatch(/Last checked\s+<time datetime="2024-03-01">1 March 2024<\/time> · next review by/);
    expect(current).not.toContain('were due for review');
    expect(pageOf({ checkedOn: null })).toMatch(/Last checked\s+not recorded/);
    expect(pageOf({ reviewBy: '2020-05' })).toContain('The facts on this page were due for review by May 2020.');
  });

  it('an entry page has no empty section', () => {
    expect(pageOf({ claims: [], digital: [], citations: [] })).not.toMatch(/id="(claims|digital|sources)"/);
  });

  it('an entry page marks each text in a fallback language, with a notice and in the language switch', () => {
    const translation = { locale: 'fr', isReviewed: true, stale: [], missing: ['body', 'note'], fellBackTo: 'en' };
    const french = pageOf({ translation }, 'fr');
    expect(french).toContain('<html lang="fr">');
    expect(french).toMatch(/<div class="prose"\s+lang="en">/);
    expect(french).toContain(
      '<span lang="en">The day was not found.</span> <span class="la" title="anglais">en</span>',
    );
    expect(french).toContain('Certaines parties de cette page');
    expect(french).toContain('href="/fr/topic/osint"');
    expect(page).not.toContain('class="la"');
    expect(page).toContain('>Français<small>traduction partielle</small>');
    expect(page).toContain('Deutsch<small>noch nicht übersetzt</small>');
  });

  it('an entry page marks a translation that has not been reviewed', () => {
    const translation = { locale: 'fr', isReviewed: false, stale: [], ...COMPLETE_TRANSLATION };
    expect(pageOf({ translation }, 'fr')).toContain('n’a pas été relue');
  });

  it('an entry page escapes hostile texts everywhere, and links only to http and https URLs', () => {
    const attack = '"><script>alert(1)</script>';
    const attackedPage = pageOf({
      title: attack,
      summary: attack,
      body: attack,
      note: attack,
      url: 'javascript:alert(1)',
    });
    expect(attackedPage).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(attackedPage).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(attackedPage).not.toContain('href="javascript');
    expect(page).toContain('The &lt;b&gt;news&lt;/b&gt;');
  });
});

it.each(model.kinds.map((kind) => kind.name))('the query for the page of a %s is valid', (name) => {
  const contract = buildSchema(readFileSync('schema.graphql', 'utf8'));
  expect(validate(contract, parse(entryQuery(model, model.kind(name)), { maxTokens: 1000 }))).toEqual([]);
});
