import { type EntryKey, folderKey, kindKey, parseFolderKey } from './entry-key.js';
import { type Field, findField, type Inverse, type Kind, linkPaths, type Model, type Shape } from './model.js';
import { valuesAt } from './record-path.js';

/** Parses a link value: a slug, or `folder/slug` for an interface. Null for an unknown folder. */
export function parseLinkValue(model: Model, { link }: Field, value: string): { kind: Kind; slug: string } | null {
  const { target, toInterface } = link!;
  return toInterface ? parseFolderKey(model, value) : { kind: model.kind(target), slug: value };
}

/** Returns the value of a link to an entry: its slug, or `folder/slug` for a link to an interface. */
export function linkValue({ link }: Field, kind: { folder: string }, slug: string): string {
  return link!.toInterface ? folderKey(kind, slug) : slug;
}

/** Returns the embedded type that contains the links of an inverse; null if there is none or it is not filterable. */
export function filterableLinkContainer(model: Model, { via, origins }: Inverse): Shape | null {
  if (via === null) return null;
  let shape: Shape = model.kind(origins[0]!.kind);
  for (const name of origins[0]!.path) {
    const field = findField(shape, name)!;
    if (!field.filter) return null;
    if (field.category === 'object') shape = model.shape(field.type);
  }
  return shape;
}

/** A link in a record: the path of its field, and its target. */
export interface RecordLink {
  path: readonly Field[];
  kind: Kind;
  slug: string;
}

/** Yields all links of a record, at any depth, in field order. */
export function* linksIn(model: Model, shape: Shape, record: unknown): Generator<RecordLink, void, undefined> {
  for (const { path, field } of linkPaths(model, shape)) {
    const names = path.map(({ name }) => name);
    for (const value of valuesAt(record, names)) {
      // Values of submitted records can have any type; only texts can be links.
      const target = typeof value === 'string' ? parseLinkValue(model, field, value) : null;
      if (target) yield { path, ...target };
    }
  }
}

/** Returns the distinct link targets of a record. */
export function linkTargetKeys(model: Model, shape: Shape, record: unknown): EntryKey[] {
  const keys = [...linksIn(model, shape, record)].map(({ kind, slug }) => ({ kind: kind.name, slug }));
  return [...new Map(keys.map((key) => [kindKey(key), key])).values()];
}
