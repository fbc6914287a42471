import { type Doc, isDoc, type Value } from '../bson/values.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import type { CursorStore } from './cursor-store.js';
import type { YieldTimer } from './yield-timer.js';
import type { RetryableWrite } from './retryable-write.js';

export interface ConnectionState {
  id: number;
  /** Path of the socket, or `host:port`, that the client is connected to. */
  address: string;
}

export interface CommandContext {
  storage: Storage;
  cursors: CursorStore;
  connection: ConnectionState;
  db: string;
  name: string;
  command: Doc;
  payloads: Map<string, Buffer[]>;
  yieldTimer: YieldTimer;
  retry: RetryableWrite | undefined;
}

/** Runs a command. Returns the fields of its reply, without `ok`. */
export type CommandHandler = (context: CommandContext) => object | Promise<object>;

/** Returns the collection name of a command. @throws CommandError InvalidNamespace */
export function readCollectionName({ name, command, db }: CommandContext): string {
  const value = command[name];
  if (typeof value !== 'string') {
    throw new CommandError(
      'InvalidNamespace',
      `collection name has invalid type ${value === null ? 'null' : typeof value}`,
    );
  }
  checkNamespace(db, value);
  return value;
}

/** Validates the names of a database and a collection. @throws CommandError InvalidNamespace */
export function checkNamespace(db: string, collection: string): void {
  if (!/^[^\0/\\. "$]{1,63}$/s.test(db)) throw new CommandError('InvalidNamespace', `Invalid database name: '${db}'`);
  if (collection === '' || collection.startsWith('.') || collection.includes('\0') || collection.includes('$')) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${db}.${collection}'`);
  }
  if (Buffer.byteLength(`${db}.${collection}`) > 255)
    throw new CommandError('InvalidNamespace', 'Fully qualified namespace is too long');
}

export function findCollection(context: CommandContext): Collection | undefined {
  return context.storage.catalogue.get(context.db, readCollectionName(context));
}

const wrongTypeError = (field: string, expected: string) =>
  new CommandError('TypeMismatch', `BSON field '${field}' is the wrong type, expected type '${expected}'`);

export function readDocumentField(command: Doc, field: string): Doc | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) throw wrongTypeError(field, 'object');
  return value;
}

/** Returns an optional non-negative integer of a command. */
export function readCountField(command: Doc, field: string): number | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw wrongTypeError(field, 'long');
  const number = toDouble(value);
  if (!Number.isInteger(number)) throw new CommandError('FailedToParse', `${field} must be an integer`);
  if (number < 0)
    throw new CommandError('Location51024', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** Returns an optional boolean of a command. Numbers are converted. */
export function readFlagField(command: Doc, field: string): boolean {
  const value = command[field];
  if (value === undefined || value === null || value === false) return false;
  if (value === true) return true;
  if (isNumeric(value)) return toDouble(value) !== 0;
  throw wrongTypeError(field, 'bool');
}

export function readDocumentList(values: Value | undefined, field: string): Doc[] {
  if (!Array.isArray(values)) throw wrongTypeError(field, 'array');
  return values.map((value) => {
    if (!isDoc(value)) throw wrongTypeError(field, 'object');
    return value;
  });
}
