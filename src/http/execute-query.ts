import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { AppError } from '../errors.js';
import type { Context } from '../graphql/request/context.js';
import { type FigureScope, sortByPath } from '../tables/figure-scope.js';

/** The data of a response, or the variables of a query. */
export type QueryData = Readonly<Record<string, unknown>>;

export interface QueryResponse {
  data: QueryData | null;
  errors: readonly GraphQLFormattedError[];
  status: number;
  scopes: readonly FigureScope[];
}

/** A function that executes a query with its own context and deadline, like a separate request. */
export type ExecuteQuery = (query: string, variables: QueryData) => Promise<QueryResponse>;

/** Executes a query without HTTP, with the given context. @throws AppError BAD_REQUEST for an incremental response */
export async function executeQuery(
  apollo: ApolloServer<Context>,
  { query, variables }: { query: string; variables: QueryData },
  contextValue: Context,
): Promise<QueryResponse> {
  const { body, http } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue });
  if (body.kind !== 'single')
    throw new AppError('BAD_REQUEST', 'Incremental responses cannot be downloaded as a file.');
  const { data = null, errors = [] } = body.singleResult;
  return { data, errors, status: http.status ?? 400, scopes: sortByPath(contextValue.scopes) };
}
