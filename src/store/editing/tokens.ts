import { type Database, READ_OPTIONS } from '../connection/database.js';
import type { TokenDocument } from '../documents/document-types.js';
import type { StoredToken, TokenStore } from '../tokens.js';
import type { TokenCache } from './token-cache.js';
import type { Writer } from './writer.js';

/** Length of the digest prefix that is used to look up tokens. The rest is compared in constant time. */
const PREFIX_LENGTH = 8;

/** Returns the token store. Tokens are cached until one is revoked. */
export function openTokenStore(database: Database, writer: Pick<Writer, 'announce'>, cache: TokenCache): TokenStore {
  return {
    withSamePrefix: async (digest) => {
      const cachedToken = cache.get(digest);
      if (cachedToken) return [cachedToken];
      const prefix = digest.slice(0, PREFIX_LENGTH);
      if (!/^[0-9a-f]+$/.test(prefix)) return [];
      const { generation } = cache;
      const prefixRange = { $gte: prefix, $lt: `${prefix}g` };
      const documents = await database.tokens.find({ digest: prefixRange, revokedAt: null }, READ_OPTIONS);
      const tokens = documents.map(toToken);
      for (const token of tokens) if (token.digest === digest) cache.set(token, generation);
      return tokens;
    },
    all: async () => (await database.tokens.find({}, { ...READ_OPTIONS, sort: { createdAt: 1 } })).map(toToken),
    add: async ({ id, ...token }) => void (await database.tokens.insertOne({ _id: id, ...token })),
    revoke: async (id, at) => {
      const result = await database.tokens.updateOne({ _id: id, revokedAt: null }, { $set: { revokedAt: at } });
      if (result.matchedCount === 0) return false;
      // The revocation takes effect in this process even if the announcement fails.
      cache.clear();
      await writer.announce({ author: 'token', message: `token ${id}: revoked` }, 'TOKENS');
      return true;
    },
  };
}

function toToken({ _id, ...token }: TokenDocument): StoredToken {
  return { id: _id, ...token };
}
