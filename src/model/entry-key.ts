import type { Kind, Model } from './model.js';

export interface EntryKey {
  kind: string;
  slug: string;
}

const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG_LENGTH = 100;

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG_PATTERN.test(text);
}

/** Returns the folder key of an entry, as in links to interfaces, content files and search: `topics/money`. */
export function folderKey({ folder }: { folder: string }, slug: string): string {
  return `${folder}/${slug}`;
}

/** Returns the path of an entry's page: `/topic/money`. */
export function pagePath({ singular }: { singular: string }, slug: string): string {
  return `/${singular}/${slug}`;
}

/** Returns the path of the page that shows an entry: its own, or another such as `/q/eurojust-cases`. */
export function publicPath(kind: Pick<Kind, 'singular' | 'page'>, slug: string): string {
  return kind.page === null ? pagePath(kind, slug) : `${kind.page}/${slug}`;
}

/** Splits a key such as `topics/money`. Without a slash, the folder is empty. */
export function splitKey(key: string): { folder: string; slug: string } {
  const slash = key.indexOf('/');
  return { folder: key.slice(0, Math.max(slash, 0)), slug: key.slice(slash + 1) };
}

interface SlugHistory {
  slug: string;
  formerly: readonly string[];
}

/** Returns the first slug of an entry, from which its permanent ID is derived. */
export function firstSlug({ slug, formerly }: SlugHistory): string {
  return formerly[0] ?? slug;
}

/** Returns the former slugs after a rename, oldest first. Includes the new slug only if it is also the first one. */
export function formerSlugsAfterRename({ slug, formerly }: SlugHistory, newSlug: string): string[] {
  if (newSlug === slug) return [...formerly];
  const allSlugs = [...new Set([...formerly, slug])];
  return allSlugs.filter((name, index) => index === 0 || name !== newSlug);
}

/** Parses `folder/slug` to a kind and slug; null for an unknown folder. */
export function parseFolderKey(model: Pick<Model, 'kindOfFolder'>, key: string): { kind: Kind; slug: string } | null {
  const { folder, slug } = splitKey(key);
  const kind = model.kindOfFolder(folder);
  return kind ? { kind, slug } : null;
}

/** Parses the target of a redirect: a slug of the same kind, or a `folder/slug` of another kind. */
export function redirectTarget(model: Pick<Model, 'kind' | 'kindOfFolder'>, kind: string, movedTo: string): EntryKey {
  const otherKindTarget = redirectsToOtherKind(movedTo) ? parseFolderKey(model, movedTo) : null;
  return otherKindTarget ? { kind: otherKindTarget.kind.name, slug: otherKindTarget.slug } : { kind, slug: movedTo };
}

/** Whether the target of a redirect is an entry of another kind. */
export function redirectsToOtherKind(movedTo: string | null): movedTo is string {
  return movedTo !== null && movedTo.includes('/');
}

/** Returns the `folder/slug` of the target of a redirect. */
export function redirectKey(kind: { folder: string }, movedTo: string): string {
  return redirectsToOtherKind(movedTo) ? movedTo : folderKey(kind, movedTo);
}

/** Returns the kind key of an entry, as in the log: `Topic/money`. */
export function kindKey({ kind, slug }: EntryKey): string {
  return `${kind}/${slug}`;
}

/** Returns the key of a revision: `Topic/money/3`. */
export function revisionKey({ kind, slug, revision }: EntryKey & { revision: number }): string {
  return `${kind}/${slug}/${revision}`;
}

export function parseRevisionKey(key: string): EntryKey & { revision: number } {
  const [kind, slug, revision] = key.split('/') as [string, string, string];
  return { kind, slug, revision: Number(revision) };
}
