import type { Kind } from '../../model/model.js';

const OTHER_PAGES = ['search', 'changes', 'q'];

/** Returns a path such as `/COUNTRY/IT/` in its correct spelling. Null if it is correct, or its start unknown. */
export function canonicalPath(
  path: string,
  kinds: readonly Kind[],
  locales: readonly string[],
): { locale: string | null; path: string } | null {
  const [first = '', ...otherSegments] = path.split('/').filter((part) => part !== '');
  const locale = locales.find((locale) => locale === first.toLowerCase()) ?? null;
  const [folder, ...segmentsAfterFolder] = locale === null ? [first, ...otherSegments] : otherSegments;
  const names = [...kinds.flatMap(({ singular, plural }) => [singular, plural]), ...OTHER_PAGES];
  const name = names.find((name) => name.toLowerCase() === folder?.toLowerCase());
  if (name === undefined && (folder !== undefined || locale === null)) return null;
  const pathSegments = name === undefined ? [] : [name, ...segmentsAfterFolder.map((part) => part.toLowerCase())];
  const canonical = `/${pathSegments.join('/')}`;
  return locale === null && canonical === path ? null : { locale, path: canonical };
}
