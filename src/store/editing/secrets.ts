import { randomBytes } from 'node:crypto';
import type { Database } from '../connection/database.js';
import { READ } from '../connection/database.js';
import type { Secrets } from '../secrets.js';

const BYTES = 32;

/** The secrets in their collection. If several servers create one at once, all get the same. */
export function secretsIn(database: Database): Secrets {
  return {
    secret: async (name) => {
      const found = await database.secrets.findOne({ _id: name }, READ);
      if (found) return Buffer.from(found.secret, 'hex');
      const made = await database.secrets.findOneAndUpdate(
        { _id: name },
        { $setOnInsert: { secret: randomBytes(BYTES).toString('hex') } },
        { upsert: true, returnDocument: 'after' },
      );
      return Buffer.from(made!.secret, 'hex');
    },
  };
}
