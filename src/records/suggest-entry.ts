import type { LookupEntry, EntryLookup } from './entry-lookup.js';
import { nameKey } from './message-text.js';

/**
 * Returns the entry meant by a name, acronym, code or page URL; null if uncertain. Codes resemble each other, so
 * similar spelling is not considered.
 */
export function suggestEntry(nameText: string, kinds: readonly string[], lookup: EntryLookup): LookupEntry | null {
  const key = nameKey(nameText);
  const lookups: readonly ((kind: string) => LookupEntry | null | undefined)[] = [
    (kind) => lookup.find(kind, lastPathSegment(nameText)),
    (kind) => lookup.findByPublisherCode(kind, nameText),
    (kind) => lookup.find(kind, key),
    (kind) => lookup.findByName(kind, key),
  ];
  for (const lookUp of lookups) {
    const matches = new Set(kinds.flatMap((kind) => lookUp(kind) ?? []));
    if (matches.size > 0) return matches.size === 1 ? [...matches][0]! : null;
  }
  return null;
}

/** Extracts the slug from the end of a path, file name or URL. */
function lastPathSegment(written: string): string {
  const [path] = written.split(/[?#]/, 1) as [string];
  return path.slice(path.replace(/\/$/, '').lastIndexOf('/') + 1).replace(/\/$|\.(?:yaml|md)$/g, '');
}
