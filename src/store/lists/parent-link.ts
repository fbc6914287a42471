import type { Document } from 'mongodb';
import type { EntryDocument } from '../documents/entry-document.js';
import { linkName } from '../documents/kind-plan.js';
import { allConditions, type MatchCondition, toMatchDocument } from '../documents/match-conditions.js';
import { unwindLinks, LINK_TARGET_PATH } from '../filters/unwind-links.js';

/** The link from listed entries to their parents: the entries on which the inverse link is selected. */
export interface ParentLink {
  /** Path of the link, such as `['members', 'country']`. */
  path: readonly string[];
  /** Stored values of links to the parents. */
  values: readonly string[];
}

export interface ParentGroup {
  _id: string;
  rows: EntryDocument[];
  total: number;
}

export function parentLinkCondition({ path, values }: ParentLink): Document {
  return { [`links.${linkName(path)}`]: values.length === 1 ? values[0] : { $in: [...values] } };
}

/** Returns stages that output an entry once for each parent to which a matching link leads, and the parent's path. */
export function parentLinkStages(
  { path, values }: ParentLink,
  link: MatchCondition,
): { stages: Document[]; parent: string } {
  if (link === true) return { stages: [], parent: `$links.${linkName(path)}` };
  return {
    stages: [
      ...unwindLinks(path),
      { $match: toMatchDocument(allConditions([{ [LINK_TARGET_PATH]: { $in: [...values] } }, link])) },
      { $group: { _id: { entry: '$_id', target: `$${LINK_TARGET_PATH}` }, entry: { $first: '$$ROOT' } } },
      { $replaceRoot: { newRoot: '$entry' } },
    ],
    parent: `$${LINK_TARGET_PATH}`,
  };
}

/** Returns stages that output the first entries of each parent and the count, as requested. */
export function parentGroupStages(
  values: readonly string[],
  size: number,
  sort: Document,
  selectedParts: { nodes: boolean; total: boolean },
): Document[] {
  return [
    { $unwind: '$parent' },
    { $match: { parent: { $in: [...values] } } },
    {
      $group: {
        _id: '$parent',
        ...(selectedParts.nodes && { rows: { $topN: { n: size + 1, sortBy: sort, output: '$$ROOT' } } }),
        ...(selectedParts.total && { total: { $sum: 1 } }),
      },
    },
  ];
}
