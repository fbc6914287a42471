import { Binary, Double, Long, Timestamp } from 'bson';
import { isNumeric, toDouble } from './bson/numbers.js';
import type { Doc } from './bson/values.js';
import { isDoc } from './bson/values.js';
import { CommandError } from './command-error.js';
import type { ConnectionState } from './commands/command.js';
import { CursorStore } from './commands/cursor-store.js';
import { checkCommandFields } from './commands/known-fields.js';
import { Pacer } from './commands/pacer.js';
import { commandOf } from './commands/registry.js';
import { RetryableWrite } from './commands/retryable-write.js';
import type { Storage } from './storage/storage.js';
import type { Request } from './wire/message.js';

const ONE = new Double(1);
const ZERO = new Double(0);
const NO_SIGNATURE = { hash: new Binary(new Uint8Array(20)), keyId: Long.ZERO };

/** Commands that a retryable write may be. */
const RETRYABLE = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify']);

/** Answers commands from the storage. */
export class CommandServer {
  private readonly cursors = new CursorStore();
  private connections = 0;

  constructor(
    private readonly storage: Storage,
    private readonly address: string,
  ) {}

  /** A client has come. */
  connected(): ConnectionState {
    return { id: ++this.connections };
  }

  /** Answers one request; an error becomes an answer with `ok: 0`. */
  answer(connection: ConnectionState, request: Request): object | Promise<object> {
    try {
      const reply = this.run(connection, request);
      return reply instanceof Promise ? reply.then(succeeded, failed) : succeeded(reply);
    } catch (error) {
      return failed(error);
    }
  }

  private run(connection: ConnectionState, { command, payloads }: Request): object | Promise<object> {
    const { name, run } = commandOf(command);
    const db = command.$db;
    if (typeof db !== 'string') throw new CommandError('Location40571', 'OP_MSG requests require a $db argument');
    refuseTransaction(name, command);
    checkCommandFields(name, command);
    checkReadConcern(command);
    return run({
      storage: this.storage,
      cursors: this.cursors,
      connection,
      address: this.address,
      db,
      name,
      command,
      payloads,
      pacer: new Pacer(timeLimit(command)),
      retry: RETRYABLE.has(name) ? RetryableWrite.from(command, this.storage.environment.sessions) : undefined,
    });
  }

  /** Closes the cursors. */
  close(): void {
    this.cursors.close();
  }
}

function timeLimit(command: Doc): number {
  const value = command.maxTimeMS;
  if (value === undefined || value === null) return 0;
  if (!isNumeric(value)) throw new CommandError('BadValue', 'maxTimeMS must be a number');
  const limit = toDouble(value);
  if (!(limit >= 0 && limit <= 2147483647))
    throw new CommandError('BadValue', `${limit} value for maxTimeMS is out of range`);
  return limit;
}

function refuseTransaction(name: string, command: Doc): void {
  if (name === 'commitTransaction' || name === 'abortTransaction') {
    throw new CommandError('NoSuchTransaction', 'this server has no transactions');
  }
  if (command.startTransaction !== undefined || command.autocommit !== undefined) {
    throw new CommandError('OperationNotSupportedInTransaction', 'this server has no transactions');
  }
}

/** There is one member, so all levels are one; a snapshot over several commands there is not. */
function checkReadConcern({ readConcern }: Doc): void {
  const level = isDoc(readConcern) ? readConcern.level : undefined;
  if (level === undefined || ['local', 'available', 'majority', 'linearizable'].includes(level as string)) return;
  if (level === 'snapshot')
    throw new CommandError('InvalidOptions', 'read concern level snapshot is not supported by this server');
  throw new CommandError(
    'BadValue',
    `Enumeration value '${String(level)}' for field 'readConcern.level' is not a valid value.`,
  );
}

/** The time of an answer, as the members of a replica set gossip it. */
function operationTime(): Timestamp {
  return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
}

function succeeded(reply: object): object {
  const time = operationTime();
  return { ...reply, ok: ONE, $clusterTime: { clusterTime: time, signature: NO_SIGNATURE }, operationTime: time };
}

function failed(error: unknown): object {
  if (error instanceof CommandError) {
    return { ok: ZERO, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
  }
  if (isFull(error)) {
    return { ok: ZERO, errmsg: 'the disk is full: nothing was written', code: 14031, codeName: 'OutOfDiskSpace' };
  }
  console.error(error);
  return { ok: ZERO, errmsg: 'internal error of the embedded database', code: 1, codeName: 'InternalError' };
}

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && /No space left|ENOSPC|MDB_MAP_FULL/.test(`${error.message} ${String(error.cause ?? '')}`)
  );
}
