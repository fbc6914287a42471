import type { Store } from '../../src/store/store.js';

/** Returns a store with some parts replaced, also in the view that a request uses. */
export function alteredStore(store: Store, alter: (store: Store) => Partial<Store>): Store {
  return { ...store, ...alter(store), forRequest: (use) => alteredStore(store.forRequest(use), alter) };
}
