import { folderKey } from '../model/entry-key.js';
import type { Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { Store } from '../store/store.js';

const IN_MARKDOWN = /\]\((https?:\/\/[^\s)]+)/g;

/** Returns all URLs in published entries, with their paths, such as `leaflets/slug: editions[0].url`. */
export async function collectUrls({
  store,
  model,
}: {
  store: Pick<Store, 'entries'>;
  model: Model;
}): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const kind of model.kinds) {
    for await (const { slug, record } of store.entries.published(kind.name, null)) {
      for (const { url, path } of urlsIn(model, kind, record)) {
        found.set(url, [...(found.get(url) ?? []), `${folderKey(kind, slug)}: ${path}`]);
      }
    }
  }
  return found;
}

function* urlsIn(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  parentPath = '',
): Generator<{ url: string; path: string }> {
  for (const field of storedFields(shape)) {
    const value = record[field.name];
    if (value === undefined || value === null) continue;
    const items = Array.isArray(value) ? (value as unknown[]) : [value];
    for (const [index, item] of items.entries()) {
      const path = `${parentPath}${field.name}${field.list ? `[${index}]` : ''}`;
      if (field.type === 'URL') yield { url: String(item), path };
      else if (field.nature === 'object')
        yield* urlsIn(model, model.shape(field.type), item as EntryRecord, `${path}.`);
      else if (field.type === 'Markdown') {
        const texts = field.localised ? Object.values(item as EntryRecord) : [item];
        for (const [, url] of texts.flatMap((text) => [...String(text).matchAll(IN_MARKDOWN)]))
          yield { url: url!, path };
      }
    }
  }
}
