import type { Document } from 'mongodb';
import type { EntryDocument } from '../documents/entry-document.js';
import { linkName } from '../documents/kind-plan.js';
import type { Match } from '../documents/match.js';
import { all, asDocument } from '../documents/match.js';
import { unwindLinks, TARGET_PATH } from '../filters/link-parts.js';

/** The link by which entries are listed for each target. */
export interface ParentLink {
  /** The path of the link, as in `members`, `country`. */
  path: readonly string[];
  /** The stored values of the link to the parents. */
  values: readonly string[];
}

export interface ParentRow {
  _id: string;
  rows: EntryDocument[];
  total: number;
}

export function linksTo({ path, values }: ParentLink): Document {
  return { [`links.${linkName(path)}`]: values.length === 1 ? values[0] : { $in: [...values] } };
}

/**
 * Stages that keep entries whose link to a parent matches a condition, once for each parent; and the resulting path of
 * the parents.
 *
 * @param link a condition of a filter; true for any link
 */
export function byLinks({ path, values }: ParentLink, link: Match): { stages: Document[]; parent: string } {
  if (link === true) return { stages: [], parent: `$links.${linkName(path)}` };
  return {
    stages: [
      ...unwindLinks(path),
      { $match: asDocument(all([{ [TARGET_PATH]: { $in: [...values] } }, link])) },
      { $group: { _id: { entry: '$_id', target: `$${TARGET_PATH}` }, entry: { $first: '$$ROOT' } } },
      { $replaceRoot: { newRoot: '$entry' } },
    ],
    parent: `$${TARGET_PATH}`,
  };
}

/** Stages that return the first entries of each parent and, where wanted, the count. */
export function byParent(
  values: readonly string[],
  size: number,
  sort: Document,
  want: { nodes: boolean; total: boolean },
): Document[] {
  return [
    { $unwind: '$parent' },
    { $match: { parent: { $in: [...values] } } },
    {
      $group: {
        _id: '$parent',
        ...(want.nodes && { rows: { $topN: { n: size + 1, sortBy: sort, output: '$$ROOT' } } }),
        ...(want.total && { total: { $sum: 1 } }),
      },
    },
  ];
}
