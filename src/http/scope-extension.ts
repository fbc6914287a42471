import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/request/context.js';
import { inPathOrder, isIncomplete } from '../tables/figure-scope.js';

/** Apollo plugin that adds `extensions.scope` to a response, if any of its lists of figures is incomplete. */
export const scopeExtension: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { scopes }, response: { body } }) => {
      if (body.kind !== 'single') return;
      const incomplete = scopes.filter(isIncomplete);
      if (incomplete.length === 0) return;
      const scope = inPathOrder(incomplete).map(({ path, included, existing, requested }) => ({
        path,
        included,
        existing,
        requested,
      }));
      body.singleResult = { ...body.singleResult, extensions: { ...body.singleResult.extensions, scope } };
    },
  }),
};
