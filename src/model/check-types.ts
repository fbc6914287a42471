import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind as Node,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { SchemaFaults } from './schema-faults.js';
import { closestMatch, suggestionTip } from './closest-match.js';
import type { Sdl } from './read-sdl.js';
import { directiveArgument, BUILT_IN_SCALARS, findDirective, unwrapType } from './parse-field.js';

/** Derived types that always exist, so that schema files may refer to them. */
const ALWAYS_DERIVED = ['EntryKind', 'EntryFilter', 'EntryOrder', 'PageInfo', 'OrderDirection', 'EntryConnection'];

/** Derived root types. Schema files may only extend them. */
const ROOT_TYPES = ['Query', 'Mutation'];

/** Checks each definition separately: description, types, lists, directives, kinds. */
export function checkTypes(sdl: Sdl, faults: SchemaFaults): void {
  const directives = new Map(
    sdl.definitions.flatMap((node) =>
      node.kind === Node.DIRECTIVE_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  for (const definition of sdl.definitions) {
    switch (definition.kind) {
      case Node.OBJECT_TYPE_DEFINITION:
        if (ROOT_TYPES.includes(definition.name.value)) {
          faults.add(
            definition,
            `type ${definition.name.value} is derived`,
            `write extend type ${definition.name.value}`,
          );
        }
        requireDescription(definition, `type ${definition.name.value}`, faults);
        checkKind(definition, faults);
        break;
      case Node.INTERFACE_TYPE_DEFINITION:
      case Node.ENUM_TYPE_DEFINITION:
      case Node.SCALAR_TYPE_DEFINITION:
      case Node.INPUT_OBJECT_TYPE_DEFINITION:
      case Node.UNION_TYPE_DEFINITION:
        requireDescription(definition, `type ${definition.name.value}`, faults);
        break;
    }
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) {
        const name = `${definition.name.value}.${field.name.value}`;
        // `checkFields` checks the lists of stored fields. Lists in computed results may contain null items.
        checkFieldOrArgument(field, name, sdl, faults, definition.kind === Node.OBJECT_TYPE_DEFINITION);
        checkDirectives(field.directives ?? [], 'FIELD_DEFINITION', directives, faults);
        for (const arg of 'arguments' in field ? ((field as FieldDefinitionNode).arguments ?? []) : []) {
          checkFieldOrArgument(arg, `${name}(${arg.name.value})`, sdl, faults);
        }
      }
    }
    if (definition.kind === Node.ENUM_TYPE_DEFINITION) {
      for (const value of definition.values ?? []) requireDescription(value, `value ${value.name.value}`, faults);
    }
    if (definition.kind === Node.OBJECT_TYPE_DEFINITION) {
      checkDirectives(definition.directives ?? [], 'OBJECT', directives, faults);
    }
  }
}

function requireDescription(
  node: Parameters<SchemaFaults['add']>[0] & { description?: unknown },
  subject: string,
  faults: SchemaFaults,
): void {
  if (!node.description) faults.add(node, `${subject} has no description`, 'add a description above it, in quotes');
}

function checkFieldOrArgument(
  node: FieldDefinitionNode | InputValueDefinitionNode,
  name: string,
  sdl: Sdl,
  faults: SchemaFaults,
  allowsAnyList = false,
): void {
  requireDescription(node, `field ${name}`, faults);
  const { type } = unwrapType(node.type);
  if (!sdl.types.has(type) && !BUILT_IN_SCALARS.includes(type) && !ALWAYS_DERIVED.includes(type)) {
    const tip = suggestionTip(type, [...sdl.types.keys(), ...BUILT_IN_SCALARS], 'define it');
    faults.add(node, `${name} is of type ${type}, which is not defined`, tip);
  }
  const problem = allowsAnyList ? null : findListProblem(node.type);
  if (problem) faults.add(node, `${name} ${problem}`, `write [${type}!]!`);
}

/** Returns the reason why a list type cannot be stored; null if it can, or for other types. */
export function findListProblem(node: TypeNode): string | null {
  const outerType = node.kind === Node.NON_NULL_TYPE ? node.type : node;
  if (outerType.kind !== Node.LIST_TYPE) return null;
  if (outerType.type.kind !== Node.NON_NULL_TYPE) return 'is a list of nullable items';
  return outerType.type.type.kind === Node.LIST_TYPE ? 'is a list of lists' : null;
}

function checkDirectives(
  nodes: readonly ConstDirectiveNode[],
  location: string,
  knownDirectives: ReadonlyMap<
    string,
    { locations: readonly { value: string }[]; arguments?: readonly InputValueDefinitionNode[] }
  >,
  faults: SchemaFaults,
): void {
  for (const node of nodes) {
    const name = node.name.value;
    if (name === 'deprecated') continue;
    const definition = knownDirectives.get(name);
    if (!definition) {
      const suggestion = closestMatch(name, knownDirectives.keys());
      faults.add(
        node,
        `there is no directive @${name}`,
        suggestion ? `did you mean @${suggestion}?` : `known: ${[...knownDirectives.keys()].join(' ')}`,
      );
      continue;
    }
    if (!definition.locations.some((place) => place.value === location)) {
      faults.add(
        node,
        `@${name} is not allowed here`,
        `it is allowed on ${definition.locations.map((l) => l.value).join(', ')}`,
      );
    }
    for (const arg of node.arguments ?? []) {
      const names = (definition.arguments ?? []).map((argument) => argument.name.value);
      if (!names.includes(arg.name.value)) {
        const tip = suggestionTip(arg.name.value, names, `its arguments are ${names.join(', ') || 'none'}`);
        faults.add(arg, `@${name} has no argument ${arg.name.value}`, tip);
      }
    }
  }
}

/** Format of folder and collection names: lower-case words with hyphens. */
const FOLDER_NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ROOT_NAME = /^[a-z][a-zA-Z0-9]*$/;

function checkKind(type: ObjectTypeDefinitionNode, faults: SchemaFaults): void {
  const entry = findDirective(type, 'entry');
  const interfaceNames = (type.interfaces ?? []).map((node) => node.name.value);
  const name = type.name.value;
  if (entry && !(interfaceNames.includes('Entry') && interfaceNames.includes('Node'))) {
    faults.add(
      type,
      `${name} is a kind but does not implement Entry and Node`,
      `write type ${name} implements Entry & Node`,
    );
  }
  if (!entry && interfaceNames.includes('Entry')) {
    faults.add(type, `${name} implements Entry but is not a kind`, 'add @entry(folder: "…")');
  }
  if (!entry) return;
  const folder = String(directiveArgument(entry, 'folder') ?? '');
  if (!FOLDER_NAME.test(folder)) {
    faults.add(entry, `"${folder}" is not a valid folder name`, 'use lower-case letters, digits and single hyphens');
  }
  for (const argument of ['singular', 'plural']) {
    const value = directiveArgument(entry, argument);
    if (value !== undefined && !ROOT_NAME.test(String(value))) {
      faults.add(entry, `"${value}" is not a valid field name`, 'use letters and digits, the first in lower case');
    }
  }
}
