import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import { Kind, parse, visit } from 'graphql';
import type { Data } from '../execute-query.js';
import { RESERVED_PREFIX } from './paged-query.js';

/** A query of one field that is sent in the same request as another, with its variables. */
export interface SidecarQuery {
  query: string;
  variables: Data;
}

export const SIDECAR = `${RESERVED_PREFIX}beside`;

/** The variables of a query beside another, renamed as `mergeSidecar` does. */
export function sidecarVariables(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`${RESERVED_PREFIX}${name}`, value]));
}

/** Adds the one field of another query to an operation, under reserved names. */
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
