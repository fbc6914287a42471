import type { Kind, Model } from './model.js';

export interface EntryKey {
  kind: string;
  slug: string;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG = 100;

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text);
}

/** The key of an entry in links to interfaces, content files and search: `topics/money`. */
export function folderKey({ folder }: { folder: string }, slug: string): string {
  return `${folder}/${slug}`;
}

/** The path of an entry's page: `/topic/money`. */
export function pagePath({ singular }: { singular: string }, slug: string): string {
  return `/${singular}/${slug}`;
}

/** The inverse of `folderKey`; without a slash, the folder is empty. */
export function splitKey(key: string): { folder: string; slug: string } {
  const slash = key.indexOf('/');
  return { folder: key.slice(0, Math.max(slash, 0)), slug: key.slice(slash + 1) };
}

interface Named {
  slug: string;
  formerly: readonly string[];
}

/** The first slug of an entry, its permanent id. */
export function firstSlug({ slug, formerly }: Named): string {
  return formerly[0] ?? slug;
}

/** Former slugs before another one, oldest first; the new one only where it is also the first. */
export function slugsBefore({ slug, formerly }: Named, to: string): string[] {
  if (to === slug) return [...formerly];
  const all = [...new Set([...formerly, slug])];
  return all.filter((each, at) => at === 0 || each !== to);
}

/** The kind and slug of a `folder/slug`; null for an unknown folder. */
export function readKey(model: Pick<Model, 'kindOfFolder'>, key: string): { kind: Kind; slug: string } | null {
  const { folder, slug } = splitKey(key);
  const kind = model.kindOfFolder(folder);
  return kind ? { kind, slug } : null;
}

/** The key of an entry by type name, as in the log: `Topic/money`. */
export function kindKey({ kind, slug }: EntryKey): string {
  return `${kind}/${slug}`;
}

/** The key of a revision: `Topic/money/3`. */
export function revisionKey({ kind, slug, revision }: EntryKey & { revision: number }): string {
  return `${kind}/${slug}/${revision}`;
}

export function readRevisionKey(key: string): EntryKey & { revision: number } {
  const [kind, slug, revision] = key.split('/') as [string, string, string];
  return { kind, slug, revision: Number(revision) };
}
