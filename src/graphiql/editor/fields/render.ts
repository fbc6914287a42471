import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputType,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isInterfaceType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { SelectionPath } from './selection-path.js';
import { readArgument, argumentStep } from './selection-path.js';

/** A selection: its text and its nested selections. */
export interface SelectionPart {
  text: string;
  parts: readonly SelectionPart[];
}

/** Names of fields to select by default in an object. The first that exists is selected. */
const DEFAULT_FIELDS = ['title', 'nodes', 'id', 'slug', 'label'];

/** Maximum depth of default selections: a connection has nodes, and a node has a title. */
const MAX_DEFAULT_DEPTH = 3;

/** Renders the selection of a path: required arguments, and default fields on the last field. */
export function renderPath(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  path: SelectionPath,
): readonly SelectionPart[] {
  const [step, ...rest] = path;
  if (step === undefined) return defaultSelection(type, MAX_DEFAULT_DEPTH);
  const field = findField(type, step);
  const inner = field ? getNamedType(field.type) : (schema.getType(step.replace('... on ', '')) ?? type);
  const [argument] = rest.map(readArgument);
  const given = field ? renderArguments(field, argument ?? null) : '';
  return [{ text: step + given, parts: renderPath(schema, inner, argument == null ? rest : []) }];
}

/** Returns the argument at the end of a path with a sample value, as in `first: 10`. */
export function sampleArgument(schema: GraphQLSchema, operation: OperationDefinitionNode, path: SelectionPath): string {
  const field = fieldAt(schema, schema.getRootType(operation.operation)!, path.slice(0, -1))!;
  return renderArgument(field.args.find(({ name }) => argumentStep(name) === path.at(-1))!);
}

function fieldAt(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  path: SelectionPath,
): GraphQLField<unknown, unknown> | null {
  const [step, ...rest] = path;
  const field = findField(type, step!);
  if (rest.length === 0) return field;
  const inner = field ? getNamedType(field.type) : schema.getType(step!.replace('... on ', ''));
  return inner ? fieldAt(schema, inner, rest) : null;
}

function findField(type: GraphQLNamedType, step: string): GraphQLField<unknown, unknown> | null {
  return (isObjectType(type) || isInterfaceType(type) ? type.getFields()[step] : undefined) ?? null;
}

function defaultSelection(type: GraphQLNamedType, depth: number): readonly SelectionPart[] {
  if (!isCompositeType(type)) return [];
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const free = Object.values(fields).filter((field) => !field.args.some(isRequiredArgument));
  const found =
    DEFAULT_FIELDS.map((name) => free.find((field) => field.name === name)).find((field) => field !== undefined) ??
    free.find((field) => !isCompositeType(getNamedType(field.type)));
  if (!found || depth === 0) return [{ text: '__typename', parts: [] }];
  return [{ text: found.name, parts: defaultSelection(getNamedType(found.type), depth - 1) }];
}

function renderArguments({ args }: GraphQLField<unknown, unknown>, requested: string | null): string {
  const given = args.filter((argument) => isRequiredArgument(argument) || argument.name === requested);
  return given.length === 0 ? '' : `(${given.map(renderArgument).join(', ')})`;
}

function renderArgument({ name, type, defaultValue }: GraphQLArgument): string {
  return `${name}: ${typeof defaultValue === 'number' ? defaultValue : sample(type)}`;
}

/** Returns a sample value of a type. */
function sample(type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return '[]';
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields());
    const needed = inner.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return `{ ${needed.map((field) => `${field.name}: ${sample(field.type)}`).join(', ')} }`.replace('{  }', '{}');
  }
  if (inner.name === 'Int' || inner.name === 'Float') return '10';
  return inner.name === 'Boolean' ? 'true' : '""';
}

/** Renders selections on separate lines. */
export function joinLines(parts: readonly SelectionPart[], indent: string): string {
  return parts
    .map(({ text, parts: inner }) =>
      inner.length === 0 ? indent + text : `${indent}${text} {\n${joinLines(inner, `${indent}  `)}\n${indent}}`,
    )
    .join('\n');
}

/** Renders selections on one line. */
export function inline(parts: readonly SelectionPart[]): string {
  return parts.map(({ text, parts: inner }) => (inner.length === 0 ? text : `${text} { ${inline(inner)} }`)).join(' ');
}
