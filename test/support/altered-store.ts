import type { Store } from '../../src/store/store.js';

/** A store of which parts are altered, in the view that a request has of it as well. */
export function alteredStore(store: Store, alter: (store: Store) => Partial<Store>): Store {
  return { ...store, ...alter(store), forRequest: (use) => alteredStore(store.forRequest(use), alter) };
}
