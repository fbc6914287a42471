import type { Document } from 'mongodb';

/** A condition on documents in the query language of MongoDB, or one that always or never holds. */
export type Match = Document | boolean;

/** All of the conditions; true where there is none. */
export function all(parts: readonly Match[]): Match {
  if (parts.includes(false)) return false;
  const conditions = parts.filter((part): part is Document => part !== true).flatMap(conjuncts);
  if (conditions.length === 0) return true;
  if (conditions.length === 1) return conditions[0]!;
  // One document with a key for each condition is what planners read best.
  const joined: Document = {};
  for (const condition of conditions) {
    for (const name of Object.keys(condition)) {
      if (name in joined) return { $and: conditions };
      joined[name] = condition[name];
    }
  }
  return joined;
}

/** At least one of the conditions; false where there is none. */
export function any(parts: readonly Match[]): Match {
  if (parts.includes(true)) return true;
  const conditions = parts.filter((part): part is Document => part !== false);
  if (conditions.length === 0) return false;
  return conditions.length === 1 ? conditions[0]! : { $or: conditions };
}

/** The opposite of a condition; what it says of an absent value is turned round as well. */
export function negated(part: Match): Match {
  return typeof part === 'boolean' ? !part : { $nor: [part] };
}

/** A condition as a document, for where the database wants one. */
export function asDocument(part: Match): Document {
  if (part === true) return {};
  return part === false ? { $nor: [{}] } : part;
}

function conjuncts(part: Document): Document[] {
  if (!('$and' in part)) return Object.keys(part).length > 0 ? [part] : [];
  const { $and, ...rest } = part as Document & { $and: Document[] };
  return [...conjuncts(rest), ...$and.flatMap(conjuncts)];
}
