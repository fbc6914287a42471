import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { CommandError } from '../command-error.js';
import type { Collection } from '../storage/collection.js';
import type { Storage } from '../storage/storage.js';
import type { CursorStore } from './cursor-store.js';
import type { FailPoint } from './fail-point.js';
import type { Pacer } from './pacer.js';
import type { RetryableWrite } from './retryable-write.js';

/** What one connection has told about itself. */
export interface ConnectionState {
  id: number;
  /** The socket's path or the `host:port` that the client came by. */
  address: string;
}

/** Everything a command works with. */
export interface CommandContext {
  storage: Storage;
  cursors: CursorStore;
  connection: ConnectionState;
  failPoint: FailPoint;
  /** Where this client reaches this server. */
  address: string;
  db: string;
  /** The name that the command was called by, and its value. */
  name: string;
  command: Doc;
  payloads: Map<string, Buffer[]>;
  pacer: Pacer;
  retry: RetryableWrite | undefined;
}

/** Answers a command; the fields of the reply without `ok`. */
export type Command = (context: CommandContext) => object | Promise<object>;

/** The collection that the command names. @throws CommandError InvalidNamespace */
export function collectionName({ name, command, db }: CommandContext, field = name): string {
  const value = command[field];
  if (typeof value !== 'string') {
    throw new CommandError(
      'InvalidNamespace',
      `collection name has invalid type ${value === null ? 'null' : typeof value}`,
    );
  }
  checkNamespace(db, value);
  return value;
}

/** Refuses names that MongoDB refuses. */
export function checkNamespace(db: string, collection: string): void {
  if (!/^[^\0/\\. "$]{1,63}$/s.test(db)) throw new CommandError('InvalidNamespace', `Invalid database name: '${db}'`);
  if (collection === '' || collection.startsWith('.') || collection.includes('\0') || collection.includes('$')) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${db}.${collection}'`);
  }
  if (Buffer.byteLength(`${db}.${collection}`) > 255)
    throw new CommandError('InvalidNamespace', 'Fully qualified namespace is too long');
}

/** The collection, if it is there. */
export function existing(context: CommandContext): Collection | undefined {
  return context.storage.catalogue.get(context.db, collectionName(context));
}

const wrongType = (field: string, wanted: string) =>
  new CommandError('TypeMismatch', `BSON field '${field}' is the wrong type, expected type '${wanted}'`);

/** An optional field that holds a document. */
export function docField(command: Doc, field: string): Doc | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) throw wrongType(field, 'object');
  return value;
}

/** An optional field that holds a whole number of 0 and more. */
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

/** An optional field that holds true or false, or a number that stands for one. */
export function flagField(command: Doc, field: string): boolean {
  const value = command[field];
  if (value === undefined || value === null || value === false) return false;
  if (value === true) return true;
  if (isNumeric(value)) return toDouble(value) !== 0;
  throw wrongType(field, 'bool');
}

/** A field that holds a list of documents, in the body or in a section of its own. */
export function docList(values: Value | undefined, field: string): Doc[] {
  if (!Array.isArray(values)) throw wrongType(field, 'array');
  return values.map((value) => {
    if (!isDoc(value)) throw wrongType(field, 'object');
    return value;
  });
}
