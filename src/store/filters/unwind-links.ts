import type { Document } from 'mongodb';
import type { MatchCondition } from '../documents/match-conditions.js';

/** Conditions on an entry and on one of its links. */
export interface LinkMatch {
  entry: MatchCondition;
  /** Condition on the documents of `unwindLinks`; true if there is none. */
  link: MatchCondition;
}

/** Path of the object that contains the link, in the documents that the stages of `unwindLinks` output. */
export const LINK_OBJECT_PATH = 'part';
/** Path of the link target, in the documents that the stages of `unwindLinks` output. */
export const LINK_TARGET_PATH = 'target';

/**
 * Returns stages that output an entry once per link, so that conditions on the link and its object match the same link.
 * @param path path of the link, such as `['members', 'country']`; `find` must contain each of its fields
 */
export function unwindLinks(path: readonly string[]): Document[] {
  const [firstName, ...restOfPath] = path.slice(0, -1);
  const steps = [`$find.${firstName}`, ...restOfPath.map((name) => `$${LINK_OBJECT_PATH}.${name}`)];
  return [
    ...steps.flatMap((step) => [{ $set: { [LINK_OBJECT_PATH]: step } }, { $unwind: `$${LINK_OBJECT_PATH}` }]),
    { $set: { [LINK_TARGET_PATH]: `$${LINK_OBJECT_PATH}.${path.at(-1)!}` } },
    { $unwind: `$${LINK_TARGET_PATH}` },
  ];
}
