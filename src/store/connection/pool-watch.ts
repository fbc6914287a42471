import type { MongoClient } from 'mongodb';
import type { PoolState } from '../store.js';

/** Counts the connections of a client into \`state\`, by the events of the driver. */
export function countConnections(client: MongoClient, state: PoolState): void {
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
