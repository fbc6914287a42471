import { MongoClient } from 'mongodb';
import type { LogDocument, LoggedEntry } from '../../src/store/log/log-document.js';

/**
 * Appends batches to a log and marks them as projected although they were not, so that a long log takes only seconds.
 * No other process may write.
 */
export async function writeProjectedLog(
  { uri, database }: { uri: string; database: string },
  batches: Iterable<Omit<LogDocument, '_id'>>,
): Promise<void> {
  await using client = await MongoClient.connect(uri);
  const db = client.db(database);
  const changes = db.collection<LogDocument>('changes');
  let last = (await changes.findOne({}, { sort: { _id: -1 } }))?._id ?? 0;
  let sample: LogDocument[] = [];
  const write = async () => {
    if (sample.length > 0) await changes.insertMany(sample);
    sample = [];
  };
  for (const each of batches) {
    last += 1;
    sample.push({ _id: last, ...each });
    if (sample.length === 2000 || each.entries.length > 100) await write();
  }
  await write();
  const state = db.collection<{ _id: string }>('state');
  await state.updateOne({ _id: 'projection' }, { $set: { sequence: last } }, { upsert: true });
  await state.updateOne({ _id: 'projection:1' }, { $set: { sequence: last }, $unset: { mark: '' } });
}

/** Yields batches, each of which publishes one revision of a topic. */
export function* topicBatches(slug: string, to: number, from = 1): Generator<Omit<LogDocument, '_id'>> {
  for (let revision = from; revision <= to; revision += 1) {
    const entries = [loggedRevision(slug, revision)];
    yield { author: 'Ana', message: `change ${revision}`, at: entries[0]!.updatedAt, entries };
  }
}

/** Returns one revision of a topic as stored in the log. */
export function loggedRevision(slug: string, revision: number): LoggedEntry {
  const time = new Date(1e12 + revision);
  return {
    key: `Topic/${slug}/${revision}`,
    action: 'SAVE',
    before: null,
    kind: 'Topic',
    slug,
    revision,
    status: 'PUBLISHED',
    originalLocale: 'en',
    createdAt: time,
    updatedAt: time,
    publishedAt: time,
    movedTo: null,
    textRevisions: {},
    record: { title: { en: slug }, scheme: 'SUBJECT', definition: { en: `revision ${revision} `.repeat(20) } },
  };
}
