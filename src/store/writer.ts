import { MongoServerError } from 'mongodb';
import type { Model } from '../model/model.js';
import { AppError } from '../errors.js';
import type { LogDocument, LoggedEntry } from './change-log.js';
import { logDocuments } from './change-log.js';
import type { Database } from './database.js';
import type { EntryReader } from './entry-reader.js';
import type { Feed } from './feed.js';
import type { SeriesStore } from './series-store.js';
import type { Batch, CommitResult, EntryChange, StoredEntry } from './store.js';
import { textRevisions } from './text-revisions.js';

const DUPLICATE_KEY = 11000;
/** How often a writer tries again that finds others faster, before it says so. */
const MOST_TRIES = 200;

/** Appends batches to the log. Those of one process go one after the other; those of several race for the next place. */
export class Writer {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly model: Model,
    private readonly reader: EntryReader,
    private readonly series: SeriesStore,
    private readonly feed: Feed,
  ) {}

  async commit(batch: Batch): Promise<CommitResult> {
    refuseRepetition(batch);
    const turn = this.last.then(
      () => this.write(batch),
      () => this.write(batch),
    );
    this.last = turn;
    return turn;
  }

  private async write(batch: Batch): Promise<CommitResult> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      // On the first try a new entry is taken to be new: the log itself refuses it if it is not.
      const asked = attempt > 0 ? batch.entries : batch.entries.filter(({ expectedRevision }) => expectedRevision > 0);
      const states = await this.reader.newest(asked);
      const conflicts = batch.entries.flatMap(({ kind, slug, expectedRevision }) => {
        const revision = states.get(`${kind}/${slug}`)?.revision ?? 0;
        const known = asked.length === batch.entries.length || expectedRevision > 0;
        return known && revision !== expectedRevision ? [{ kind, slug, expectedRevision, revision }] : [];
      });
      if (conflicts.length > 0) return { committed: false, conflicts };

      const at = new Date();
      const editions = await this.series.prepare(batch.editions ?? [], at);
      const entries = batch.entries.map((change) =>
        this.logged(change, states.get(`${change.kind}/${change.slug}`) ?? null, at),
      );
      const items = [...entries, ...editions];
      if (items.length === 0) return { committed: true, sequence: this.feed.sequence };
      const documents = logDocuments(this.feed.sequence + 1, batch, at, items);
      if (await this.append(documents)) {
        const parts = documents.length > 1 ? { parts: documents.length } : {};
        return { committed: true, sequence: documents.at(-1)!._id, ...parts };
      }
      await this.series.discard(editions);
      await this.feed.advance();
    }
    throw new AppError('BUSY', 'Too many others are writing; try again.');
  }

  /** Adds documents to the log; false where another writer took the place, or one of the revisions. */
  private async append(documents: readonly LogDocument[]): Promise<boolean> {
    for (const [index, document] of documents.entries()) {
      try {
        await this.database.changes.insertOne(document);
      } catch (error) {
        const taken = error instanceof MongoServerError && error.code === DUPLICATE_KEY;
        if (taken && index === 0) return false;
        if (index > 0) await this.feed.advance();
        throw partly(error, index, documents.length);
      }
    }
    await this.feed.advance(documents);
    return true;
  }

  private logged(change: EntryChange, before: StoredEntry | null, at: Date): LoggedEntry {
    const { kind, slug, action, expectedRevision, status, originalLocale, record } = change;
    const revision = expectedRevision + 1;
    const earlier = before && { record: before.record, textRevisions: slashed(before.textRevisions) };
    return {
      key: `${kind}/${slug}/${revision}`,
      action,
      before: before?.status ?? null,
      kind,
      slug,
      revision,
      status,
      originalLocale,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
      publishedAt: before?.publishedAt ?? (status === 'PUBLISHED' ? at : null),
      movedTo: change.movedTo ?? null,
      textRevisions: textRevisions(this.model, this.model.kind(kind), record, revision, earlier),
      record,
    };
  }
}

function refuseRepetition({ entries }: Batch): void {
  const keys = entries.map(({ kind, slug }) => `${kind}/${slug}`);
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) throw new Error(`A batch has ${key} twice.`);
    seen.add(key);
  }
}

function slashed(revisions: StoredEntry['textRevisions']): StoredEntry['textRevisions'] {
  return Object.fromEntries(Object.entries(revisions).map(([path, texts]) => [path.replaceAll('.', '/'), texts]));
}

/** A batch in parts of which only some were written cannot be told from one that was not, unless it is said. */
function partly(error: unknown, written: number, parts: number): unknown {
  if (written === 0) return error;
  return new AppError(
    'CONFLICT',
    `The batch has ${parts} parts, of which ${written} were written before another writer came between; plan the rest anew.`,
    { written, parts },
    { cause: error },
  );
}
