import type { KindModule } from '../records/kind-module.js';
import type { ComputedContext } from '../graphql/computed.js';
import type { Work } from '../series/citation.js';
import type { StoredEntry } from '../store/store.js';

/** A source is cited as what it is, not as a page about it. */
export const source: KindModule = { cited };

function cited(entry: StoredEntry, context: ComputedContext): Work {
  const { slug, record } = entry;
  const text = (name: string) => (record[name] as string | null | undefined) ?? null;
  return {
    key: slug,
    kind: text('url') === null ? 'DOCUMENT' : 'PAGE',
    title: context.text(record['title'], entry) ?? slug,
    author: text('publisher'),
    publisher: text('publisher'),
    issued: text('publishedOn'),
    accessed: text('retrievedOn'),
    version: null,
    container: null,
    url: text('url'),
    note: null,
  };
}
