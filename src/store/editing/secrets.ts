import { randomBytes } from 'node:crypto';
import type { Database } from '../connection/database.js';
import { translateErrorsInTime } from '../connection/translate-errors.js';
import type { Secrets } from '../secrets.js';

const BYTES = 32;

/** The secrets in their collection. Of several servers that ask first at once, one makes it and all get that one. */
export function secretsIn(database: Database): Secrets {
  return {
    secret: async (name) => {
      const found = await translateErrorsInTime(database.secrets.findOne({ _id: name }));
      if (found) return Buffer.from(found.secret, 'hex');
      const made = await translateErrorsInTime(
        database.secrets.findOneAndUpdate(
          { _id: name },
          { $setOnInsert: { secret: randomBytes(BYTES).toString('hex') } },
          { upsert: true, returnDocument: 'after' },
        ),
      );
      return Buffer.from(made!.secret, 'hex');
    },
  };
}
