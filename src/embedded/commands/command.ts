import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import type { CursorStore } from './cursor-store.js';
import type { YieldTimer } from './yield-timer.js';
import type { RetryableWrite } from './retryable-write.js';

export interface ConnectionState {
  id: number;
  /** The socket's path or the `host:port` that the client came by. */
  address: string;
}

export interface CommandContext {
  storage: Storage;
  cursors: CursorStore;
  connection: ConnectionState;
  /** Where this client reaches this server. */
  address: string;
  db: string;
  name: string;
  command: Doc;
  payloads: Map<string, Buffer[]>;
  pacer: YieldTimer;
  retry: RetryableWrite | undefined;
}

/** Answers a command with the fields of its reply, without `ok`. */
export type CommandHandler = (context: CommandContext) => object | Promise<object>;

/** @throws CommandError InvalidNamespace */
export function collectionName({ name, command, db }: CommandContext): string {
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

/** @throws CommandError InvalidNamespace */
export function checkNamespace(db: string, collection: string): void {
  if (!/^[^\0/\\. "$]{1,63}$/s.test(db)) throw new CommandError('InvalidNamespace', `Invalid database name: '${db}'`);
  if (collection === '' || collection.startsWith('.') || collection.includes('\0') || collection.includes('$')) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${db}.${collection}'`);
  }
  if (Buffer.byteLength(`${db}.${collection}`) > 255)
    throw new CommandError('InvalidNamespace', 'Fully qualified namespace is too long');
}

export function findCollection(context: CommandContext): Collection | undefined {
  return context.storage.catalogue.get(context.db, collectionName(context));
}

const wrongType = (field: string, requested: string) =>
  new CommandError('TypeMismatch', `BSON field '${field}' is the wrong type, expected type '${requested}'`);

export function docField(command: Doc, field: string): Doc | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) throw wrongType(field, 'object');
  return value;
}

/** An optional non-negative integer. */
export function countField(command: Doc, field: string): number | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (!isNumeric(value)) throw wrongType(field, 'long');
  const number = toDouble(value);
  if (!Number.isInteger(number)) throw new CommandError('FailedToParse', `${field} must be an integer`);
  if (number < 0)
    throw new CommandError('Location51024', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return number;
}

/** An optional boolean, or number in its place. */
export function flagField(command: Doc, field: string): boolean {
  const value = command[field];
  if (value === undefined || value === null || value === false) return false;
  if (value === true) return true;
  if (isNumeric(value)) return toDouble(value) !== 0;
  throw wrongType(field, 'bool');
}

export function docList(values: Value | undefined, field: string): Doc[] {
  if (!Array.isArray(values)) throw wrongType(field, 'array');
  return values.map((value) => {
    if (!isDoc(value)) throw wrongType(field, 'object');
    return value;
  });
}
