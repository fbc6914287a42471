import { MongoServerError } from 'mongodb';
import { type EntryKey, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import { DUPLICATE_KEY } from '../connection/translate-errors.js';
import type { Schedule, ScheduleStore } from '../schedules.js';
import type { ScheduleDocument } from './document-types.js';
import { currentKindName, withStoredKind } from './stored-kind-name.js';

export function openScheduleStore(database: Database, model: Model): ScheduleStore {
  const read = async (filter: object, limit = 0) => {
    const documents = await database.schedules.find(filter, { ...READ_OPTIONS, sort: { at: 1, _id: 1 }, limit });
    return documents.map((schedule) => toSchedule(model, schedule));
  };
  const idOf = (key: EntryKey) => kindKey(withStoredKind(model, key));
  return {
    byKeys: async (keys) => {
      const schedules = await read({ _id: { $in: keys.map(idOf) } });
      const byKey = new Map(schedules.map((schedule) => [kindKey(schedule), schedule]));
      return keys.map((key) => byKey.get(kindKey(key)) ?? null);
    },
    all: (limit) => read({}, limit),
    due: (now) => read({ at: { $lte: now }, problem: null }),
    put: async (schedule, expected) => {
      const stored = withStoredKind(model, schedule);
      const _id = kindKey(stored);
      if (expected === null) return isInserted(database.schedules.insertOne({ _id, ...stored }));
      const filter = { _id, ...(expected && matchSchedule(expected)) };
      const put = database.schedules.replaceOne(filter, stored, { upsert: expected === undefined });
      const { matchedCount, upsertedCount } = await put;
      return matchedCount + upsertedCount === 1;
    },
    remove: async (kind, slug, known) => {
      const filter = { _id: idOf({ kind, slug }), ...(known && matchSchedule(known)) };
      return (await database.schedules.deleteOne(filter)) === 1;
    },
  };
}

function matchSchedule({ revision, at }: { revision: number; at?: Date }): { revision: number; at?: Date } {
  return { revision, ...(at && { at }) };
}

async function isInserted(inserted: Promise<unknown>): Promise<boolean> {
  try {
    await inserted;
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return false;
    throw error;
  }
}

export function toSchedule(model: Model, document: ScheduleDocument): Schedule {
  const { kind, slug, revision, at, author, message, problem } = document;
  return { kind: currentKindName(model, kind), slug, revision, at, author, message, problem };
}
