import { folderKey } from '../model/entry-key.js';
import type { Field, Model } from '../model/model.js';
import { storedValues } from '../model/stored-values.js';
import { formatPath } from '../records/problem.js';
import type { EntryRecord } from '../store/entries.js';
import type { Store } from '../store/store.js';

const MARKDOWN_LINK_URL = /\]\((https?:\/\/[^\s)]+)/g;

/** Returns all URLs in published entries, with the places that contain them, as `leaflets/slug: editions[0].url`. */
export async function collectUrls({
  store,
  model,
}: {
  store: Pick<Store, 'entries'>;
  model: Model;
}): Promise<Map<string, string[]>> {
  const placesByUrl = new Map<string, string[]>();
  for (const kind of model.kinds) {
    for await (const { slug, record } of store.entries.published(kind.name, null)) {
      for (const { field, value, path } of storedValues(model, kind, record)) {
        const place = `${folderKey(kind, slug)}: ${formatPath(path)}`;
        for (const url of findUrls(field, value)) placesByUrl.set(url, [...(placesByUrl.get(url) ?? []), place]);
      }
    }
  }
  return placesByUrl;
}

function findUrls(field: Field, value: unknown): string[] {
  if (field.type === 'URL') return [String(value)];
  if (field.type !== 'Markdown') return [];
  const texts = field.localised ? Object.values(value as EntryRecord) : [value];
  return texts.flatMap((text) => [...String(text).matchAll(MARKDOWN_LINK_URL)]).map(([, url]) => url!);
}
