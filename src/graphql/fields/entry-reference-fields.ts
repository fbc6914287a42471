import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import { kindsOfType } from '../../model/model.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import { Reference } from '../../reading/entry-reference.js';
import { Entry } from '../request/entry.js';
import { fetchEntry } from './fetch-entry.js';

/** Registers resolvers for result fields that return entries, and type resolvers for interfaces. */
export function registerEntryReferenceFields(assembly: ResolverRegistry): void {
  for (const type of Object.values(assembly.schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) {
      assembly.resolveType(type.name, (value) =>
        value instanceof Entry ? value.kind.name : (value as { __typename: string }).__typename,
      );
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (assembly.resolver(type.name, field.name)) continue;
      if (kindsOfType(assembly.model, getNamedType(field.type).name).length === 0) continue;
      assembly.resolve(type.name, field.name, referenceResolver(assembly, field.name));
    }
  }
}

function referenceResolver(
  assembly: ResolverRegistry,
  name: string,
): GraphQLFieldResolver<Record<string, unknown>, Context> {
  return (source, _args, context, info) => {
    const value = source[name];
    return Array.isArray(value)
      ? value.map((item) => resolveReferences(assembly, item, context, info))
      : resolveReferences(assembly, value, context, info);
  };
}

function resolveReferences(
  assembly: ResolverRegistry,
  value: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): unknown {
  if (!(value instanceof Reference)) return value;
  const { kind, slug } = value;
  return fetchEntry(assembly.model.kind(kind), slug, { assembly, context, info });
}
