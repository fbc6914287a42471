import type { Store } from '../../src/store/store.js';

/** Returns a store with some parts replaced, also in the view that a request uses. */
export function overrideStore(store: Store, alter: (store: Store) => Partial<Store>): Store {
  return { ...store, ...alter(store), forRequest: (use) => overrideStore(store.forRequest(use), alter) };
}
