import { describe, expect, it } from '@jest/globals';
import { countSitemapFiles, type SitemapPage, robotsTxt, sitemap, sitemapIndex } from '../../src/pages/sitemap.js';

const origin = 'https://signpost.example.org';

describe('sitemap', () => {
  it('the sitemap has each page once per locale, with the time of its last change if known', () => {
    const pages = [
      { path: '/', updatedAt: null },
      { path: '/topic/osint', updatedAt: new Date('2024-11-23T10:00:00Z') },
    ];
    const text = sitemap(pages, { origin, locales: ['en', 'fr'] });
    expect([...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)).toEqual([
      'https://signpost.example.org/',
      'https://signpost.example.org/fr',
      'https://signpost.example.org/topic/osint',
      'https://signpost.example.org/fr/topic/osint',
    ]);
    expect(text.match(/<lastmod>2024-11-23T10:00:00.000Z<\/lastmod>/g)).toHaveLength(2);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www.sitemaps.org/);
  });

  it('the sitemap is split into files below the size limit, without losing a page', () => {
    const pages = Array.from({ length: 25_001 }, (_, index): SitemapPage => ({
      path: `/topic/t-${index}`,
      updatedAt: null,
    }));
    const locales = ['en', 'fr'];
    expect([countSitemapFiles(25_000, 2), countSitemapFiles(25_001, 2)]).toEqual([1, 2]);
    const addresses = (file: number) => sitemap(pages, { origin, locales, file }).match(/<loc>/g)!.length;
    expect([addresses(1), addresses(2)]).toEqual([50_000, 2]);
    expect(sitemapIndex(2, origin).match(/<loc>[^<]*<\/loc>/g)).toEqual([
      '<loc>https://signpost.example.org/sitemap/1.xml</loc>',
      '<loc>https://signpost.example.org/sitemap/2.xml</loc>',
    ]);
  });

  it('robots.txt links the sitemap if the public URL is configured', () => {
    expect(robotsTxt({ origin, locales: ['en', 'fr'] })).toBe(`User-agent: *
Disallow: /search
Disallow: /fr/search
Disallow: /graphql
Disallow: /preview/

Sitemap: https://signpost.example.org/sitemap.xml
`);
    expect(robotsTxt({ origin: '', locales: ['en'] })).not.toContain('Sitemap');
  });
});
