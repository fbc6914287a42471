import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  type SelectionNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { isIncluded } from './fragments.js';
import { LocatedError } from './located-error.js';

/** The variables of an operation. */
export interface Variables {
  values: Readonly<Record<string, unknown>>;
  /** Whether the values are defaults, because there is no request. Arguments without a value then use their default. */
  areDefaults?: boolean;
}

/** Returns the default values of the variables of an operation, for an estimate without a request. */
export function defaultVariables({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const values = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { values: Object.fromEntries(values) as Variables['values'], areDefaults: true };
}

/** Returns the coerced arguments of a field. @throws LocatedError BAD_USER_INPUT if a required variable has no value */
export function argumentValues(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Record<string, unknown> {
  const { values, areDefaults } = variables;
  if (!areDefaults) return withLocation(node, values, () => getArgumentValues(definition, node, values));
  const givenValues = new Map(
    node.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value, values)]),
  );
  return Object.fromEntries(
    definition.args.map(({ name, type, defaultValue }) => [name, toList(givenValues.get(name), type) ?? defaultValue]),
  );
}

/** Wraps a single value of a list type in a list. An input object whose variable has no value becomes empty. */
function toList(value: unknown, type: GraphQLInputType): unknown {
  if (value == null || !isListType(getNullableType(type))) return value;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return isInputObjectType(getNamedType(type)) ? items.map((item) => item ?? {}) : items;
}

/** Whether `@skip` and `@include` include a node; true if a default is missing. @throws LocatedError in a request */
export function mayBeIncluded(node: SelectionNode, { values, areDefaults }: Variables): boolean {
  if (!node.directives?.length) return true;
  if (!areDefaults) return withLocation(node, values, () => isIncluded(node, values));
  try {
    return isIncluded(node, values);
  } catch {
    return true;
  }
}

/** Converts errors of graphql-js about a value to a LocatedError with location and code. */
function withLocation<T>(selection: SelectionNode, values: Variables['values'], evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const node = error.nodes?.[0] ?? selection;
    const unsetVariables = new Set<string>();
    visit(node, {
      Variable: ({ name: { value: name } }) => {
        if (values[name] == null) unsetVariables.add(`"$${name}"`);
      },
    });
    const hint = unsetVariables.size > 0 ? ` Give ${[...unsetVariables].join(' and ')} a value.` : '';
    throw new LocatedError(node, 'BAD_USER_INPUT', `${error.message}${hint}`);
  }
}
