import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { getOperationAST, Kind, parse } from 'graphql';

/** What an operation of a document is. */
export interface Operation {
  name: string | null;
  /** Whether it only reads, once. */
  isQuery: boolean;
}

/** The operation of a document by its name, or its first; null where the document cannot be read or has none. */
export function findOperation(document: string, name?: string): Operation | null {
  let parsed: DocumentNode;
  try {
    parsed = parse(document, { noLocation: true });
  } catch {
    return null;
  }
  const isOperation = (node: { kind: Kind }): node is OperationDefinitionNode =>
    node.kind === Kind.OPERATION_DEFINITION;
  const found = (name === undefined ? null : getOperationAST(parsed, name)) ?? parsed.definitions.find(isOperation);
  return found ? { name: found.name?.value ?? null, isQuery: found.operation === 'query' } : null;
}
