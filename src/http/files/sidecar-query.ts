import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import { Kind, parse, visit } from 'graphql';
import type { Data } from '../execute-query.js';
import { RESERVED_PREFIX } from './paged-query.js';

/** A query with a single root field, sent in the same request as another query, and its variables. */
export interface SidecarQuery {
  query: string;
  variables: Data;
}

export const SIDECAR = `${RESERVED_PREFIX}beside`;

/** Returns the variables of a sidecar query with the prefix that `mergeSidecar` uses. */
export function sidecarVariables(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`${RESERVED_PREFIX}${name}`, value]));
}

/** Adds the root field of a sidecar query to an operation, with prefixed names. */
export function mergeSidecar(document: DocumentNode, query: string): DocumentNode {
  const [other] = visit(parse(query, { noLocation: true }), {
    Variable: ({ kind, name }) => ({ kind, name: { ...name, value: `${RESERVED_PREFIX}${name.value}` } }),
  }).definitions as [OperationDefinitionNode];
  const [root] = other.selectionSet.selections as [FieldNode];
  const field = { ...root, alias: { kind: Kind.NAME, value: SIDECAR } as const };
  return visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [...(operation.variableDefinitions ?? []), ...(other.variableDefinitions ?? [])],
      selectionSet: { ...operation.selectionSet, selections: [...operation.selectionSet.selections, field] },
    }),
  });
}
