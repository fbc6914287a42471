import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import type { Locale } from './gql/graphql';
import introspection from './gql/possible-types';

/** Where Signpost is. */
export const SIGNPOST: string = import.meta.env['VITE_SIGNPOST'] ?? 'http://127.0.0.1:4000';

const clients = new Map<string, ApolloClient>();

/**
 * The client of a language, and with a token that of an editor, who sees drafts. An `id` has one content only within a
 * language, a role and a preview, so that each has a client, and a cache, of its own.
 */
export function clientFor(locale: Locale, token?: string): ApolloClient {
  const key = JSON.stringify([locale, token]);
  const client = clients.get(key) ?? newClient(locale, token);
  clients.set(key, client);
  return client;
}

function newClient(locale: Locale, token: string | undefined): ApolloClient {
  const address = new URL(`/graphql?locale=${locale}`, SIGNPOST);
  if (token !== undefined) address.searchParams.set('preview', 'true');
  return new ApolloClient({
    cache: new InMemoryCache({ possibleTypes: introspection.possibleTypes }),
    link: new HttpLink({
      uri: address.href,
      // In a header: addresses end up in logs.
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    }),
    // An error costs no more than its field, so what came beside it is shown.
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, mutate: { errorPolicy: 'all' } },
  });
}
