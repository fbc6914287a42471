import { splitKey } from '../model/entry-key.js';
import { type Kind, type Model, type Shape, storedFields } from '../model/model.js';
import { PUBLIC_VIEW } from '../model/visibility.js';
import type { EntryRecord } from '../store/entries.js';
import type { Store, UnknownKind } from '../store/store.js';

const MAX_NAMED = 5;

/** Collects published entries that lack required fields, by kind and path. */
export class MissingFieldCollector {
  private readonly slugs = new Map<string, string[]>();

  constructor(private readonly model: Model) {}

  add(kind: Kind, slug: string, record: EntryRecord): void {
    for (const path of missingPaths(this.model, kind, record)) {
      const folderAndPath = `${kind.folder} ${path}`;
      this.slugs.set(folderAndPath, [...(this.slugs.get(folderAndPath) ?? []), slug]);
    }
  }

  /** Returns one line per missing field, with advice. */
  lines(): string[] {
    return [...this.slugs].map(([place, slugs]) => {
      const [folder, path] = place.split(' ') as [string, string];
      const slugList = slugs.slice(0, MAX_NAMED).join(', ') + (slugs.length > MAX_NAMED ? ', …' : '');
      return (
        `${slugs.length} of ${folder} lack "${path}", which is now required (${slugList}); ` +
        `write it in seed/${folder}/ and seed, or remove the "!" in schema/ until then`
      );
    });
  }
}

/** Returns the distinct paths of required values that a record lacks. List items are written `[]`. */
function missingPaths(model: Model, kind: Kind, record: EntryRecord): string[] {
  return [...new Set(missingIn(model, kind, record, ''))];
}

function missingIn(model: Model, shape: Shape, record: EntryRecord, parentPath: string): string[] {
  return storedFields(shape).flatMap((field) => {
    const value = record[field.name] ?? null;
    const path = `${parentPath}${field.name}`;
    // Absent lists count as empty.
    if (field.nonEmpty && ((value ?? []) as unknown[]).length === 0) return [path];
    if (value === null) return field.required && !field.list ? [path] : [];
    if (field.category !== 'object') return [];
    const inner = model.shape(field.type);
    return Array.isArray(value)
      ? value.flatMap((item) => missingIn(model, inner, item as EntryRecord, `${path}[].`))
      : missingIn(model, inner, value as EntryRecord, `${path}.`);
  });
}

/** Returns a line, with advice, for each kind that is in the database but no longer in the schema. */
export async function describeUnknownKinds(store: Pick<Store, 'unknownKinds'>): Promise<string[]> {
  const found = await store.unknownKinds();
  return found.filter(({ entries, folderOwner }) => entries > 0 || folderOwner !== null).map(writeLine);
}

function writeLine({ kind, folder, folderOwner, entries }: UnknownKind): string {
  const value = `${entries} of ${kind} are in the database, in the folder "${folder}"`;
  if (folderOwner !== null) {
    return `${value}, which is now the folder of ${folderOwner} in schema/; use another folder for ${folderOwner} and move the files there, or rename it back to ${kind}`;
  }
  return `${value}, and schema/ has no such kind: they are stored but not served; restore ${kind}, or if it was renamed, move the files of seed/${folder}/ to the folder of its new name and seed`;
}

/** Returns warnings about removed kinds, and about entries outside the content folder that lack required fields. */
export async function listSchemaWarnings(
  model: Model,
  store: Pick<Store, 'entries' | 'unknownKinds'>,
  otherEntries: readonly string[],
): Promise<string[]> {
  const missingFields = new MissingFieldCollector(model);
  for (const kind of model.kinds) {
    const slugs = otherEntries.filter((name) => name.startsWith(`${kind.folder}/`)).map((name) => splitKey(name).slug);
    const entries = slugs.length === 0 ? [] : await store.entries.bySlug(kind.name, slugs, null, PUBLIC_VIEW);
    for (const entry of entries) if (entry?.status === 'PUBLISHED') missingFields.add(kind, entry.slug, entry.record);
  }
  return [...(await describeUnknownKinds(store)), ...missingFields.lines()];
}
