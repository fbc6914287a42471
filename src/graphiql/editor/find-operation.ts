import { type DocumentNode, getOperationAST, type OperationDefinitionNode, parse } from 'graphql';

/** Returns the operation with a name, or the only one; null if there is none or the document is invalid. */
export function findOperation(document: string, name?: string | null): OperationDefinitionNode | null {
  let documentNode: DocumentNode;
  try {
    documentNode = parse(document, { noLocation: true });
  } catch {
    return null;
  }
  return getOperationAST(documentNode, name) ?? null;
}
