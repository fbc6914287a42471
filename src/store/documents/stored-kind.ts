import type { Kind, Model } from '../../model/model.js';

const CURRENT = new WeakMap<Model, ReadonlyMap<string, string>>();

/** The name of a kind in the database: the former name of a renamed kind, so that its entries and history stay. */
export function storedName({ name, formerName }: Pick<Kind, 'name' | 'formerName'>): string {
  return formerName ?? name;
}

/** A key with the stored name of its kind. */
export function withStoredKind<T extends { kind: string }>(model: Model, key: T): T {
  const kind = model.kinds.find(({ name }) => name === key.kind);
  return kind && kind.formerName !== null ? { ...key, kind: kind.formerName } : key;
}

/** The current name of a stored kind. A kind that the model lacks keeps its name. */
export function currentKind(model: Model, stored: string): string {
  let names = CURRENT.get(model);
  if (!names) CURRENT.set(model, (names = new Map(model.kinds.map((kind) => [storedName(kind), kind.name]))));
  return names.get(stored) ?? stored;
}

/** An entry with the current name of its kind. */
export function withCurrentKind<T extends { kind: string }>(model: Model, entry: T): T {
  const kind = currentKind(model, entry.kind);
  return kind === entry.kind ? entry : { ...entry, kind };
}
