import { Double } from 'bson';
import { extendedJson } from './bson/extended-json.js';
import { isNumeric, toDouble } from './bson/numbers.js';
import { type Doc, isDoc } from './bson/values.js';
import { CommandError, unsupportedMessage } from './command-error.js';
import type { ConnectionState } from './commands/command.js';
import { CursorStore } from './commands/cursor-store.js';
import { checkCommandFields } from './commands/check-command-fields.js';
import { YieldTimer } from './commands/yield-timer.js';
import { findCommand } from './commands/command-registry.js';
import { RetryableWrite } from './commands/retryable-write.js';
import type { Storage } from './storage/storage.js';
import type { WireRequest } from './wire/message.js';

const ONE = new Double(1);
const ZERO = new Double(0);

const RETRYABLE_COMMANDS = new Set(['insert', 'update', 'delete']);

/** Runs the commands of all connections. */
export class CommandServer {
  private readonly cursors = new CursorStore();
  private readonly runningCommands = new Map<Promise<unknown>, YieldTimer>();
  private connections = 0;
  private isClosing = false;

  constructor(
    private readonly storage: Storage,
    private readonly onInternalError: (error: unknown) => void,
  ) {}

  createConnectionState(address: string): ConnectionState {
    return { id: ++this.connections, address };
  }

  /** Runs the command in a request and returns its reply. An error becomes a reply with `ok: 0`. */
  handle(connection: ConnectionState, request: WireRequest): object | Promise<object> {
    try {
      const reply = this.run(connection, request);
      return reply instanceof Promise ? reply.then(okReply, this.toErrorReply) : okReply(reply);
    } catch (error) {
      return this.toErrorReply(error);
    }
  }

  private readonly toErrorReply = (error: unknown): object => {
    if (error instanceof CommandError) return error.toReply();
    this.onInternalError(error);
    return { ok: ZERO, errmsg: 'internal error of the embedded database', code: 1, codeName: 'InternalError' };
  };

  private run(connection: ConnectionState, { command, payloads }: WireRequest): object | Promise<object> {
    rejectTransaction(command);
    const { name, run } = findCommand(command);
    if (this.isClosing) throw new CommandError('ShutdownInProgress', 'the database is shutting down');
    const db = command.$db;
    if (typeof db !== 'string') throw new CommandError('Location40571', 'OP_MSG requests require a $db argument');
    checkCommandFields(name, command);
    checkConcerns(command);
    const yieldTimer = new YieldTimer(readTimeLimit(command));
    const reply = run({
      storage: this.storage,
      cursors: this.cursors,
      connection,
      db,
      name,
      command,
      payloads,
      yieldTimer,
      retry: RETRYABLE_COMMANDS.has(name) ? RetryableWrite.from(command, this.storage.environment.sessions) : undefined,
    });
    if (reply instanceof Promise) this.trackRunning(reply, yieldTimer);
    return reply;
  }

  private trackRunning(reply: Promise<unknown>, yieldTimer: YieldTimer): void {
    const onSettled = () => this.runningCommands.delete(reply);
    this.runningCommands.set(reply, yieldTimer);
    reply.then(onSettled, onSettled);
  }

  /** Rejects new commands, interrupts reads, and waits for writes. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.cursors.close();
    for (const timer of this.runningCommands.values()) timer.interrupted = true;
    await Promise.allSettled(this.runningCommands.keys());
  }
}

function readTimeLimit(command: Doc): number {
  const value = command.maxTimeMS;
  if (value === undefined || value === null) return 0;
  if (!isNumeric(value)) throw new CommandError('BadValue', 'maxTimeMS must be a number');
  const limit = toDouble(value);
  if (!(limit >= 0 && limit <= 2147483647))
    throw new CommandError('BadValue', `${limit} value for maxTimeMS is out of range`);
  return limit;
}

function rejectTransaction(command: Doc): void {
  const name = Object.keys(command)[0];
  if (name === 'commitTransaction' || name === 'abortTransaction') {
    throw new CommandError('NoSuchTransaction', 'this server has no transactions');
  }
  if (command.startTransaction !== undefined || command.autocommit !== undefined) {
    throw new CommandError('OperationNotSupportedInTransaction', 'this server has no transactions');
  }
}

/** Rejects read and write concerns that a single server cannot satisfy. @throws CommandError InvalidOptions */
function checkConcerns({ readConcern, writeConcern }: Doc): void {
  const level = isDoc(readConcern) ? readConcern.level : undefined;
  if (level !== undefined && !['local', 'available', 'majority', 'linearizable'].includes(level as string))
    throw new CommandError('InvalidOptions', unsupportedMessage(`The read concern ${extendedJson(level)}`));
  const w = isDoc(writeConcern) ? writeConcern.w : undefined;
  const isMet = w === undefined || w === 'majority' || (isNumeric(w) && [0, 1].includes(toDouble(w)));
  if (!isMet) throw new CommandError('InvalidOptions', unsupportedMessage(`The write concern w: ${extendedJson(w)}`));
}

function okReply(reply: object): object {
  return Object.assign(reply, { ok: ONE });
}
