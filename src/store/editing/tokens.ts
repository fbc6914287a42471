import type { Database } from '../connection/database.js';
import { READ } from '../connection/database.js';
import type { TokenDocument } from '../documents/small-documents.js';
import type { KeptToken, Tokens } from '../tokens.js';
import { translateErrors, translateErrorsInTime } from '../connection/translate-errors.js';

/** The tokens in their collection, asked for again each time, so that one that was revoked is so at once everywhere. */
export function tokensIn(database: Database): Tokens {
  return {
    byPrefix: async (prefix) => {
      if (!/^[0-9a-f]+$/.test(prefix)) return [];
      const within = { $gte: prefix, $lt: `${prefix}g` };
      const found = database.tokens.find({ digest: within, revokedAt: null }, READ);
      return (await translateErrorsInTime(found.toArray())).map(toToken);
    },
    all: async () =>
      (await translateErrorsInTime(database.tokens.find({}, { ...READ, sort: { createdAt: 1 } }).toArray())).map(
        toToken,
      ),
    add: async ({ id, ...token }) => void (await translateErrors(database.tokens.insertOne({ _id: id, ...token }))),
    revoke: async (id, at) => {
      const done = await translateErrors(
        database.tokens.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: at } }),
      );
      return done.matchedCount === 1;
    },
  };
}

function toToken({ _id, ...token }: TokenDocument): KeptToken {
  return { id: _id, ...token };
}
