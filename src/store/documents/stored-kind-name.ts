import { memoiseByObject } from '../../memoise.js';
import type { Kind, Model } from '../../model/model.js';

/** Returns the current names of kinds, keyed by stored name. */
const currentKindNames = memoiseByObject(
  (model: Model) => new Map(model.kinds.map((kind) => [storedKindName(kind), kind.name])),
);

/** Returns the stored name of a kind: its former name, if any, so that stored data needs no migration. */
export function storedKindName({ name, formerName }: Pick<Kind, 'name' | 'formerName'>): string {
  return formerName ?? name;
}

/** Replaces the kind of a key by its stored name. */
export function withStoredKind<T extends { kind: string }>(model: Model, key: T): T {
  const kind = model.kinds.find(({ name }) => name === key.kind);
  return kind && kind.formerName !== null ? { ...key, kind: kind.formerName } : key;
}

/** Returns the current name of a stored kind. Returns the stored name if the model does not contain the kind. */
export function currentKindName(model: Model, storedName: string): string {
  return currentKindNames(model).get(storedName) ?? storedName;
}

/** Replaces the stored kind of an entry by its current name. */
export function withCurrentKind<T extends { kind: string }>(model: Model, entry: T): T {
  const kind = currentKindName(model, entry.kind);
  return kind === entry.kind ? entry : { ...entry, kind };
}
