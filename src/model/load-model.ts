import { basename } from 'node:path';
import { Kind as Node, type ObjectTypeDefinitionNode } from 'graphql';
import { checkTypeNames } from './check-type-names.js';
import { checkFields } from './check-fields.js';
import { checkTypes } from './check-types.js';
import { SchemaFaults, locateNode } from './schema-faults.js';
import { inheritFields } from './inherit-fields.js';
import { deriveInverses } from './derive-inverses.js';
import type { Enum, Interface, Kind, Model, Role, Shape } from './model.js';
import { readSdl, type Sdl } from './read-sdl.js';
import { directiveArgument, findDirective, implementingTypes, parseField } from './parse-field.js';

/** Loads the model from the SDL files of a folder. @throws AppError MODEL_INVALID with all faults and corrections */
export function loadModel(schemaDir: string): Model {
  const faults = new SchemaFaults();
  const sdl = readSdl(schemaDir, basename(schemaDir), faults);
  faults.throwIfAny();
  checkTypes(sdl, faults);
  inheritFields(sdl, faults);
  faults.throwIfAny();

  const kindNames = new Set([...sdl.objects.values()].filter(isKind).map((type) => type.name.value));
  const shapes = new Map([...sdl.objects.values()].map((type) => [type.name.value, readShape(type, sdl, kindNames)]));
  const parsedKinds = [...sdl.objects.values()].filter(isKind).map((type) => readKind(type, shapes));
  checkFields(parsedKinds, shapes, sdl, faults);
  faults.throwIfAny();

  const inverses = deriveInverses(parsedKinds, shapes, faults);
  const kinds = parsedKinds.map((kind) => ({ ...kind, inverses: inverses.get(kind.name) ?? [] }));
  checkTypeNames(kinds, shapes, sdl, faults);
  faults.throwIfAny();
  return buildModel(kinds, shapes, sdl);
}

function isKind(type: ObjectTypeDefinitionNode): boolean {
  return findDirective(type, 'entry') !== undefined;
}

function readShape(type: ObjectTypeDefinitionNode, sdl: Sdl, kinds: ReadonlySet<string>): Shape {
  return {
    name: type.name.value,
    description: type.description?.value ?? '',
    fields: (type.fields ?? []).map((field) => parseField(field, sdl, kinds)),
    location: locateNode(type),
  };
}

function readKind(type: ObjectTypeDefinitionNode, shapes: ReadonlyMap<string, Shape>): Kind {
  const entry = findDirective(type, 'entry');
  const name = type.name.value;
  const singular = String(directiveArgument(entry, 'singular') ?? name.charAt(0).toLowerCase() + name.slice(1));
  return {
    ...shapes.get(name)!,
    formerName: (directiveArgument(findDirective(type, 'renamed'), 'from') as string | undefined) ?? null,
    folder: String(directiveArgument(entry, 'folder')),
    singular,
    plural: String(directiveArgument(entry, 'plural') ?? `${singular}s`),
    interfaces: (type.interfaces ?? []).map((node) => node.name.value),
    audience: (directiveArgument(findDirective(type, 'audience'), 'role') as Role | undefined) ?? null,
    page: (directiveArgument(entry, 'page') as string | undefined) ?? null,
    standIn: directiveArgument(entry, 'standIn') === true,
    inverses: [],
  };
}

function buildModel(kinds: Kind[], shapes: ReadonlyMap<string, Shape>, sdl: Sdl): Model {
  const enums = [...sdl.enums.values()].map((node): Enum => ({
    name: node.name.value,
    description: node.description?.value ?? '',
    values: (node.values ?? []).map((value) => ({
      name: value.name.value,
      description: value.description?.value ?? '',
    })),
  }));
  const kindNames = new Set(kinds.map(({ name }) => name));
  const interfaces = [...sdl.interfaces.values()].map((node): Interface => ({
    name: node.name.value,
    description: node.description?.value ?? '',
    fields: (node.fields ?? []).map((field) => parseField(field, sdl, kindNames)),
    location: locateNode(node),
    members: implementingTypes(node.name.value, sdl),
  }));
  const kindByName = new Map(kinds.map((kind) => [kind.name, kind]));
  const kindByFolder = new Map(kinds.map((kind) => [kind.folder, kind]));
  const enumByName = new Map(enums.map((enumeration) => [enumeration.name, enumeration]));
  const embeddedTypes = embeddedNames(kinds, shapes);
  return {
    kinds,
    embedded: [...shapes.values()].filter((shape) => embeddedTypes.has(shape.name)),
    enums,
    interfaces,
    scalars: sdl.definitions.flatMap((node) =>
      node.kind === Node.SCALAR_TYPE_DEFINITION
        ? [{ name: node.name.value, description: node.description?.value ?? '' }]
        : [],
    ),
    locales: (enumByName.get('Locale')?.values ?? []).map(({ name }) => name),
    document: { kind: Node.DOCUMENT, definitions: sdl.definitions },
    kind: (name) => requireNamed(kindByName, name, 'kind'),
    kindOfFolder: (folder) => kindByFolder.get(folder),
    shape: (name) => kindByName.get(name) ?? requireNamed(shapes, name, 'type'),
    enum: (name) => requireNamed(enumByName, name, 'enum'),
  };
}

function embeddedNames(kinds: readonly Kind[], shapes: ReadonlyMap<string, Shape>): Set<string> {
  const names = new Set<string>();
  const visit = (shape: Shape) => {
    for (const field of shape.fields) {
      if (field.category !== 'object' || names.has(field.type)) continue;
      names.add(field.type);
      visit(shapes.get(field.type)!);
    }
  };
  kinds.forEach(visit);
  return names;
}

function requireNamed<T>(map: ReadonlyMap<string, T>, name: string, type: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`The model has no ${type} ${name}.`);
  return value;
}
