import type { Document } from 'mongodb';
import type { Match } from '../documents/match-conditions.js';

/** Conditions on an entry and on one of its links. */
export interface LinkMatch {
  entry: Match;
  /** Condition on the documents of `unwindLinks`; true if there is none. */
  link: Match;
}

/** Path of the object with the link in the documents of `unwindLinks`. */
export const PART_PATH = 'part';
/** Path of the link target in the documents of `unwindLinks`. */
export const TARGET_PATH = 'target';

/**
 * Returns stages that output an entry once per link, so that conditions on the link and its object match the same link.
 * @param path path of the link, as in `members`, `country`; filters can use each of its fields
 */
export function unwindLinks(path: readonly string[]): Document[] {
  const [first, ...restOfPath] = path.slice(0, -1);
  const steps = [`$find.${first}`, ...restOfPath.map((name) => `$${PART_PATH}.${name}`)];
  return [
    ...steps.flatMap((step) => [{ $set: { [PART_PATH]: step } }, { $unwind: `$${PART_PATH}` }]),
    { $set: { [TARGET_PATH]: `$${PART_PATH}.${path.at(-1)!}` } },
    { $unwind: `$${TARGET_PATH}` },
  ];
}
