import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/request/context.js';
import { inPathOrder, isIncomplete } from '../tables/figure-scope.js';

/** Adds to an answer, as `extensions.scope`, what its lists of figures lack of what the query asks for. */
export const scopePlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { scopes }, response: { body } }) => {
      if (body.kind !== 'single') return;
      const scope = inPathOrder(scopes)
        .filter(isIncomplete)
        .map(({ path, included, existing, requested }) => ({ path, included, existing, requested }));
      if (scope.length === 0) return;
      body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, scope } };
    },
  }),
};
