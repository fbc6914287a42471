import type { Field, Model, Shape } from '../model/model.js';
import { linkPaths } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';

/** An entry that a record links to. */
export interface LinkKey {
  /** Type name of its kind. */
  kind: string;
  slug: string;
}

/** Every entry that a record links to, at any depth; an entry that is linked to more than once comes once. */
export function linkKeys(model: Model, shape: Shape, record: EntryRecord): LinkKey[] {
  const keys = new Map<string, LinkKey>();
  for (const { path, field } of linkPaths(model, shape)) {
    for (const written of valuesAt(path, record)) {
      const key = targetOf(model, field, written);
      keys.set(`${key.kind}/${key.slug}`, key);
    }
  }
  return [...keys.values()];
}

/** The entry that a link points to, by what is written: a slug, or `folder/slug` where the target is an interface. */
export function targetOf(model: Model, field: Field, written: string): LinkKey {
  const { target, toInterface } = field.link!;
  if (!toInterface) return { kind: target, slug: written };
  const [folder, slug] = written.split('/') as [string, string];
  return { kind: model.kindOfFolder(folder)!.name, slug };
}

function valuesAt(path: readonly Field[], record: EntryRecord): string[] {
  const [field, ...deeper] = path;
  const held = record[field!.name] ?? [];
  const items = (Array.isArray(held) ? held : [held]) as unknown[];
  return deeper.length === 0 ? (items as string[]) : items.flatMap((item) => valuesAt(deeper, item as EntryRecord));
}
