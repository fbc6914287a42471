import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/request/context.js';
import { MOST_OBJECTS } from '../graphql/limits/cost.js';

/** What an operation cost, as it is told to those who ask for it. */
interface ToldCost {
  /** How many objects the answer could have at most, which is what is limited; null where it was refused uncounted. */
  counted: number | null;
  /** How many objects an answer may have. */
  limit: number;
  /** Sent to the database. */
  commands: number;
  /** From when the request was read until the answer was written. */
  milliseconds: number;
}

/** Tells the cost of an operation beside its answer, or beside its refusal, where the request asks for that. */
export const costPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { tellsCost, stats }, response: { body, http } }) => {
      if (!tellsCost || body.kind !== 'single') return;
      const cost: ToldCost = {
        counted: stats.counted,
        limit: MOST_OBJECTS,
        commands: stats.database.commands,
        milliseconds: Math.round(performance.now() - stats.since),
      };
      body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, cost } };
      // The next answer takes another time.
      http.headers.set('cache-control', 'no-store');
    },
  }),
};
