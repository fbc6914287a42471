import type { KindModule } from '../records/kind-module.js';
import type { ComputedContext } from '../reading/computed-context.js';
import type { Work } from '../series/citation.js';
import type { EntryRecord, StoredEntry } from '../store/entries.js';

/** A source is cited as what it is, not as a page about it. */
export const source: KindModule = { cited };

function cited(entry: StoredEntry, context: ComputedContext): Work {
  const { slug, record } = entry;
  const text = (name: string) => (record[name] as string | null | undefined) ?? null;
  const copy = (record['readIn'] as EntryRecord | null | undefined) ?? null;
  return {
    key: slug,
    kind: text('url') === null ? 'DOCUMENT' : 'PAGE',
    title: context.text(record['title'], entry) ?? slug,
    author: text('publisher'),
    publisher: text('publisher'),
    issued: text('publishedOn'),
    accessed: text('retrievedOn') ?? (copy?.['retrievedOn'] as string | undefined) ?? null,
    version: [text('code'), text('edition')].filter((part) => part !== null).join(', ') || null,
    container: null,
    url: text('url'),
    note: copy === null ? null : readIn(copy),
  };
}

/** Where a copy was read, as in "Read in GitHub, one/tables, data/crossings.csv, version 6934b51 (https://…)". */
function readIn({ holder, file, commit, url }: EntryRecord): string {
  const where = [holder, file, commit && `version ${String(commit)}`].filter(Boolean).join(', ');
  return `Read in ${where}${url ? ` (${String(url)})` : ''}`;
}
