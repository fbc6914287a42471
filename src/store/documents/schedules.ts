import { MongoServerError } from 'mongodb';
import { kindKey } from '../../model/entry-key.js';
import type { Database } from '../connection/database.js';
import { READ_OPTIONS } from '../connection/database.js';
import { DUPLICATE_KEY } from '../connection/translate-errors.js';
import type { Schedule, Schedules } from '../schedules.js';
import type { ScheduleDocument } from './small-documents.js';

export function schedulesIn(database: Database): Schedules {
  const read = async (filter: object, limit = 0) => {
    const found = await database.schedules.find(filter, { ...READ_OPTIONS, sort: { at: 1, _id: 1 }, limit });
    return found.map(toSchedule);
  };
  return {
    of: async (keys) => {
      const found = await read({ _id: { $in: keys.map(kindKey) } });
      const byKey = new Map(found.map((schedule) => [kindKey(schedule), schedule]));
      return keys.map((key) => byKey.get(kindKey(key)) ?? null);
    },
    all: (limit) => read({}, limit),
    due: (now) => read({ at: { $lte: now }, problem: null }),
    put: async (schedule, read) => {
      const _id = kindKey(schedule);
      if (read === null) return isInserted(database.schedules.insertOne({ _id, ...schedule }));
      const asked = { _id, ...(read && only(read)) };
      const put = database.schedules.replaceOne(asked, schedule, { upsert: read === undefined });
      const { matchedCount, upsertedCount } = await put;
      return matchedCount + upsertedCount === 1;
    },
    remove: async (kind, slug, known) => {
      const asked = { _id: kindKey({ kind, slug }), ...(known && only(known)) };
      return (await database.schedules.deleteOne(asked)) === 1;
    },
  };
}

function only({ revision, at }: { revision: number; at?: Date }): { revision: number; at?: Date } {
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

export function toSchedule({ kind, slug, revision, at, author, message, problem }: ScheduleDocument): Schedule {
  return { kind, slug, revision, at, author, message, problem };
}
