import {
  type ASTNode,
  type DocumentNode,
  Kind as Node,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, fragmentsIn, resolveFragment } from './fragments.js';
import { LocatedError } from './located-error.js';

/** Limits of one request. Fragments are expanded, and each field is counted each time it is reached. */
export const QUERY_LIMITS = {
  /** Maximum number of lexical tokens of a query. More tokens can overflow the stack of the parser. */
  tokens: 1000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 50,
  /** Total number of fields after fragments are expanded, to prevent exponential growth. */
  fields: 2000,
  /** Maximum number of items in a list argument. `text` is the maximum number of characters of a string argument. */
  listItems: 250,
  text: 1000,
  /** Maximum number of values nested in one argument. `valueDepth` is their maximum nesting depth. */
  values: 1000,
  valueDepth: 20,
} as const;

/** Prefix of introspection fields. A request may contain one introspection, which has separate limits. */
const INTROSPECTION_PREFIX = '__';

/** Checks depth, aliases, root fields, directives, introspections and operation types. @throws TOO_DEEP, TOO_MANY */
export function checkQueryShape(document: DocumentNode, operation: OperationDefinitionNode): void {
  new ShapeCheck(document).check(operation);
}

class ShapeCheck {
  private readonly fragments: Fragments;
  private aliases = 0;
  private directives = 0;
  private fields = 0;
  private rootFields = 0;
  private introspections = 0;

  constructor(private readonly document: DocumentNode) {
    this.fragments = fragmentsIn(document);
  }

  check(operation: OperationDefinitionNode): void {
    const types = new Set(
      this.document.definitions.flatMap((node) => (node.kind === Node.OPERATION_DEFINITION ? [node.operation] : [])),
    );
    if (types.size > 1) throw tooManyError(operation, 'types of operation', types.size, 1);
    this.countDirectives(operation);
    this.visit(operation.selectionSet, 1);
  }

  private visit(selectionSet: SelectionSetNode, depth: number): void {
    for (const selection of selectionSet.selections) {
      this.countDirectives(selection);
      if (selection.kind !== Node.FIELD) {
        const fragment = resolveFragment(selection, this.fragments);
        this.count('fields', selection);
        if (fragment) this.visit(fragment.selectionSet, depth);
        continue;
      }
      if (selection.alias) this.count('aliases', selection);
      if (depth === 1) this.count('rootFields', selection);
      this.count('fields', selection);
      const name = selection.name.value;
      if (name.startsWith(INTROSPECTION_PREFIX)) {
        if (name !== '__typename') this.countIntrospection(selection);
        continue;
      }
      if (depth > QUERY_LIMITS.depth) {
        const message = `"${name}" is nested ${depth} levels deep; at most ${QUERY_LIMITS.depth} are allowed.`;
        throw new LocatedError(selection, 'TOO_DEEP', message);
      }
      if (selection.selectionSet) this.visit(selection.selectionSet, depth + 1);
    }
  }

  private countDirectives({ directives = [] }: OperationDefinitionNode | SelectionNode): void {
    for (const directive of directives) this.count('directives', directive);
  }

  private count(counter: 'aliases' | 'directives' | 'fields' | 'rootFields', node: ASTNode): void {
    this[counter] += 1;
    if (this[counter] > QUERY_LIMITS[counter])
      throw tooManyError(node, LIMIT_NAMES[counter], this[counter], QUERY_LIMITS[counter]);
  }

  private countIntrospection(node: ASTNode): void {
    this.introspections += 1;
    if (this.introspections > 1) throw tooManyError(node, 'introspections', this.introspections, 1);
  }
}

const LIMIT_NAMES = {
  aliases: 'aliases',
  directives: 'directives',
  fields: 'fields',
  rootFields: 'fields at the root',
};

function tooManyError(node: ASTNode, noun: string, count: number, limit: number): LocatedError {
  return new LocatedError(
    node,
    'TOO_MANY',
    `The query has ${count} ${noun} or more; at most ${limit} are allowed in one request.`,
  );
}

/**
 * Checks the lengths and the number of values of an argument. @param node location of errors
 * @throws AppError TOO_MANY, TOO_DEEP, BAD_USER_INPUT
 */
export function checkArgument(name: string, argument: unknown, node: ASTNode): void {
  let valueCount = 0;
  const visit = (value: unknown, depth: number): void => {
    valueCount += 1;
    if (valueCount > QUERY_LIMITS.values)
      throw tooManyError(node, `values in "${name}"`, valueCount, QUERY_LIMITS.values);
    if (depth > QUERY_LIMITS.valueDepth) {
      throw new LocatedError(node, 'TOO_DEEP', `"${name}" is nested deeper than ${QUERY_LIMITS.valueDepth} levels.`);
    }
    if (typeof value === 'string' && value.length > QUERY_LIMITS.text) {
      const message = `A text in "${name}" has ${value.length} characters; use at most ${QUERY_LIMITS.text}.`;
      throw new LocatedError(node, 'BAD_USER_INPUT', message);
    }
    if (Array.isArray(value)) {
      if (value.length > QUERY_LIMITS.listItems) {
        throw tooManyError(node, `items in a list in "${name}"`, value.length, QUERY_LIMITS.listItems);
      }
      for (const item of value) visit(item, depth + 1);
    } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      for (const nestedValue of Object.values(value)) visit(nestedValue, depth + 1);
    }
  };
  visit(argument, 0);
}
