import { folderKey, kindKey, redirectsToOtherKind } from '../model/entry-key.js';
import type { Kind, Model } from '../model/model.js';
import { linkTargetKeys } from '../model/links.js';
import type { ProblemPath } from '../records/problem.js';
import { replaceLinkTarget } from '../records/replace-links.js';
import type { StoredEntry } from '../store/entries.js';
import type { ContentRecord } from './content-record.js';

/** Replaces former slugs in links, except those of `unseededRenames`. Reports those that another record now has. */
export function replaceFormerSlugs(
  model: Model,
  records: readonly ContentRecord[],
  unseededRenames: ReadonlySet<ContentRecord>,
): ContentRecord[] {
  const moves = collectMoves(model, records, unseededRenames);
  if (moves.size === 0) return [...records];
  const followMoves = (contentRecord: ContentRecord): ContentRecord => {
    let { record } = contentRecord;
    for (const key of linkTargetKeys(model, contentRecord.kind, record)) {
      const target = moves.get(kindKey(key));
      if (target !== undefined)
        record = replaceLinkTarget(model, contentRecord.kind, record, key, target.slug, target.kind.name) ?? record;
    }
    return { ...contentRecord, record, ...(contentRecord.draft && { draft: followMoves(contentRecord.draft) }) };
  };
  return records.map(followMoves);
}

interface KindAndSlug {
  kind: Kind;
  slug: string;
}

/** Maps each former kind and slug to the current ones. Those of `unseededRenames` map to themselves. */
function collectMoves(
  model: Model,
  records: readonly ContentRecord[],
  unseededRenames: ReadonlySet<ContentRecord>,
): ReadonlyMap<string, KindAndSlug> {
  const recordsByKey = new Map(
    records.map((record) => [kindKey({ kind: record.kind.name, slug: record.slug }), record]),
  );
  const moves = new Map<string, KindAndSlug>();
  for (const record of records) {
    const { kind, slug, formerly = [], absorbs = [], report } = record;
    const move = (former: KindAndSlug, to: KindAndSlug, path: ProblemPath) => {
      const key = kindKey({ kind: former.kind.name, slug: former.slug });
      const other = recordsByKey.get(key) ?? moves.get(key);
      if (other === undefined) moves.set(key, unseededRenames.has(record) ? former : to);
      else {
        const tip = `remove it here, or remove ${folderKey(other.kind, other.slug)}.yaml`;
        report.add('CODE_TAKEN', path, `"${former.slug}" is ${folderKey(other.kind, other.slug)}`, tip);
      }
    };
    formerly.forEach((former, index) => {
      if (former !== slug) move({ kind, slug: former }, record, ['formerly', index]);
    });
    for (const other of absorbs) move({ kind: model.kind(other.kind), slug: other.slug }, record, ['formerly']);
  }
  return moves;
}

/** Returns the list for the field `formerly` of a file: all former slugs, then the absorbed entries of other kinds. */
export function formerlyFieldValue(model: Model, existing: ContentRecord, { slug, formerly }: StoredEntry): string[] {
  const all = [...new Set([...formerly, ...listedFormerSlugs(model, existing).filter((each) => each !== slug)])];
  return [...all.filter((each) => !redirectsToOtherKind(each)), ...all.filter(redirectsToOtherKind)];
}

/** Whether files already list the former slugs of an entry. */
export function listsFormerSlugs(model: Model, existing: ContentRecord, entry: StoredEntry): boolean {
  return formerlyFieldValue(model, existing, entry).join() === listedFormerSlugs(model, existing).join();
}

function listedFormerSlugs(model: Model, { formerly = [], absorbs = [] }: ContentRecord): string[] {
  return [...formerly, ...absorbs.map(({ kind, slug }) => folderKey(model.kind(kind), slug))];
}
