import type { Kind } from '../../model/model.js';

const OTHERS = ['search', 'changes', 'q'];

export interface TidyPath {
  locale: string | null;
  path: string;
}

/**
 * Corrects a typed address: lower case and no slash at its end, as in `/country/it` for `/COUNTRY/IT/`. Null where
 * nothing is to correct, or the first segment is unknown.
 */
export function tidyPath(path: string, kinds: readonly Kind[], locales: readonly string[]): TidyPath | null {
  const [first = '', ...others] = path.split('/').filter((part) => part !== '');
  const locale = locales.find((each) => each === first.toLowerCase()) ?? null;
  const [room, ...rest] = locale === null ? [first, ...others] : others;
  const names = [...kinds.flatMap(({ singular, plural }) => [singular, plural]), ...OTHERS];
  const name = names.find((each) => each.toLowerCase() === room?.toLowerCase());
  if (name === undefined && (room !== undefined || locale === null)) return null;
  const parts = name === undefined ? [] : [name, ...rest.map((part) => part.toLowerCase())];
  const tidy = `/${parts.join('/')}`;
  return locale === null && tidy === path ? null : { locale, path: tidy };
}
