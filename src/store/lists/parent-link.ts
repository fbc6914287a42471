import type { Document } from 'mongodb';
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
