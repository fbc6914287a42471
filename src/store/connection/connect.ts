import type { CommandStartedEvent, Document } from 'mongodb';
import { MongoClient } from 'mongodb';
import { closeClient } from './close-client.js';
import './closed-while-writing.js';
import { connectFault } from './connect-fault.js';
import { Database } from './database.js';
import { databaseAddress } from './database-address.js';
import { refuseOldServer } from './server-version.js';
import { translateError } from './translate-errors.js';
import type { PoolState } from '../store.js';

/** Limits that an address may set itself. */
const LIMITS = { connectTimeoutMS: 3000, serverSelectionTimeoutMS: 3000 };

/**
 * How the driver notices that the database is lost. It checks the server each second. A server that does not answer a
 * check within `connectTimeoutMS` is lost: operations on its connections reject, and others wait for its return for up
 * to `serverSelectionTimeoutMS`. `timeoutMS` has no effect since version 7.8 of the driver (NODE-7974).
 */
const CHECKS = {
  serverMonitoringMode: 'poll',
  heartbeatFrequencyMS: 1000,
  // Large writes take their time.
  socketTimeoutMS: 120_000,
} as const;
/** For commands during which a server may be silent for long, such as making an index of a large collection. */
const PATIENT = { connectTimeoutMS: 30_000, socketTimeoutMS: 0 } as const;

/** Commands by which the connection itself is checked. */
const UNCOUNTED = new Set(['ping', 'buildInfo']);

/**
 * Connects to a database. All is read from the primary, whatever the address says.
 *
 * @param onCommand is told the name of each command that is sent, and the command; not of pings and of
 *   `buildInfo`, which belong to the connection
 * @throws AppError USAGE, DATABASE_UNREACHABLE, DATABASE_UNSUPPORTED, each with what to do
 */
export async function connect(
  uri: string,
  name: string,
  onCommand?: (name: string, command: Document) => void,
): Promise<Database> {
  const pool = { open: 0, used: 0, waiting: 0 };
  const isSet = (limit: string) => new RegExp(`[?&]${limit}=`, 'i').test(uri);
  const limits = Object.fromEntries(Object.entries(LIMITS).filter(([limit]) => !isSet(limit)));
  const make = (more: object = {}): MongoClient => {
    const client = new MongoClient(databaseAddress(uri), {
      appName: 'signpost',
      ...limits,
      ...CHECKS,
      ...more,
      readPreference: 'primary',
      writeConcern: { w: 'majority', journal: true },
      monitorCommands: onCommand !== undefined,
      ignoreUndefined: true,
    });
    countConnections(client, pool);
    if (onCommand)
      client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
        if (!UNCOUNTED.has(commandName)) onCommand(commandName, command);
      });
    return client;
  };
  try {
    const client = make();
    try {
      await client.connect();
      const db = client.db(name);
      await refuseOldServer(db);
      return new Database({ client, db, makePatient: () => make(PATIENT), pool, collections: new Map() });
    } catch (error) {
      await closeClient(client);
      throw error;
    }
  } catch (error) {
    throw translateError(connectFault(error, uri));
  }
}

/** Counts the connections of a client into `state`, by the events of the driver. */
function countConnections(client: MongoClient, state: PoolState): void {
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
