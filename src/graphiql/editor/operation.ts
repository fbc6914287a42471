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

/** Returns the slug of the indicator that a valid query selects at its root; null if it selects anything else. */
export function selectedIndicator(request: {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName?: string | undefined;
}): string | null {
  const { query, variables, operationName } = request;
  const [field, ...others] = operationIn(parse(query), operationName)?.selectionSet.selections ?? [];
  if (others.length > 0 || field?.kind !== Kind.FIELD || field.name.value !== 'indicator') return null;
  const slug = field.arguments?.find(({ name }) => name.value === 'slug')?.value;
  if (slug?.kind === Kind.STRING) return slug.value;
  const value = slug?.kind === Kind.VARIABLE ? variables[slug.name.value] : null;
  return typeof value === 'string' ? value : null;
}
