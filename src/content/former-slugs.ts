import { folderKey, kindKey } from '../model/entry-key.js';
import type { Model } from '../model/model.js';
import { linkedKeys } from '../model/links.js';
import { withLink } from '../records/relink.js';
import type { StoredEntry } from '../store/entries.js';
import type { ContentRecord } from './content-record.js';

/**
 * Replaces former slugs of records in links. Reports a former slug that another record has or had.
 * @param unfollowed records whose former slugs are not replaced in links
 */
export function followFormerSlugs(
  model: Model,
  records: readonly ContentRecord[],
  unfollowed: ReadonlySet<ContentRecord>,
): ContentRecord[] {
  const moves = collectMoves(records, unfollowed);
  if (moves.size === 0) return [...records];
  const follow = (each: ContentRecord): ContentRecord => {
    let { record } = each;
    for (const key of linkedKeys(model, each.kind, record)) {
      const to = moves.get(kindKey(key));
      if (to !== undefined) record = withLink(model, each.kind, record, key, to) ?? record;
    }
    return { ...each, record, ...(each.draft && { draft: follow(each.draft) }) };
  };
  return records.map(follow);
}

/** Returns the current slugs by kind and former slug. */
function collectMoves(
  records: readonly ContentRecord[],
  unfollowed: ReadonlySet<ContentRecord>,
): ReadonlyMap<string, string> {
  const present = new Set(records.map(({ kind, slug }) => kindKey({ kind: kind.name, slug })));
  const moves = new Map<string, string>();
  for (const record of records) {
    const { kind, slug, formerly = [], report } = record;
    formerly.forEach((former, at) => {
      if (former === slug) return;
      const key = kindKey({ kind: kind.name, slug: former });
      const other = present.has(key) ? former : moves.get(key);
      if (other === undefined) moves.set(key, unfollowed.has(record) ? former : slug);
      else {
        const tip = `remove it here, or remove ${folderKey(kind, other)}.yaml`;
        report.add('CODE_TAKEN', ['formerly', at], `"${former}" is ${folderKey(kind, other)}`, tip);
      }
    });
  }
  return moves;
}

/** Returns the former slugs of an entry: those in the database, then those only in files. */
export function formerSlugs(existing: ContentRecord, { slug, formerly }: StoredEntry): string[] {
  const added = (existing.formerly ?? []).filter((each) => each !== slug);
  return [...new Set([...formerly, ...added])];
}

/** Whether the files already list the former slugs of an entry. */
export function listsFormerSlugs(existing: ContentRecord, entry: StoredEntry): boolean {
  return formerSlugs(existing, entry).join() === (existing.formerly ?? []).join();
}
