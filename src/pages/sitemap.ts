import { pathFrom } from '../html/shell.js';

/** A page that is to be found, by its path in the first language. */
export interface ListedPage {
  path: string;
  /** When what it shows was changed last; null where that is not said. */
  updatedAt: Date | null;
}

/** Addresses that one file of a sitemap may have. */
const MOST_ADDRESSES = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Into how many files the addresses of some pages go, each page once for each language. */
export function sitemapFiles(pages: number, languages: number): number {
  return Math.ceil(pages / pagesOfFile(languages));
}

/** One file of a sitemap: pages in every language. @param file counted from 1 */
export function sitemap(
  pages: readonly ListedPage[],
  { origin, locales, file = 1 }: { origin: string; locales: readonly string[]; file?: number },
): string {
  const size = pagesOfFile(locales.length);
  // Paths and origins have no character that XML would read as its own.
  const urls = pages.slice((file - 1) * size, file * size).flatMap(({ path, updatedAt }) => {
    const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
    return locales.map((locale) => `<url><loc>${origin}${pathFrom({ locale }, path)}</loc>${changed}</url>`);
  });
  return written('urlset', urls);
}

/** The index of the files of a sitemap that one file has no room for. */
export function sitemapIndex(files: number, origin: string): string {
  const numbers = Array.from({ length: files }, (_, at) => at + 1);
  return written(
    'sitemapindex',
    numbers.map((each) => `<sitemap><loc>${origin}/sitemap/${each}.xml</loc></sitemap>`),
  );
}

/** What is told to those who index the web: not what a form asks for, nor what is no page; and where the pages are listed. */
export function robots({ origin, locales }: { origin: string; locales: readonly string[] }): string {
  const hidden = [...locales.map((locale) => pathFrom({ locale }, '/search')), '/graphql', '/preview/'];
  const lines = ['User-agent: *', ...hidden.map((path) => `Disallow: ${path}`)];
  if (origin !== '') lines.push('', `Sitemap: ${origin}/sitemap.xml`);
  return `${lines.join('\n')}\n`;
}

function written(name: string, lines: readonly string[]): string {
  return `${HEAD}<${name} xmlns="${NAMESPACE}">\n${lines.join('\n')}\n</${name}>\n`;
}

function pagesOfFile(languages: number): number {
  return Math.floor(MOST_ADDRESSES / languages);
}
