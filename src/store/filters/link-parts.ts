import type { Document } from 'mongodb';
import type { Match } from '../documents/match.js';

/** Conditions on an entry and on one of its links. */
export interface LinkMatch {
  entry: Match;
  /** On the documents of `unwindLinks`; true where there is none. */
  link: Match;
}

/** Path of the object with the link in these documents. */
export const PART_PATH = 'part';
/** Path of the link target in these documents. */
export const TARGET_PATH = 'target';

/**
 * Stages that output an entry once for each link, so that conditions on the link and its object match the same link.
 *
 * @param path as in `members`, `country`; filters can use each of its fields
 */
export function unwindLinks(path: readonly string[]): Document[] {
  const [first, ...below] = path.slice(0, -1);
  const steps = [`$find.${first}`, ...below.map((name) => `$${PART_PATH}.${name}`)];
  return [
    ...steps.flatMap((step) => [{ $set: { [PART_PATH]: step } }, { $unwind: `$${PART_PATH}` }]),
    { $set: { [TARGET_PATH]: `$${PART_PATH}.${path.at(-1)!}` } },
    { $unwind: `$${TARGET_PATH}` },
  ];
}
