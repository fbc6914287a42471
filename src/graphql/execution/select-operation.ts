import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';
import { AppError } from '../../errors.js';
import { LocatedError } from '../../query/located-error.js';

/**
 * Returns the operation of a document to execute.
 * @param operation the operation selected by name; undefined if none or several match
 * @throws AppError BAD_REQUEST if there is no such operation, or it is a subscription
 */
export function chosenOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  if (operation?.operation === 'subscription') {
    const message = 'Subscriptions are answered at /graphql/stream, as server-sent events.';
    throw new LocatedError(operation, 'BAD_REQUEST', message);
  }
  if (operation) return operation;
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [`"${definition.name.value}"`] : [],
  );
  const tip = names.length === 0 ? 'its operation has no name' : `its operations are ${names.join(', ')}`;
  const fault =
    operationName == null
      ? 'The query has several operations and "operationName" does not choose one'
      : `The query has no operation named "${operationName}"`;
  throw new AppError('BAD_REQUEST', `${fault}; ${tip}.`);
}
