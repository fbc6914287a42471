import type { FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import type { Faults } from './faults.js';
import { nearest } from './nearest.js';
import type { Sdl } from './read-sdl.js';

/**
 * Gives every object type the fields of the interfaces it implements, directives included.
 *
 * The inherited fields come first, in the order of the interfaces, and `citations` last of them after the type's own,
 * so that a record reads from its name to its facts to its sources. A field that the type repeats is the type's own,
 * whole.
 */
export function inherit(sdl: Sdl, faults: Faults): void {
  for (const [name, type] of sdl.objects) {
    const own = type.fields ?? [];
    const ownNames = new Set(own.map((field) => field.name.value));
    const inherited = inheritedFields(sdl, type, faults).filter((field) => !ownNames.has(field.name.value));
    const last = inherited.filter((field) => field.name.value === 'citations');
    const first = inherited.filter((field) => field.name.value !== 'citations');
    const merged: ObjectTypeDefinitionNode = { ...type, fields: [...first, ...own, ...last] };
    sdl.objects.set(name, merged);
    sdl.types.set(name, merged);
    sdl.definitions = sdl.definitions.map((definition) => (definition === type ? merged : definition));
  }
}

function inheritedFields(sdl: Sdl, type: ObjectTypeDefinitionNode, faults: Faults): FieldDefinitionNode[] {
  const byName = new Map<string, FieldDefinitionNode>();
  for (const node of type.interfaces ?? []) {
    const found = sdl.interfaces.get(node.name.value);
    if (!found) {
      const near = nearest(node.name.value, sdl.interfaces.keys());
      faults.at(node, `there is no interface ${node.name.value}`, near ? `did you mean ${near}?` : 'define it first');
    }
    for (const field of found?.fields ?? []) byName.set(field.name.value, field);
  }
  return [...byName.values()];
}
