import type { Filter } from 'mongodb';
import type { Model } from '../../model/model.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { LoggedChange } from '../change-log.js';
import { type LogDocument, toChangeEvent } from './log-document.js';

export async function readLastSequence(database: Database): Promise<number> {
  const lastBatch = await database.changes.findOne({}, { ...READ_OPTIONS, sort: { _id: -1 }, projection: { _id: 1 } });
  return lastBatch?._id ?? 0;
}

/** Maximum number of entries per read of changes. A single change may exceed it. */
const MAX_ENTRIES_PER_READ = 5000;

/** Reads the changes after a sequence number, without their records. See `ChangeLog.changesAfter`. */
export function changesAfter(
  database: Database,
  model: Model,
  sequence: number,
  limit: number,
): Promise<LoggedChange[]> {
  return readChanges(database, model, { _id: { $gt: sequence } }, 1, limit);
}

/** Reads the changes before a sequence number, without their records. See `ChangeLog.changesBefore`. */
export function changesBefore(
  database: Database,
  model: Model,
  sequence: number | null,
  limit: number,
  until: Date | null = null,
): Promise<LoggedChange[]> {
  const filter = { ...(sequence !== null && { _id: { $lt: sequence } }), ...(until && { at: { $lt: until } }) };
  return readChanges(database, model, filter, -1, limit);
}

async function readChanges(
  database: Database,
  model: Model,
  filter: Filter<LogDocument>,
  direction: 1 | -1,
  limit: number,
): Promise<LoggedChange[]> {
  const entryPaths = ['kind', 'slug', 'revision', 'action', 'status', 'publishedAt', 'edition.indicator'].map(
    (name) => `entries.${name}`,
  );
  const documents = database.changes.each(filter, {
    ...READ_OPTIONS,
    sort: { _id: direction },
    limit,
    projection: Object.fromEntries(['author', 'message', 'at', ...entryPaths].map((name) => [name, 1])),
  });
  const changes: LoggedChange[] = [];
  let entryCount = 0;
  for await (const document of documents) {
    const { author, message, at } = document;
    changes.push({ ...toChangeEvent(model, document), author, message, at });
    entryCount += document.entries.length;
    if (entryCount >= MAX_ENTRIES_PER_READ) break;
  }
  return changes;
}
