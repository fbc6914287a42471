import type { Kind } from '../../model/model.js';

const OTHER_PAGE_NAMES = ['search', 'changes', 'q'];

/** Returns a path such as `/COUNTRY/IT/` in its correct spelling. Null if it is correct, or its start unknown. */
export function canonicalPath(
  path: string,
  kinds: readonly Kind[],
  locales: readonly string[],
): { locale: string | null; path: string } | null {
  const [firstSegment = '', ...otherSegments] = path.split('/').filter((part) => part !== '');
  const locale = locales.find((locale) => locale === firstSegment.toLowerCase()) ?? null;
  const [folder, ...segmentsAfterFolder] = locale === null ? [firstSegment, ...otherSegments] : otherSegments;
  const names = [...kinds.flatMap(({ singular, plural }) => [singular, plural]), ...OTHER_PAGE_NAMES];
  const name = names.find((name) => name.toLowerCase() === folder?.toLowerCase());
  if (name === undefined && (folder !== undefined || locale === null)) return null;
  const pathSegments = name === undefined ? [] : [name, ...segmentsAfterFolder.map((part) => part.toLowerCase())];
  const correctPath = `/${pathSegments.join('/')}`;
  return locale === null && correctPath === path ? null : { locale, path: correctPath };
}
