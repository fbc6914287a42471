import type { Kind, Model } from './model.js';

/** An entry by the type name of its kind and its slug. */
export interface EntryKey {
  kind: string;
  slug: string;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG = 100;

/** Returns whether a text is a slug. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && SLUG.test(text);
}

/** Names an entry as links to an interface, content files and search do: `topics/money`. */
export function folderKey({ folder }: { folder: string }, slug: string): string {
  return `${folder}/${slug}`;
}

/** The page of an entry, as a path on the server: `/topic/money`. */
export function pagePath({ singular }: { singular: string }, slug: string): string {
  return `/${singular}/${slug}`;
}

/** Splits what `folderKey` joined; the folder is empty where the text has no slash. */
export function splitKey(key: string): { folder: string; slug: string } {
  const slash = key.indexOf('/');
  return { folder: key.slice(0, Math.max(slash, 0)), slug: key.slice(slash + 1) };
}

/** An entry by the slugs that it has and had; see StoredEntry. */
interface Named {
  slug: string;
  formerly: readonly string[];
}

/** The slug that an entry was born with, by which it is identified for ever. */
export function birthSlug({ slug, formerly }: Named): string {
  return formerly[0] ?? slug;
}

/** The slugs that an entry had before another one, the oldest first; that one only where it is the first. */
export function slugsBefore({ slug, formerly }: Named, to: string): string[] {
  if (to === slug) return [...formerly];
  const all = [...new Set([...formerly, slug])];
  return all.filter((each, at) => at === 0 || each !== to);
}

/** Finds the kind that a `folder/slug` names; null where no kind has the folder. */
export function readKey(model: Pick<Model, 'kindOfFolder'>, key: string): { kind: Kind; slug: string } | null {
  const { folder, slug } = splitKey(key);
  const kind = model.kindOfFolder(folder);
  return kind ? { kind, slug } : null;
}

/** Names an entry where kinds go by their types, as in the log and in maps: `Topic/money`. */
export function kindKey({ kind, slug }: EntryKey): string {
  return `${kind}/${slug}`;
}

/** Names one revision of an entry: `Topic/money/3`. */
export function revisionKey({ kind, slug, revision }: EntryKey & { revision: number }): string {
  return `${kind}/${slug}/${revision}`;
}

/** Reads what `revisionKey` wrote. */
export function readRevisionKey(key: string): EntryKey & { revision: number } {
  const [kind, slug, revision] = key.split('/') as [string, string, string];
  return { kind, slug, revision: Number(revision) };
}
