import { type Binary, Long } from 'bson';
import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { isNumeric, toDouble } from '../bson/numbers.js';
import { FieldSet } from '../bson/field-set.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { parsePath } from '../query/dotted-paths.js';
import type { LmdbTable } from '../storage/lmdb-environment.js';
import { encodeIdPrefix } from '../storage/lmdb-encoding.js';

interface Statement {
  id: number;
  result: Doc;
}

const TXN_NUMBER = new FieldSet([parsePath('txnNumber')]);

/** Maximum number of statements per row. Limits the size of the row that each save rewrites. */
const MAX_STATEMENTS_PER_ROW = 32;

/**
 * Ensures that a retried write runs once. Stores the results of a session's last write in the transaction of that
 * write. They are stored in rows. The key of the first row is the session; keys of the other rows append the row
 * number.
 */
export class RetryableWrite {
  /** Results of statements that were read or recorded so far, by index of the statement. */
  private readonly results = new Map<number, Doc>();
  private row = 0;
  private rowStatements: Statement[] = [];
  private unsavedStatements: Statement[] = [];
  private isRead = false;

  constructor(
    private readonly table: LmdbTable,
    private readonly session: Buffer,
    private readonly txnNumber: number,
  ) {}

  /** Returns the retryable write of a command; undefined if it is not retryable. */
  static from(command: Doc, table: LmdbTable): RetryableWrite | undefined {
    if (command.txnNumber === undefined) return undefined;
    const session = sessionKey(command.lsid);
    if (!session || !isNumeric(command.txnNumber)) {
      throw new CommandError('InvalidOptions', 'Transaction number requires a session ID to also be specified');
    }
    return new RetryableWrite(table, session, toDouble(command.txnNumber));
  }

  /** Returns the earlier result of a statement; undefined if it is new. @throws CommandError TransactionTooOld */
  earlierResult(statement: number): Doc | undefined {
    if (!this.isRead) this.load();
    return this.results.get(statement);
  }

  /** Records the result of a statement. Requires its transaction. */
  record(statement: number, result: Doc): void {
    this.results.set(statement, result);
    this.unsavedStatements.push({ id: statement, result });
  }

  /** Stores the recorded results. Requires the transaction of their statements. */
  save(): void {
    // The rows of the session's previous write are obsolete.
    if (this.isFirst) removeSession(this.table, this.session);
    else if (this.unsavedStatements.length === 0) return;
    if (this.rowStatements.length >= MAX_STATEMENTS_PER_ROW) {
      this.row++;
      this.rowStatements = [];
    }
    this.rowStatements.push(...this.unsavedStatements);
    this.unsavedStatements = [];
    const storedRow = { at: new Date(), txnNumber: Long.fromNumber(this.txnNumber), statements: this.rowStatements };
    void this.table.put(this.rowKey(this.row), encodeDocument(storedRow));
  }

  /** Discards unsaved results. The next access reads the table again, since other jobs may have changed it. */
  reset(): void {
    this.isRead = false;
    this.unsavedStatements = [];
  }

  private get isFirst(): boolean {
    return this.row === 0 && this.rowStatements.length === 0;
  }

  private rowKey(row: number): Buffer {
    return row === 0 ? this.session : Buffer.concat([this.session, encodeIdPrefix(row)]);
  }

  private load(): void {
    const firstRow = this.table.get(this.session);
    const lastTxnNumber = firstRow ? toDouble(decodeDocument(firstRow, 0, TXN_NUMBER).txnNumber as Long) : -1;
    if (lastTxnNumber > this.txnNumber) {
      throw new CommandError(
        'TransactionTooOld',
        `Retryable write with txnNumber ${this.txnNumber} is prohibited on session because a newer retryable write with txnNumber ${lastTxnNumber} has already started on this session.`,
      );
    }
    if (lastTxnNumber === this.txnNumber) this.readRows();
    this.isRead = true;
  }

  private readRows(): void {
    for (let row = this.row; ; row++) {
      const bytes = this.table.get(this.rowKey(row));
      if (!bytes) return;
      this.row = row;
      this.rowStatements = decodeDocument(bytes).statements as unknown as Statement[];
      for (const { id, result } of this.rowStatements) this.results.set(id, result);
    }
  }
}

/** Removes all rows of a session. Requires a transaction. */
export function removeSession(table: LmdbTable, session: Buffer): void {
  const end = Buffer.concat([session, encodeIdPrefix(0xffffffff)]);
  for (const key of [...table.getKeys({ start: session, end })]) void table.remove(key);
}

/** Returns the UUID of a session; undefined if it is invalid. */
export function sessionKey(lsid: Value | undefined): Buffer | undefined {
  if (!isDoc(lsid) || lsid.id === undefined) return undefined;
  const id = lsid.id as Binary;
  return id._bsontype === 'Binary' && id.position === 16 ? Buffer.from(id.value()) : undefined;
}
