import type { Document } from 'mongodb';

/** A MongoDB condition; true if it always matches, false if it never matches. */
export type MatchCondition = Document | boolean;

/** Returns the conjunction of conditions; true if there are none. */
export function allConditions(parts: readonly MatchCondition[]): MatchCondition {
  if (parts.includes(false)) return false;
  const conditions = parts.filter((part): part is Document => part !== true).flatMap(conjuncts);
  if (conditions.length === 0) return true;
  if (conditions.length === 1) return conditions[0]!;
  // Query planners work best with one document that has a key for each condition.
  const merged: Document = {};
  for (const condition of conditions) {
    for (const name of Object.keys(condition)) {
      if (name in merged) return { $and: conditions };
      merged[name] = condition[name];
    }
  }
  return merged;
}

/** Returns the disjunction of conditions; false if there are none. */
export function anyCondition(parts: readonly MatchCondition[]): MatchCondition {
  if (parts.includes(true)) return true;
  const conditions = parts.filter((part): part is Document => part !== false);
  if (conditions.length === 0) return false;
  return conditions.length === 1 ? conditions[0]! : { $or: conditions };
}

/** Returns the negation of a condition, which also matches absent values. */
export function negateCondition(part: MatchCondition): MatchCondition {
  return typeof part === 'boolean' ? !part : { $nor: [part] };
}

export function toMatchDocument(part: MatchCondition): Document {
  if (part === true) return {};
  return part === false ? { $nor: [{}] } : part;
}

function conjuncts(part: Document): Document[] {
  if (!('$and' in part)) return Object.keys(part).length > 0 ? [part] : [];
  const { $and, ...otherConditions } = part as Document & { $and: Document[] };
  return [...conjuncts(otherConditions), ...$and.flatMap(conjuncts)];
}
