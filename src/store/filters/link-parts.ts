import type { Document } from 'mongodb';
import type { Match } from '../documents/match.js';

/** What a filter says of entries that link somewhere: of the entry, and of one and the same of its links. */
export interface LinkMatch {
  entry: Match;
  /** On the documents of `eachLink`; true where the filter says nothing of links. */
  link: Match;
}

/** Where the object that holds a link stands in the documents of `eachLink`. */
export const PART = 'part';
/** Where what the link leads to stands in them. */
export const TARGET = 'target';

/**
 * The stages that give an entry once for each link at the end of a path through embedded objects, so that conditions on
 * the object and on the entry are met by one and the same link.
 *
 * @param path as in `members`, `country`; filters reach every field of it
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
