import type { FieldNode, GraphQLField, SelectionNode } from 'graphql';
import { getArgumentValues, GraphQLError, visit } from 'graphql';
import { isIncluded } from '../selection/fragments.js';
import { PlacedError } from './placed-error.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Coerces the arguments of a field.
 *
 * @throws PlacedError BAD_USER_INPUT a variable that an argument needs is null or missing
 */
export function argumentValues(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Record<string, unknown> {
  try {
    return getArgumentValues(definition, node, variables);
  } catch (error) {
    throw placed(error, node, variables);
  }
}

/**
 * Evaluates `@skip` and `@include` of a selection.
 *
 * @throws PlacedError BAD_USER_INPUT the variable of a condition is null or missing
 */
export function isSelected(node: SelectionNode, variables: Variables): boolean {
  try {
    return isIncluded(node, variables);
  } catch (error) {
    throw placed(error, node, variables);
  }
}

/** Converts an error of graphql-js about a value, which has a place but no code. */
function placed(error: unknown, within: SelectionNode, variables: Variables): unknown {
  if (!(error instanceof GraphQLError)) return error;
  const node = error.nodes?.[0] ?? within;
  const empty = new Set<string>();
  visit(node, {
    Variable: ({ name: { value: name } }) => {
      if (variables[name] == null) empty.add(`"$${name}"`);
    },
  });
  const tip = empty.size > 0 ? ` Give ${[...empty].join(' and ')} a value.` : '';
  return new PlacedError(node, 'BAD_USER_INPUT', `${error.message}${tip}`);
}
