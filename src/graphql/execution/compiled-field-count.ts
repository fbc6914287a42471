import {
  type DocumentNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind as Node,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsIn, resolveFragment } from '../../query/fragments.js';

/**
 * Whether a compiled operation has at most `maxFields` fields. The compiler repeats the fields of an interface for each
 * type that implements it, so nested interfaces could exhaust the memory.
 */
export function isWithinFieldLimit(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  maxFields: number,
): boolean {
  const fragments = fragmentsIn(document);
  let fieldCount = 0;
  const canApply = (condition: string | undefined, type: GraphQLObjectType): boolean => {
    const conditionType = condition === undefined ? type : schema.getType(condition);
    return conditionType === type || (isAbstractType(conditionType) && schema.isSubType(conditionType, type));
  };
  const visit = (selectionSet: SelectionSetNode, type: GraphQLObjectType): void => {
    for (const selection of selectionSet.selections) {
      fieldCount += 1;
      if (fieldCount > maxFields) return;
      if (selection.kind === Node.FIELD) {
        const field = type.getFields()[selection.name.value];
        if (!field || !selection.selectionSet) continue;
        const result = getNamedType(field.type);
        if (isObjectType(result)) visit(selection.selectionSet, result);
        else if (isAbstractType(result)) {
          for (const possibleType of schema.getPossibleTypes(result)) visit(selection.selectionSet, possibleType);
        }
        continue;
      }
      const fragment = resolveFragment(selection, fragments);
      if (fragment && canApply(fragment.typeCondition?.name.value, type)) visit(fragment.selectionSet, type);
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) visit(operation.selectionSet, root);
  return fieldCount <= maxFields;
}
