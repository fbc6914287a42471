import type { Document } from 'mongodb';

/** A MongoDB condition, or one that always or never holds. */
export type Match = Document | boolean;

/** The conjunction of conditions; true for none. */
export function all(parts: readonly Match[]): Match {
  if (parts.includes(false)) return false;
  const conditions = parts.filter((part): part is Document => part !== true).flatMap(conjuncts);
  if (conditions.length === 0) return true;
  if (conditions.length === 1) return conditions[0]!;
  // Query planners work best with one document that has a key for each condition.
  const joined: Document = {};
  for (const condition of conditions) {
    for (const name of Object.keys(condition)) {
      if (name in joined) return { $and: conditions };
      joined[name] = condition[name];
    }
  }
  return joined;
}

/** The disjunction of conditions; false for none. */
export function any(parts: readonly Match[]): Match {
  if (parts.includes(true)) return true;
  const conditions = parts.filter((part): part is Document => part !== false);
  if (conditions.length === 0) return false;
  return conditions.length === 1 ? conditions[0]! : { $or: conditions };
}

/** The negation of a condition, for absent values as well. */
export function negated(part: Match): Match {
  return typeof part === 'boolean' ? !part : { $nor: [part] };
}

export function asDocument(part: Match): Document {
  if (part === true) return {};
  return part === false ? { $nor: [{}] } : part;
}

function conjuncts(part: Document): Document[] {
  if (!('$and' in part)) return Object.keys(part).length > 0 ? [part] : [];
  const { $and, ...rest } = part as Document & { $and: Document[] };
  return [...conjuncts(rest), ...$and.flatMap(conjuncts)];
}
