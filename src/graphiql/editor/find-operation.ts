import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';

/** Returns the operation with a name, or the only one; null if there is none or the document is invalid. */
export function findOperation(document: string, name?: string | null): OperationDefinitionNode | null {
  let parsed: DocumentNode;
  try {
    parsed = parse(document, { noLocation: true });
  } catch {
    return null;
  }
  return getOperationAST(parsed, name) ?? null;
}
