import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  GraphQLError,
  type InterfaceTypeDefinitionNode,
  Kind as Node,
  type ObjectTypeDefinitionNode,
  parse,
  Source,
  type TypeDefinitionNode,
} from 'graphql';
import { AppError } from '../errors.js';
import { formatLocation, locateNode, type SchemaFaults } from './schema-faults.js';

/** Definitions of the schema files, by category. */
export interface Sdl {
  objects: Map<string, ObjectTypeDefinitionNode>;
  interfaces: Map<string, InterfaceTypeDefinitionNode>;
  enums: Map<string, EnumTypeDefinitionNode>;
  types: Map<string, TypeDefinitionNode>;
  definitions: DefinitionNode[];
}

/**
 * Reads the `.graphql` files of a folder, sorted by name.
 *
 * @param label name of the folder in messages
 * @throws AppError MODEL_INVALID if the folder is unreadable or has no such file
 */
export function readSdl(folder: string, label: string, faults: SchemaFaults): Sdl {
  const sdl: Sdl = { objects: new Map(), interfaces: new Map(), enums: new Map(), types: new Map(), definitions: [] };
  for (const file of sdlFiles(folder)) {
    for (const definition of parseFile(join(folder, file), `${label}/${file}`, faults))
      addDefinition(sdl, definition, faults);
  }
  return sdl;
}

function sdlFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new AppError('MODEL_INVALID', `The folder "${folder}" cannot be read.`, {}, { cause });
  }
  const files = names.filter((name) => name.endsWith('.graphql')).sort();
  if (files.length === 0) throw new AppError('MODEL_INVALID', `The folder "${folder}" contains no .graphql file.`);
  return files;
}

function parseFile(path: string, name: string, faults: SchemaFaults): readonly DefinitionNode[] {
  try {
    return parse(new Source(readFileSync(path, 'utf8'), name)).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
    faults.add({ file: name, line, column }, error.message, 'correct the syntax of the file');
    return [];
  }
}

function addDefinition(sdl: Sdl, definition: DefinitionNode, faults: SchemaFaults): void {
  sdl.definitions.push(definition);
  switch (definition.kind) {
    case Node.OBJECT_TYPE_DEFINITION:
      sdl.objects.set(definition.name.value, definition);
      break;
    case Node.INTERFACE_TYPE_DEFINITION:
      sdl.interfaces.set(definition.name.value, definition);
      break;
    case Node.ENUM_TYPE_DEFINITION:
      sdl.enums.set(definition.name.value, definition);
      break;
    case Node.SCALAR_TYPE_DEFINITION:
    case Node.INPUT_OBJECT_TYPE_DEFINITION:
    case Node.UNION_TYPE_DEFINITION:
      break;
    default:
      return;
  }
  const name = definition.name.value;
  const earlierType = sdl.types.get(name);
  if (earlierType) {
    faults.add(
      definition,
      `type ${name} is defined twice`,
      `it is also defined at ${formatLocation(locateNode(earlierType))}`,
    );
  } else {
    sdl.types.set(name, definition);
  }
}
