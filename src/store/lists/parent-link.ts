import type { Document } from 'mongodb';
import type { EntryDocument } from '../documents/entry-document.js';
import { linkName } from '../documents/kind-plan.js';
import type { Match } from '../documents/match.js';
import { all, asDocument } from '../documents/match.js';
import { eachLink, TARGET } from '../filters/link-parts.js';

/** The link by which entries are found from their far ends, one list for each of these. */
export interface ParentLink {
  /** The way down to it, as in `members`, `country`. */
  path: readonly string[];
  /** What it holds where it leads to them. */
  values: readonly string[];
}

/** What one command tells of one parent. */
export interface ParentRow {
  _id: string;
  rows: EntryDocument[];
  total: number;
}

/** The condition on entries that link to one of the parents. */
export function linksTo({ path, values }: ParentLink): Document {
  return { [`links.${linkName(path)}`]: values.length === 1 ? values[0] : { $in: [...values] } };
}

/**
 * The stages that leave of such entries those of which a link to a parent meets a condition, once for each such parent;
 * and where the parents then stand, one or a list of them.
 *
 * @param link as filters say it; true where any link will do
 */
export function byLinks({ path, values }: ParentLink, link: Match): { stages: Document[]; parent: string } {
  if (link === true) return { stages: [], parent: `$links.${linkName(path)}` };
  return {
    stages: [
      ...eachLink(path),
      { $match: asDocument(all([{ [TARGET]: { $in: [...values] } }, link])) },
      { $group: { _id: { entry: '$_id', target: `$${TARGET}` }, entry: { $first: '$$ROOT' } } },
      { $replaceRoot: { newRoot: '$entry' } },
    ],
    parent: `$${TARGET}`,
  };
}

/** The stages that give each parent the first of its entries and, where wanted, the count of all. */
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
