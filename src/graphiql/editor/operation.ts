import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** What an operation of a document is. */
export interface Operation {
  name: string | null;
  /** Whether it only reads, once. */
  isQuery: boolean;
}

/** The operation of a document by its name, or its first; null where the document cannot be read or has none. */
export function findOperation(document: string, name?: string | null): Operation | null {
  let parsed: DocumentNode;
  try {
    parsed = parse(document, { noLocation: true });
  } catch {
    return null;
  }
  const found = operationIn(parsed, name);
  return found && { name: found.name?.value ?? null, isQuery: found.operation === 'query' };
}

/** The operation of a name, or the first; null where there is none. */
export function operationIn(document: DocumentNode, name?: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operations.find((each) => each.name?.value === name) ?? operations[0] ?? null;
}
