import type {
  DefinitionNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeDefinitionNode,
} from 'graphql';
import { formatLocation, locateNode, type SchemaFaults } from './schema-faults.js';
import { suggestionTip } from './closest-match.js';
import type { Sdl } from './read-sdl.js';

/**
 * Adds the fields of interfaces, with their directives, to types and to interfaces that extend them.
 *
 * Inherited fields come first, in the order of the interfaces, except `citations`, which comes last. A type's own
 * definition of a field overrides the inherited one.
 */
export function inheritFields(sdl: Sdl, faults: SchemaFaults): void {
  inheritAmongInterfaces(sdl, faults);
  for (const [name, type] of sdl.objects) {
    checkOwnFields(sdl, type, faults);
    const inherited = inheritedFields(sdl, type, faults);
    const lastFields = inherited.filter((field) => field.name.value === 'citations');
    const firstFields = inherited.filter((field) => field.name.value !== 'citations');
    const merged: ObjectTypeDefinitionNode = {
      ...type,
      fields: [...firstFields, ...(type.fields ?? []), ...lastFields],
    };
    sdl.objects.set(name, merged);
    replaceType(sdl, type, merged);
  }
}

function inheritAmongInterfaces(sdl: Sdl, faults: SchemaFaults): void {
  for (const [name, type] of sdl.interfaces) {
    const inherited = inheritedFields(sdl, type, faults);
    const merged: InterfaceTypeDefinitionNode = { ...type, fields: [...inherited, ...(type.fields ?? [])] };
    sdl.interfaces.set(name, merged);
    replaceType(sdl, type, merged);
  }
}

function replaceType(sdl: Sdl, type: DefinitionNode, merged: TypeDefinitionNode): void {
  sdl.types.set(merged.name.value, merged);
  sdl.definitions = sdl.definitions.map((definition) => (definition === type ? merged : definition));
}

/** Reports duplicate, misnamed and reserved fields of a type. */
function checkOwnFields(
  sdl: Sdl,
  { name: { value: type }, fields = [], interfaces = [] }: ObjectTypeDefinitionNode,
  faults: SchemaFaults,
): void {
  const inherited = interfaces.flatMap((node) => sdl.interfaces.get(node.name.value)?.fields ?? []);
  const reservedNames = new Set(inherited.filter(isComputed).map((field) => field.name.value));
  const fieldsByName = new Map<string, FieldDefinitionNode>();
  for (const field of fields) {
    const name = field.name.value;
    const earlierField = fieldsByName.get(name);
    if (earlierField) {
      faults.add(
        field,
        `${type}.${name} is defined twice`,
        `it is also defined at ${formatLocation(locateNode(earlierField))}`,
      );
    } else fieldsByName.set(name, field);
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
      faults.add(field, `${type}.${name} is not a valid field name`, `name it ${camelCase(name)}`);
    }
    if (reservedNames.has(name))
      faults.add(field, `${type}.${name} is a field of every entry`, 'remove it, or choose another name');
  }
}

/** Whether a field of an interface is computed for all kinds. */
function isComputed({ directives }: FieldDefinitionNode): boolean {
  return (directives ?? []).some((directive) => directive.name.value === 'computed');
}

function camelCase(name: string): string {
  const words = name.split(/_+/).filter((word) => word !== '');
  const pascalCase = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return pascalCase.charAt(0).toLowerCase() + pascalCase.slice(1);
}

/** Returns the fields of the interfaces of a type that it does not define itself. */
function inheritedFields(
  sdl: Sdl,
  type: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  faults: SchemaFaults,
): FieldDefinitionNode[] {
  const fieldByName = new Map<string, FieldDefinitionNode>();
  for (const node of type.interfaces ?? []) {
    const parentType = sdl.interfaces.get(node.name.value);
    if (!parentType) {
      const tip = suggestionTip(node.name.value, sdl.interfaces.keys(), 'define it first');
      faults.add(node, `there is no interface ${node.name.value}`, tip);
    }
    for (const field of parentType?.fields ?? []) fieldByName.set(field.name.value, field);
  }
  for (const field of type.fields ?? []) fieldByName.delete(field.name.value);
  return [...fieldByName.values()];
}
