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
  const mergedCondition: Document = {};
  for (const condition of conditions) {
    for (const name of Object.keys(condition)) {
      if (name in mergedCondition) return { $and: conditions };
      mergedCondition[name] = condition[name];
    }
  }
  return mergedCondition;
}

/** Returns the disjunction of conditions; false if there are none. */
export function anyCondition(parts: readonly MatchCondition[]): MatchCondition {
  if (parts.includes(true)) return true;
  const conditions = parts.filter((part): part is Document => part !== false);
  if (conditions.length === 0) return false;
  return conditions.length === 1 ? conditions[0]! : { $or: conditions };
}

/** Returns the negation of a condition, which also matches absent values. */
export function negateCondition(condition: MatchCondition): MatchCondition {
  return typeof condition === 'boolean' ? !condition : { $nor: [condition] };
}

export function toMatchDocument(condition: MatchCondition): Document {
  if (condition === true) return {};
  return condition === false ? { $nor: [{}] } : condition;
}

function conjuncts(condition: Document): Document[] {
  if (!('$and' in condition)) return Object.keys(condition).length > 0 ? [condition] : [];
  const { $and, ...otherConditions } = condition as Document & { $and: Document[] };
  return [...conjuncts(otherConditions), ...$and.flatMap(conjuncts)];
}
