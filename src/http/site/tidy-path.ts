import type { Kind } from '../../model/model.js';

/** What the addresses of pages begin with beside the kinds of entries. */
const OTHERS = ['search', 'changes', 'q'];

/** An address of a page as pages write it. */
export interface TidyPath {
  /** The language that it names; null where it names none. */
  locale: string | null;
  path: string;
}

/**
 * Puts an address right that somebody typed or copied: in small letters and without a slash at its end, as in `/country/it`
 * for `/COUNTRY/IT/`. Null where it is so already, or begins with nothing that there is.
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
