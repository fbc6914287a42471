import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/request/context.js';
import { MAX_COST } from '../cost/cost-limiter.js';
import { sortByPath, isIncomplete } from '../tables/figure-scope.js';

/** Apollo plugin that reports incomplete lists of figures in `extensions.scope`, and the cost if requested. */
export const responseExtensions: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { includeCost, scopes, stats }, response: { body, http } }) => {
      if (body.kind !== 'single') return;
      const extensions = { ...body.singleResult.extensions };
      const incompleteScopes = sortByPath(scopes.filter(isIncomplete));
      if (incompleteScopes.length > 0)
        extensions['scope'] = incompleteScopes.map(({ path, included, existing, requested }) => {
          return { path, included, existing, requested };
        });
      if (includeCost) {
        extensions['cost'] = {
          counted: stats.counted,
          limit: MAX_COST,
          commands: stats.database.commands,
          milliseconds: Math.round(performance.now() - stats.startedAt),
        };
        // Not cached, because the measured time differs for each response.
        http.headers.set('cache-control', 'no-store');
      }
      if (Object.keys(extensions).length > 0) body.singleResult = { ...body.singleResult, extensions };
    },
  }),
};
