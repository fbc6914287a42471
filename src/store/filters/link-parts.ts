import type { Document } from 'mongodb';
import type { Match } from '../documents/match.js';

/** Conditions on an entry and on one of its links. */
export interface LinkMatch {
  entry: Match;
  /** On the documents of `eachLink`; true where there is none. */
  link: Match;
}

/** Path of the object with the link in these documents. */
export const PART = 'part';
/** Path of the link target in these documents. */
export const TARGET = 'target';

/**
 * Stages that output an entry once for each link, so that conditions on the link and its object match the same link.
 *
 * @param path as in `members`, `country`; filters can use each of its fields
 */
export function eachLink(path: readonly string[]): Document[] {
  const [first, ...below] = path.slice(0, -1);
  const steps = [`$find.${first}`, ...below.map((name) => `$${PART}.${name}`)];
  return [
    ...steps.flatMap((step) => [{ $set: { [PART]: step } }, { $unwind: `$${PART}` }]),
    { $set: { [TARGET]: `$${PART}.${path.at(-1)!}` } },
    { $unwind: `$${TARGET}` },
  ];
}
