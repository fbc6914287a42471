import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { Kind, parse } from 'graphql';

export interface EditedOperation {
  name: string | null;
  /** Whether it is a query, not a mutation or subscription. */
  isQuery: boolean;
}

/** Returns the operation with a name, else the first; null if the document is invalid. */
export function findOperation(document: string, name?: string | null): EditedOperation | null {
  let parsed: DocumentNode;
  try {
    parsed = parse(document, { noLocation: true });
  } catch {
    return null;
  }
  const found = operationIn(parsed, name);
  return found && { name: found.name?.value ?? null, isQuery: found.operation === 'query' };
}

/** Returns the operation with a name, else the first; null if there is none. */
export function operationIn(document: DocumentNode, name?: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.find((candidate) => candidate.name?.value === name) ?? operations[0] ?? null;
}
