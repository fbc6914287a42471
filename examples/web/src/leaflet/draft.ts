import type { LeafletPatch, Locale } from '../gql/graphql';

/** A revision of a leaflet: what it holds, as it is saved, with texts in every language and slugs for links. */
export interface Draft {
  revision: number;
  record: unknown;
}

/** What a person changed: new texts by the path of their field, as in `title.fr`. An empty text empties the field. */
export type Edits = ReadonlyMap<string, string>;

/** The fields of the form. */
export const FIELDS: readonly Field[] = [
  { name: 'title', label: 'Title', isLocalised: true },
  { name: 'summary', label: 'Summary', isLocalised: true },
  { name: 'note', label: 'Note to the reader', isLocalised: true },
  { name: 'publishedOn', label: 'Published on', hint: 'as in 2024, 2024-06 or 2024-06-18' },
  { name: 'issuer', label: 'Published by', hint: 'the slug of an organisation' },
];

export interface Field {
  name: keyof LeafletPatch;
  label: string;
  hint?: string;
  isLocalised?: boolean;
}

/** Where the value of a field is in a record, as paths of errors and conflicts say it: `title.fr`, `issuer`. */
export function pathOf({ name, isLocalised }: Field, locale: Locale): string {
  return isLocalised ? `${name}.${locale}` : name;
}

/** The text at a path of a record; empty where there is none. */
export function textAt(record: unknown, path: string): string {
  let value = record;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return typeof value === 'string' ? value : '';
}

/** The edits with one more; without it where it says what was read. */
export function edited(edits: Edits, { record }: Draft, path: string, text: string): Edits {
  const next = new Map(edits);
  if (text === textAt(record, path)) next.delete(path);
  else next.set(path, text);
  return next;
}

/** The edits as the changes of a patch: the fields that were edited, and no other, so that all else stays as it is. */
export function changesOf(edits: Edits): LeafletPatch {
  const changes: Record<string, unknown> = {};
  for (const [path, text] of edits) {
    const [name, locale] = path.split('.') as [string, string?];
    const value = text.trim() || null;
    changes[name] = locale === undefined ? value : { ...(changes[name] as object), [locale]: value };
  }
  return changes;
}
