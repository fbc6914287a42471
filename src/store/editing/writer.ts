import { MongoServerError } from 'mongodb';
import { type EntryKey, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { AppError } from '../../errors.js';
import { rejectIncompleteRestore } from '../backup/restore-marker.js';
import {
  affectsPublicState,
  buildLogDocuments,
  type LogDocument,
  type LoggedEntry,
  newerLogFormatError,
} from '../log/log-document.js';
import type { Database } from '../connection/database.js';
import type { KindPlans } from '../documents/kind-plan.js';
import { readNewestStates } from '../documents/entry-states.js';
import type { ChangeFeed } from '../projection/change-feed.js';
import { DUPLICATE_KEY_CODE, isUnreachable } from '../connection/translate-errors.js';
import type { VintageWriter } from '../figures/vintage-writer.js';
import type { HydrateRecord } from '../documents/upgrade-record.js';
import type { StoredEntry } from '../entries.js';
import type { Batch, CommitResult, AnnouncedData, EntryChange } from '../change-log.js';
import { loggedState } from '../log/logged-state.js';
import { makeLoggedEntry } from './logged-entry.js';
import { WriteTurns } from './write-turns.js';
import { comparePublicStates, type PublicChanges } from './public-changes.js';
import { withStoredKind } from '../documents/stored-kind-name.js';

type Conflict = Extract<CommitResult, { committed: false }>['conflicts'][number];

interface BaseStates {
  /** Current states, keyed by `kind/slug`. */
  states: ReadonlyMap<string, StoredEntry | null>;
  /** Published states, keyed by `kind/slug`; absent if they were not read. */
  published?: ReadonlyMap<string, StoredEntry | null>;
  areAllKnown: boolean;
}

/** Maximum number of attempts to win the race with other writers. */
const MAX_ATTEMPTS = 200;

/** Appends batches to the log. Batches of one process are queued; other processes may append at the same time. */
export class Writer {
  /** The last queued write, and whether the log was empty when the store was opened. Shared with `forRequest`. */
  private queue: { last: Promise<unknown>; isLogNew?: boolean } = { last: Promise.resolve() };
  private turns: WriteTurns;

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    private readonly plans: KindPlans,
    private readonly vintages: VintageWriter,
    private readonly feed: ChangeFeed,
    private readonly hydrateRecord: HydrateRecord,
    private readonly now: () => Date,
  ) {
    this.turns = new WriteTurns(database);
  }

  /** Returns a writer that counts its operations for one request and shares the queue of this writer. */
  forRequest(database: Database, vintages: VintageWriter): Writer {
    const { model, plans, feed, hydrateRecord, now } = this;
    const writer = new Writer(database, model, plans, vintages, feed, hydrateRecord, now);
    writer.queue = this.queue;
    writer.turns = this.turns;
    return writer;
  }

  /** Records that the log was empty when the store was opened. A restore of a backup may then be in progress. */
  markLogNew(): void {
    this.queue.isLogNew = true;
  }

  async commit(batch: Batch): Promise<CommitResult> {
    return this.runInTurn(() => this.writeBatch(batch));
  }

  /** Appends a batch without entries, to notify all servers of a change outside the log. */
  async announce(batch: Pick<Batch, 'author' | 'message'>, changedData: AnnouncedData): Promise<void> {
    return this.runInTurn(async () => {
      this.rejectNewerLog();
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        await this.feed.verify();
        const sequence = this.feed.sequence + 1;
        const announcement = { key: `about/${changedData}/${sequence}`, about: changedData };
        if (await this.append(buildLogDocuments(sequence, batch, this.now(), [announcement]))) return;
        await this.turns.recordLoss();
        await this.feed.advance();
      }
      throw tooManyWritersError();
    });
  }

  private rejectNewerLog(): void {
    const { newerFormat } = this.feed;
    if (newerFormat !== null) throw newerLogFormatError(newerFormat);
  }

  private async runInTurn<T>(work: () => Promise<T>): Promise<T> {
    const takeTurn = async () => {
      await this.turns.waitForTurn();
      try {
        return await work();
      } finally {
        await this.turns.endTurn();
      }
    };
    const turn = this.queue.last.then(takeTurn, takeTurn);
    this.queue.last = turn;
    return turn;
  }

  private async writeBatch(batch: Batch): Promise<CommitResult> {
    this.rejectNewerLog();
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const baseStates = await this.readBaseStates(batch, attempt === 0);
      const at = this.now();
      const { entries, conflicts } = this.buildEntries(batch, baseStates, at);
      if (conflicts.length > 0) return { committed: false, conflicts };

      const moves = batch.figuresMoved ?? [];
      const vintages = await this.vintages.prepare(batch.vintages ?? [], moves, at);
      const sequence = this.feed.sequence + 1;
      const figureMoves = moves.map((figures) => ({
        key: `figures/${figures.from}/${figures.to}/${sequence}`,
        figures,
      }));
      const storedEntries = entries.map((entry) => withStoredKind(this.model, entry));
      const items = [...storedEntries, ...figureMoves, ...vintages];
      if (items.length === 0) return { committed: true, sequence: this.feed.sequence, entries: [] };
      const documents = buildLogDocuments(sequence, batch, at, items);
      if (await this.append(documents)) {
        const parts = documents.length > 1 ? { parts: documents.length } : {};
        const newStates = entries.map((entry) => this.makeState(entry));
        return { committed: true, sequence: documents.at(-1)!._id, entries: newStates, ...parts };
      }
      await this.turns.recordLoss();
      await this.vintages.discard(vintages);
      await this.feed.advance();
    }
    throw tooManyWritersError();
  }

  /** Returns the states on which a batch is based: the states that its author read, unless the log was replaced. */
  private async readBaseStates({ entries, basis }: Batch, isFirstAttempt: boolean): Promise<BaseStates> {
    const formerKeys = entries.flatMap(findFormerKeys);
    const isRead = (key: EntryKey) => basis?.newestStates.has(kindKey(key));
    if (isFirstAttempt && basis?.log === this.feed.logEpoch && [...entries, ...formerKeys].every(isRead)) {
      return { states: basis.newestStates, published: basis.publishedStates, areAllKnown: true };
    }
    // A batch appended to a replaced log would leave a gap.
    await this.feed.verify();
    // The first attempt does not read new entries. If one of them exists, the log rejects the batch.
    const changesToRead = isFirstAttempt ? entries.filter(mustExist) : entries;
    const states = await readNewestStates(this.database, this.model, [...changesToRead, ...formerKeys]);
    return { states, areAllKnown: changesToRead.length === entries.length };
  }

  /** Appends documents to the log. Returns false if another writer took the log position or a revision. */
  private async append(documents: readonly LogDocument[]): Promise<boolean> {
    for (const [index, document] of documents.entries()) {
      try {
        await this.database.changes.insertOne(document);
      } catch (error) {
        const isTaken = error instanceof MongoServerError && error.code === DUPLICATE_KEY_CODE;
        if (isTaken && index === 0) return false;
        if (index > 0) await this.feed.advance().catch(() => undefined); // the feed retries after a failure
        throw partialWriteError(isUnreachable(error) ? lostConnectionError(error) : error, index, documents.length);
      }
    }
    this.turns.recordWin();
    if (this.queue.isLogNew) {
      // A restore checks for writes after setting its marker, so either the restore or this check detects the conflict.
      await rejectIncompleteRestore(this.database);
      this.queue.isLogNew = false;
    }
    await this.projectDocuments(documents);
    return true;
  }

  /** Projects appended documents. @throws AppError NOT_YET_SERVED if projecting fails; the feed retries */
  private async projectDocuments(documents: readonly LogDocument[]): Promise<void> {
    try {
      await this.feed.advance(documents);
    } catch (cause) {
      const isFull = cause instanceof AppError && cause.code === 'DATABASE_FULL';
      const reason = isFull
        ? 'the disk of the database is full. Once there is space, queries will return it'
        : 'queries do not return it yet. They will';
      const message = `The change is written, but ${reason} automatically; do not send it again.`;
      throw new AppError('NOT_YET_SERVED', message, { sequence: documents.at(-1)!._id }, { cause });
    }
  }

  /** Converts the changes of a batch to logged entries, in order, and collects the conflicts. */
  private buildEntries(
    batch: Batch,
    { states, published, areAllKnown }: BaseStates,
    at: Date,
  ): { entries: LoggedEntry[]; conflicts: Conflict[] } {
    const loggedEntries = new Map<string, LoggedEntry>();
    const entries: LoggedEntry[] = [];
    const conflicts: Conflict[] = [];
    for (const change of batch.entries) {
      const { kind, slug, expectedRevision } = change;
      const key = kindKey(change);
      const priorEntry = loggedEntries.get(key);
      const oldState = priorEntry ? this.makeState(priorEntry) : (states.get(key) ?? null);
      const revision = oldState?.revision ?? 0;
      if ((areAllKnown || priorEntry || mustExist(change)) && revision !== expectedRevision) {
        conflicts.push({ kind, slug, expectedRevision, revision });
        continue;
      }
      const [formerKey] = findFormerKeys(change);
      const movedEntry = (formerKey && states.get(kindKey(formerKey))) ?? null;
      const entry = makeLoggedEntry(this.model, change, { existing: oldState, moved: movedEntry, at });
      const publicState = movedEntry ? null : publicStateBefore(oldState, priorEntry ? undefined : published?.get(key));
      if (publicState !== undefined && affectsPublicState(entry)) entry.altered = this.diffStates(entry, publicState);
      loggedEntries.set(key, entry);
      entries.push(entry);
    }
    return { entries, conflicts };
  }

  private makeState(entry: LoggedEntry): StoredEntry {
    return loggedState(this.model, entry, this.hydrateRecord);
  }

  private diffStates(entry: LoggedEntry, publicState: StoredEntry | null): PublicChanges {
    const plan = this.plans.get(entry.kind)!;
    return comparePublicStates(plan, publicState, entry.status === 'PUBLISHED' ? this.makeState(entry) : null);
  }
}

/** Returns the public state of an entry before the change; null if there is none, undefined if it is unknown. */
function publicStateBefore(
  newest: StoredEntry | null,
  published: StoredEntry | null | undefined,
): StoredEntry | null | undefined {
  if (newest?.status === 'PUBLISHED') return newest;
  return newest?.status === 'DRAFT' && newest.publishedAt !== null ? published : null;
}

/** Whether the entry must exist before the change. For other changes, the log rejects a duplicate revision. */
function mustExist({ expectedRevision, movedFrom }: EntryChange): boolean {
  return expectedRevision > 0 || movedFrom !== undefined;
}

function findFormerKeys({ kind, movedFrom }: EntryChange): EntryKey[] {
  return movedFrom === undefined ? [] : [{ kind, slug: movedFrom }];
}

function tooManyWritersError(): AppError {
  return new AppError('BUSY', 'Too many concurrent writes; try again.');
}

/** Returns the error of a write without a response. The write may or may not have succeeded. */
function lostConnectionError(cause: unknown): AppError {
  const message =
    'The connection to the database was lost during the write; the change may or may not be written. Send it again with the ' +
    'same "expectedRevision": it is written at most once, and a conflict means that it was written.';
  return new AppError('DATABASE_UNREACHABLE', message, { mayBeWritten: true }, { cause });
}

/** Returns the error of a batch of which only some parts were written. */
function partialWriteError(error: unknown, writtenCount: number, partCount: number): unknown {
  if (writtenCount === 0) return error;
  return new AppError(
    'CONFLICT',
    `The batch has ${partCount} parts, of which ${writtenCount} were written before a concurrent write; plan the rest again.`,
    { written: writtenCount, parts: partCount },
    { cause: error },
  );
}
