import type { GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { PAGE } from '../selection/page-query.js';

/** Values for the variables of an operation where nobody gives any: what they default to, and else of the form asked for. */
export function usualVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, type: written, defaultValue } of variableDefinitions) {
    const type = typeFromAST(schema, written as Parameters<typeof typeFromAST>[1]);
    if (!isInputType(type)) continue;
    if (defaultValue) values[variable.name.value] = valueFromAST(defaultValue, type);
    else if (isNonNullType(type)) values[variable.name.value] = usual(type);
  }
  return values;
}

function usual(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return usual(type.ofType as GraphQLInputType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]!.value;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, usual(field.type)]));
  }
  switch (type.name) {
    case 'Int':
    case 'Float':
      return PAGE.usual;
    case 'Boolean':
      return true;
    default:
      return '';
  }
}
