import { localisedPagePath } from '../html/page-shell.js';

/** A page in the sitemap, by its path in the default locale. */
export interface SitemapPage {
  path: string;
  /** Time of the last change; null if unknown. */
  updatedAt: Date | null;
}

/** Maximum number of URLs in a sitemap file, as defined by the protocol. */
const MAX_URLS_PER_FILE = 50_000;
const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Returns the number of sitemap files that a number of pages needs, each page once per locale. */
export function countSitemapFiles(pageCount: number, localeCount: number): number {
  return Math.ceil(pageCount / pagesPerFile(localeCount));
}

/** Renders a sitemap file, by its 1-based number, with pages in all locales. */
export function sitemap(
  pages: readonly SitemapPage[],
  { origin, locales, file = 1 }: { origin: string; locales: readonly string[]; file?: number },
): string {
  const perFile = pagesPerFile(locales.length);
  // Paths and origins contain no special characters of XML.
  const urls = pages.slice((file - 1) * perFile, file * perFile).flatMap(({ path, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
    return locales.map((locale) => `<url><loc>${origin}${localisedPagePath({ locale }, path)}</loc>${changed}</url>`);
  });
  return xmlDocument('urlset', urls);
}

/** Renders the index of the sitemap files. */
export function sitemapIndex(fileCount: number, origin: string): string {
  const numbers = Array.from({ length: fileCount }, (_, index) => index + 1);
  return xmlDocument(
    'sitemapindex',
    numbers.map((number) => `<sitemap><loc>${origin}/sitemap/${number}.xml</loc></sitemap>`),
  );
}

/** Renders `robots.txt`, which excludes search results and paths that are not pages, and names the sitemap. */
export function robotsTxt({ origin, locales }: { origin: string; locales: readonly string[] }): string {
  const disallowed = [...locales.map((locale) => localisedPagePath({ locale }, '/search')), '/graphql', '/preview/'];
  const lines = ['User-agent: *', ...disallowed.map((path) => `Disallow: ${path}`)];
  if (origin !== '') lines.push('', `Sitemap: ${origin}/sitemap.xml`);
  return `${lines.join('\n')}\n`;
}

function xmlDocument(name: string, lines: readonly string[]): string {
  return `${XML_DECLARATION}<${name} xmlns="${SITEMAP_NAMESPACE}">\n${lines.join('\n')}\n</${name}>\n`;
}

function pagesPerFile(localeCount: number): number {
  return Math.floor(MAX_URLS_PER_FILE / localeCount);
}
