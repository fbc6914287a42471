import { randomBytes } from 'node:crypto';
import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { SecretStore } from '../secrets.js';

const SECRET_BYTES = 32;

/** Opens the store of secrets. Servers that create a secret at the same time get the same value. */
export function openSecretStore(database: Database): SecretStore {
  return {
    getSecret: async (name) => {
      const read = () => database.secrets.findOne({ _id: name }, READ_OPTIONS);
      const document = await read();
      if (document) return Buffer.from(document.secret, 'hex');
      const $setOnInsert = { secret: randomBytes(SECRET_BYTES).toString('hex') };
      await database.secrets.updateOne({ _id: name }, { $setOnInsert }, { upsert: true });
      return Buffer.from((await read())!.secret, 'hex');
    },
  };
}
