import type { Binary } from 'bson';
import { Long } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import type { Table } from '../storage/environment.js';

/** Statements of the same command that a session has done already, with what was answered. */
interface Done {
  txnNumber: number;
  statements: Map<number, Doc>;
}

/**
 * What makes a retried write happen once: the statements of a session's last write, kept beside the data in the
 * same transaction that wrote them.
 */
export class RetryableWrite {
  private done: Done | undefined;

  constructor(
    private readonly table: Table,
    private readonly session: Buffer,
    private readonly txnNumber: number,
    private readonly firstStatement: number,
    private readonly statementIds: number[] | undefined,
  ) {}

  /** The write of a command, if it is a retryable one. */
  static from(command: Doc, table: Table): RetryableWrite | undefined {
    if (command.txnNumber === undefined) return undefined;
    const session = sessionKey(command.lsid);
    if (!session || !isNumeric(command.txnNumber)) {
      throw new CommandError('InvalidOptions', 'Transaction number requires a session ID to also be specified');
    }
    const ids = Array.isArray(command.stmtIds) ? command.stmtIds.map((id) => toDouble(id as number)) : undefined;
    const first = isNumeric(command.stmtId) ? toDouble(command.stmtId) : 0;
    return new RetryableWrite(table, session, toDouble(command.txnNumber), first, ids);
  }

  /**
   * What a statement answered when it was done before; inside a transaction.
   *
   * @throws CommandError TransactionTooOld  the session has moved on
   */
  before(statement: number): Doc | undefined {
    return this.load().statements.get(this.idOf(statement));
  }

  /** Notes what a statement answers; inside the transaction that did it. */
  note(statement: number, result: Doc): void {
    this.load().statements.set(this.idOf(statement), result);
  }

  /** Writes the notes; inside the same transaction. */
  save(): void {
    if (!this.done) return;
    const statements = [...this.done.statements].map(([id, result]) => ({ id, result }));
    const stored = { at: new Date(), txnNumber: Long.fromNumber(this.txnNumber), statements };
    void this.table.put(this.session, encodeDocument(stored));
    this.done = undefined;
  }

  private idOf(statement: number): number {
    return this.statementIds?.[statement] ?? this.firstStatement + statement;
  }

  private load(): Done {
    if (this.done) return this.done;
    const bytes = this.table.get(this.session);
    const stored = bytes && decodeDocument(bytes);
    const last = stored ? toDouble(stored.txnNumber as Long) : -1;
    if (last > this.txnNumber) {
      throw new CommandError(
        'TransactionTooOld',
        `Retryable write with txnNumber ${this.txnNumber} is prohibited on session because a newer retryable write with txnNumber ${last} has already started on this session.`,
      );
    }
    const statements = new Map<number, Doc>();
    if (stored && last === this.txnNumber) {
      for (const { id, result } of stored.statements as { id: number; result: Doc }[]) statements.set(id, result);
    }
    this.done = { txnNumber: this.txnNumber, statements };
    return this.done;
  }

  /** Forgets what was read, before a job is tried again. */
  reset(): void {
    this.done = undefined;
  }
}

/** The key of a session: the bytes of its UUID. */
export function sessionKey(lsid: Value | undefined): Buffer | undefined {
  if (!isDoc(lsid) || !isDoc(lsid) || lsid.id === undefined) return undefined;
  const id = lsid.id as Binary;
  return id._bsontype === 'Binary' && id.position === 16 ? Buffer.from(id.value()) : undefined;
}
