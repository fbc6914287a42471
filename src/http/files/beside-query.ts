import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql';
import { Kind, parse, visit } from 'graphql';
import type { Data } from '../ask-query.js';
import { OWN } from './paged-query.js';

/** A query of one field that is sent in the same request as another, with its variables. */
export interface AskedBeside {
  query: string;
  variables: Data;
}

export const BESIDE = `${OWN}beside`;

/** The variables of a query beside another, renamed as `withBeside` does. */
export function variablesBeside(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [`${OWN}${name}`, value]));
}

/** Adds the one field of another query to an operation, under reserved names. */
export function withBeside(document: DocumentNode, query: string): DocumentNode {
  const [other] = visit(parse(query, { noLocation: true }), {
    Variable: ({ kind, name }) => ({ kind, name: { ...name, value: `${OWN}${name.value}` } }),
  }).definitions as [OperationDefinitionNode];
  const [root] = other.selectionSet.selections as [FieldNode];
  const field = { ...root, alias: { kind: Kind.NAME, value: BESIDE } as const };
  return visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [...(operation.variableDefinitions ?? []), ...(other.variableDefinitions ?? [])],
      selectionSet: { ...operation.selectionSet, selections: [...operation.selectionSet.selections, field] },
    }),
  });
}
