import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/request/context.js';
import { MAX_COST } from '../cost/cost.js';

interface ReportedCost {
  /** The estimated cost; null where it was not estimated. */
  counted: number | null;
  limit: number;
  /** Commands sent to the database. */
  commands: number;
  /** From reading the request to writing the response. */
  milliseconds: number;
}

/** Adds the cost of an operation to its response where the request asks for it. */
export const costExtension: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { includeCost, stats }, response: { body, http } }) => {
      if (!includeCost || body.kind !== 'single') return;
      const cost: ReportedCost = {
        counted: stats.counted,
        limit: MAX_COST,
        commands: stats.database.commands,
        milliseconds: Math.round(performance.now() - stats.since),
      };
      body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, cost } };
      // The next response takes another time.
      http.headers.set('cache-control', 'no-store');
    },
  }),
};
