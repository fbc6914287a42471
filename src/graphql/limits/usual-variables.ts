import type { DocumentNode, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  typeFromAST,
  valueFromAST,
  visit,
} from 'graphql';
import { PAGE } from '../../model/page-size.js';

/** Arguments that are the size of a page. */
const PAGE_SIZES = ['first', 'last'];

/**
 * Values for the variables of an operation where nobody gives any: their defaults, the usual size of a page for what is
 * the size of one, and else a value of the type.
 */
export function usualVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const sizes = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (PAGE_SIZES.includes(name.value) && value.kind === Kind.VARIABLE) sizes.add(value.name.value);
    },
  });
  for (const { variable, type: written, defaultValue } of variableDefinitions) {
    const type = typeFromAST(schema, written as Parameters<typeof typeFromAST>[1]);
    if (!isInputType(type)) continue;
    if (defaultValue) values[variable.name.value] = valueFromAST(defaultValue, type);
    else if (isNonNullType(type)) {
      values[variable.name.value] = sizes.has(variable.name.value) ? PAGE.usual : usual(type);
    }
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
      return 0;
    case 'Boolean':
      return true;
    default:
      return '';
  }
}
