import { type CommandStartedEvent, type Db, type Document, MongoClient } from 'mongodb';
import { closeClient } from './close-client.js';
import './patch-driver-drain.js';
import { toConnectionError } from './connection-error.js';
import { Database } from './database.js';
import { translateError } from './translate-errors.js';
import type { PoolState } from '../store.js';
import { AppError } from '../../errors.js';

/** Oldest supported major version of MongoDB. */
const MIN_MAJOR_VERSION = 7;

/** Connection string options that are ignored: reads and writes must use the same settings as the log. */
const MANAGED_OPTIONS = new Set([
  'readpreference',
  'readpreferencetags',
  'maxstalenessseconds',
  'readconcernlevel',
  'w',
  'journal',
  'wtimeout',
  'wtimeoutms',
  'retrywrites',
  'retryreads',
  'sockettimeoutms',
  'timeoutms',
]);

/** Default timeouts. The connection string can override them. */
const DEFAULT_TIMEOUTS = { connectTimeoutMS: 3000, serverSelectionTimeoutMS: 3000 };

/**
 * The driver checks each server once per second. If one does not respond within `connectTimeoutMS`, its operations
 * fail, and new ones wait for `serverSelectionTimeoutMS`. `socketTimeoutMS` limits the time without any response.
 * `timeoutMS` is not set, because version 7.8 of the driver and later ignore it (NODE-7974).
 */
const MONITORING_OPTIONS = {
  serverMonitoringMode: 'poll',
  heartbeatFrequencyMS: 1000,
  socketTimeoutMS: 120_000,
} as const;
/** Timeouts for commands that send nothing for a long time, such as building an index of a large collection. */
const SLOW_COMMAND_TIMEOUTS = { connectTimeoutMS: 30_000, socketTimeoutMS: 0 } as const;

/** Commands that the connection sends itself. They are not passed to `onCommand`. */
const UNREPORTED_COMMANDS = new Set(['ping', 'buildInfo']);

/**
 * Connects to a database. Always reads from the primary. `onCommand` receives each command, except `ping` and
 * `buildInfo`.
 * @throws AppError USAGE, DATABASE_UNREACHABLE, DATABASE_UNSUPPORTED, each with a remedy
 */
export async function connect(
  uri: string,
  name: string,
  onCommand?: (name: string, command: Document) => void,
): Promise<Database> {
  const pool = { open: 0, used: 0, waiting: 0 };
  const isInUri = (option: string) => new RegExp(`[?&]${option}=`, 'i').test(uri);
  const timeouts = Object.fromEntries(Object.entries(DEFAULT_TIMEOUTS).filter(([option]) => !isInUri(option)));
  const createClient = (overrides: object = {}): MongoClient => {
    const client = new MongoClient(withoutManagedOptions(uri), {
      appName: 'signpost',
      ...timeouts,
      ...MONITORING_OPTIONS,
      ...overrides,
      readPreference: 'primary',
      writeConcern: { w: 'majority', journal: true },
      monitorCommands: onCommand !== undefined,
      ignoreUndefined: true,
    });
    countConnections(client, pool);
    if (onCommand)
      client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
        if (!UNREPORTED_COMMANDS.has(commandName)) onCommand(commandName, command);
      });
    return client;
  };
  try {
    const client = createClient();
    try {
      await client.connect();
      const db = client.db(name);
      await rejectOldServer(db);
      return new Database({
        client,
        db,
        createSlowClient: () => createClient(SLOW_COMMAND_TIMEOUTS),
        pool,
        collections: new Map(),
      });
    } catch (error) {
      await closeClient(client);
      throw error;
    }
  } catch (error) {
    throw translateError(toConnectionError(error, uri));
  }
}

/** Updates the connection counts of a pool from driver events. */
function countConnections(client: MongoClient, pool: PoolState): void {
  client
    .on('connectionCreated', () => (pool.open += 1))
    .on('connectionClosed', () => (pool.open -= 1))
    .on('connectionCheckOutStarted', () => (pool.waiting += 1))
    .on('connectionCheckOutFailed', () => (pool.waiting -= 1))
    .on('connectionCheckedOut', () => {
      pool.waiting -= 1;
      pool.used += 1;
    })
    .on('connectionCheckedIn', () => (pool.used -= 1));
}

/** Returns a connection string without the options that Signpost sets itself, `MANAGED_OPTIONS`. */
export function withoutManagedOptions(uri: string): string {
  const [address, options] = uri.split(/\?(.*)/s, 2) as [string, string | undefined];
  if (options === undefined) return uri;
  const retained = options.split('&').filter((option) => !MANAGED_OPTIONS.has(option.split('=', 1)[0]!.toLowerCase()));
  return retained.length === 0 ? address : `${address}?${retained.join('&')}`;
}

/** Rejects a server that is too old. @throws AppError DATABASE_UNSUPPORTED */
async function rejectOldServer(db: Db): Promise<void> {
  const { version } = await db.command({ buildInfo: 1 });
  if (Number.parseInt(String(version), 10) >= MIN_MAJOR_VERSION) return;
  throw new AppError(
    'DATABASE_UNSUPPORTED',
    `MongoDB ${version} is not supported. Upgrade the server in MONGODB_URI to version ${MIN_MAJOR_VERSION}.0 or later.`,
  );
}
