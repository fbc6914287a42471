import { type ConstDirectiveNode, type FieldDefinitionNode, Kind as Node, type TypeNode } from 'graphql';
import { locateNode } from './schema-faults.js';
import type { Field, FieldCategory, Link, Role } from './model.js';
import type { Sdl } from './read-sdl.js';

/** Scalars that can be searched and localised. */
export const TEXT_TYPES: readonly string[] = ['String', 'Markdown'];

export const BUILT_IN_SCALARS: readonly string[] = ['String', 'Int', 'Float', 'Boolean', 'ID'];

/** Returns the value of a directive's argument; undefined if absent. */
export function directiveArgument(
  directive: ConstDirectiveNode | undefined,
  name: string,
): string | number | boolean | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  if (!value) return undefined;
  if (value.kind === Node.BOOLEAN) return value.value;
  if (value.kind === Node.INT || value.kind === Node.FLOAT) return Number(value.value);
  return value.kind === Node.STRING || value.kind === Node.ENUM ? value.value : undefined;
}

export function findDirective(
  node: { directives?: readonly ConstDirectiveNode[] },
  name: string,
): ConstDirectiveNode | undefined {
  return node.directives?.find((directive) => directive.name.value === name);
}

/** Parses a field definition with its directives. Does not check it. */
export function parseField(node: FieldDefinitionNode, sdl: Sdl, kinds: ReadonlySet<string>): Field {
  const { type, list, required } = unwrapType(node.type);
  const hasDirective = (name: string) => findDirective(node, name) !== undefined;
  const searchDirective = findDirective(node, 'search');
  const link = readLink(node, type, sdl, kinds);
  const computed = hasDirective('computed');
  return {
    name: node.name.value,
    formerName: (directiveArgument(findDirective(node, 'renamed'), 'from') as string | undefined) ?? null,
    description: node.description?.value ?? '',
    type,
    category: categoryOfType(type, link, computed, sdl),
    list,
    required,
    localised: hasDirective('localised'),
    maxWords: (directiveArgument(findDirective(node, 'maxWords'), 'count') as number | undefined) ?? null,
    nonEmpty: hasDirective('nonEmpty'),
    query: hasDirective('query'),
    search: searchDirective ? Number(directiveArgument(searchDirective, 'weight') ?? 1) : 0,
    searchText: (directiveArgument(searchDirective, 'text') as string | undefined) ?? null,
    filter: hasDirective('filter'),
    sort: hasDirective('sort'),
    facet: hasDirective('facet'),
    computed,
    recordOnly: hasDirective('recordOnly'),
    audience: (directiveArgument(findDirective(node, 'audience'), 'role') as Role | undefined) ?? null,
    link,
    node,
    location: locateNode(node),
  };
}

function readLink(node: FieldDefinitionNode, target: string, sdl: Sdl, kinds: ReadonlySet<string>): Link | null {
  const directive = findDirective(node, 'link');
  if (!directive) return null;
  const toInterface = sdl.interfaces.has(target);
  return {
    target,
    members: toInterface ? implementingTypes(target, sdl) : kinds.has(target) ? [target] : [],
    toInterface,
    inverse: (directiveArgument(directive, 'inverse') as string | undefined) ?? null,
    formerInverse: (directiveArgument(directive, 'formerInverse') as string | undefined) ?? null,
    wider: directiveArgument(directive, 'wider') === true,
  };
}

/** Returns the object types that implement an interface, in file order. */
export function implementingTypes(interfaceName: string, sdl: Sdl): string[] {
  return [...sdl.objects.values()]
    .filter((type) => type.interfaces?.some((node) => node.name.value === interfaceName))
    .map((type) => type.name.value);
}

function categoryOfType(type: string, link: Link | null, computed: boolean, sdl: Sdl): FieldCategory {
  if (link) return 'link';
  if (sdl.enums.has(type)) return 'enum';
  if (sdl.objects.has(type) || sdl.interfaces.has(type)) return computed ? 'output' : 'object';
  return 'scalar';
}

/** Returns the named type, and whether it is a list and required. */
export function unwrapType(node: TypeNode): { type: string; list: boolean; required: boolean } {
  if (node.kind === Node.NON_NULL_TYPE) return { ...unwrapType(node.type), required: true };
  if (node.kind === Node.LIST_TYPE) return { ...unwrapType(node.type), list: true, required: false };
  return { type: node.name.value, list: false, required: false };
}
