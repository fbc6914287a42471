import { MongoServerError } from 'mongodb';
import { type EntryKey, kindKey } from '../../model/entry-key.js';
import type { Model } from '../../model/model.js';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import { DUPLICATE_KEY_CODE } from '../connection/translate-errors.js';
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
      const scheduleByKey = new Map(schedules.map((schedule) => [kindKey(schedule), schedule]));
      return keys.map((key) => scheduleByKey.get(kindKey(key)) ?? null);
    },
    all: (limit) => read({}, limit),
    due: (now) => read({ at: { $lte: now }, problem: null }),
    put: async (schedule, expected) => {
      const storedSchedule = withStoredKind(model, schedule);
      const _id = kindKey(storedSchedule);
      if (expected === null) return isInserted(database.schedules.insertOne({ _id, ...storedSchedule }));
      const filter = { _id, ...(expected && matchSchedule(expected)) };
      const replacement = database.schedules.replaceOne(filter, storedSchedule, { upsert: expected === undefined });
      const { matchedCount, upsertedCount } = await replacement;
      return matchedCount + upsertedCount === 1;
    },
    remove: async (kind, slug, knownSchedule) => {
      const filter = { _id: idOf({ kind, slug }), ...(knownSchedule && matchSchedule(knownSchedule)) };
      return (await database.schedules.deleteOne(filter)) === 1;
    },
  };
}

function matchSchedule({ revision, at }: { revision: number; at?: Date }): { revision: number; at?: Date } {
  return { revision, ...(at && { at }) };
}

async function isInserted(insertion: Promise<unknown>): Promise<boolean> {
  try {
    await insertion;
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === DUPLICATE_KEY_CODE) return false;
    throw error;
  }
}

export function toSchedule(model: Model, document: ScheduleDocument): Schedule {
  const { kind, slug, revision, at, author, message, problem } = document;
  return { kind: currentKindName(model, kind), slug, revision, at, author, message, problem };
}
