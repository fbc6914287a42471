import type { MongoClient } from 'mongodb';
import type { PoolState } from '../store.js';

/** Counts the connections of clients, by what the driver tells of them. */
export class PoolWatch {
  readonly state: PoolState = { open: 0, used: 0, waiting: 0 };

  /** Counts those of one client more. */
  add(client: MongoClient): void {
    const { state } = this;
    client
      .on('connectionCreated', () => (state.open += 1))
      .on('connectionClosed', () => (state.open -= 1))
      .on('connectionCheckOutStarted', () => (state.waiting += 1))
      .on('connectionCheckOutFailed', () => (state.waiting -= 1))
      .on('connectionCheckedOut', () => {
        state.waiting -= 1;
        state.used += 1;
      })
      .on('connectionCheckedIn', () => (state.used -= 1));
  }
}
