import { loadModel } from '../../src/model/load.js';
import type { EntryPageInput } from '../../src/pages/entry-page.js';
import { entryPage } from '../../src/pages/entry-page.js';
import { markdownHtml } from '../../src/html/markdown.js';

const model = loadModel('schema');

function leafletPage(change: Partial<EntryPageInput> = {}, record: Record<string, unknown> = {}): string {
  return entryPage({
    model,
    kind: model.kind('Leaflet'),
    entry: {
      slug: 'crossing-signs',
      revision: 3,
      originalLocale: 'en',
      updatedAt: new Date('2024-11-23T10:00:00Z'),
      record: {
        title: { en: 'Crossing signs', fr: 'Panneaux' },
        summary: { en: 'What to look for.' },
        body: { en: '# Start\n\nRead [the page](https://example.org/a?b=1&c=2).' },
        url: 'https://example.org/leaflet',
        issuer: 'eurojust',
        topics: ['osint', 'not-loaded'],
        countries: [],
        digital: [{ service: 'SOCIAL_MEDIA', use: 'ADVERTISING' }],
        publishedOn: '2024-11',
        claims: [
          { statement: { en: 'So many cases.' }, indicator: 'cases', area: 'groups/eu', period: '2023', value: 425 },
        ],
        citations: [{ source: 'the-news', locator: 'p. 3' }],
        ...record,
      },
    },
    locales: ['en'],
    linked: new Map([
      ['organisations/eurojust', { singular: 'organisation', slug: 'eurojust', title: 'Eurojust' }],
      ['topics/osint', { singular: 'topic', slug: 'osint', title: 'Open-source intelligence' }],
      ['groups/eu', { singular: 'group', slug: 'eu', title: 'European Union' }],
      ['sources/the-news', { singular: 'source', slug: 'the-news', title: 'The <b>news</b>' }],
    ]),
    linkedFrom: [],
    address: { origin: '', path: '/leaflet/crossing-signs', search: new URLSearchParams() },
    ...change,
  });
}

describe('the page of an entry', () => {
  const page = leafletPage();

  it('shows title, kind, texts and facts under readable names', () => {
    expect(page).toContain('<h1 lang="en">Crossing signs</h1>');
    expect(page).toMatch(/<p class="eyebrow"[^>]*>Leaflet<\/p>/);
    expect(page).toContain('<p>What to look for.</p>');
    expect(page).toMatch(/<dt title="[^"]+">Published on<\/dt>\s*<dd>2024-11<\/dd>/);
    expect(page).toMatch(/Revision 3,\s+<time datetime="2024-11-23T10:00:00.000Z">2024-11-23<\/time>/);
  });

  it('says of a translation that it was not reviewed, until it was', () => {
    const sentence = 'has not been reviewed';
    expect(page).not.toContain(sentence);
    expect(leafletPage({ locales: ['fr', 'en'] })).toContain(sentence);
    expect(leafletPage({ locales: ['fr', 'en'] }, { reviewedTranslations: ['fr'] })).not.toContain(sentence);
  });

  it('leaves out what the record does not have', () => {
    expect(page).not.toContain('Countries');
    expect(page).not.toContain('Editions');
  });

  it('links to other entries by their titles, those inside embedded objects and of several kinds included', () => {
    expect(page).toContain('<a href="/organisation/eurojust">Eurojust</a>');
    expect(page).toContain('<a href="/topic/osint">Open-source intelligence</a>');
    expect(page).toContain('<a href="/group/eu">European Union</a>');
    expect(page).toContain('<a href="/source/the-news">The &lt;b&gt;news&lt;/b&gt;</a>');
  });

  it('says nothing of a link whose target is not to be seen', () => {
    expect(page).not.toContain('not-loaded');
  });

  it('renders Markdown with headings below those of the page', () => {
    expect(page).toContain('<h3>Start</h3>');
    expect(page).toContain('<a href="https://example.org/a?b=1&amp;c=2">the page</a>');
  });

  it('writes enum values as words, with what they mean', () => {
    expect(page).toContain('<span title="Promoting crossings, prices and documents.">Advertising</span>');
  });

  it('takes the best language there is and marks the others', () => {
    const french = leafletPage({ locales: ['fr', 'en'] });
    expect(french).toContain('<html lang="fr">');
    expect(french).toContain('<h1 lang="fr">Panneaux</h1>');
    expect(french).toContain('<span lang="en">What to look for.</span>');
  });

  it('lists what links to it, and says how much more there is', () => {
    const told = leafletPage({
      linkedFrom: [
        { name: 'supersededBy', totalCount: 7, entries: [{ singular: 'leaflet', slug: 'newer', title: 'Newer' }] },
      ],
    });
    expect(told).toContain('<h2>Superseded by</h2>');
    expect(told).toContain('<a href="/leaflet/newer">Newer</a>');
    expect(told).toContain('and 6 more');
  });

  it('escapes hostile texts wherever they stand', () => {
    const attack = '"><script>alert(1)</script>';
    const told = leafletPage(
      {},
      { title: { en: attack }, summary: { en: attack }, body: { en: attack }, note: attack },
    );
    expect(told).not.toContain('<script');
    expect(told).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('does not make a link of an address that is not of the web', () => {
    expect(leafletPage({}, { url: 'javascript:alert(1)' })).not.toContain('href="javascript');
  });
});

describe('every kind', () => {
  it.each(model.kinds.map((kind) => kind.name))('%s has a page from the model alone', (name) => {
    const kind = model.kind(name);
    const page = leafletPage({ kind });
    expect(page).toContain('<h1 lang="en">Crossing signs</h1>');
  });
});

describe('Markdown', () => {
  it.each([
    ['[a](javascript:alert(1))', 'href'],
    ['[a](data:text/html,x)', 'href'],
    ['[a](//evil.example)', 'href'],
    ['[a](file:///etc/passwd)', 'href'],
    ['![a](https://example.org/a.png)', '<img'],
    ['<script>alert(1)</script>', '<script'],
    ['<a href="https://example.org" onclick="x()">a</a>', '<a'],
  ])('%s gives no %s', (markdown, forbidden) => {
    expect(markdownHtml(markdown).text).not.toContain(forbidden);
  });
});
