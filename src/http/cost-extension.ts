import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/request/context.js';
import { MAX_COST } from '../cost/cost.js';

/** Apollo plugin that adds the cost of an operation to its response, if requested. */
export const costExtension: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { includeCost, stats }, response: { body, http } }) => {
      if (!includeCost || body.kind !== 'single') return;
      const cost = {
        counted: stats.counted,
        limit: MAX_COST,
        commands: stats.database.commands,
        milliseconds: Math.round(performance.now() - stats.since),
      };
      body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, cost } };
      // The measured time differs for each response.
      http.headers.set('cache-control', 'no-store');
    },
  }),
};
