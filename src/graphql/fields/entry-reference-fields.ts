import {
  getNamedType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { kindsOfType } from '../../model/model.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import { EntryReference } from '../../reading/entry-reference.js';
import { Entry } from '../request/entry.js';
import { fetchEntry } from './fetch-entry.js';

/** Registers resolvers that load the entries in results, and type resolvers for interfaces and unions. */
export function registerEntryReferenceFields(registry: ResolverRegistry): void {
  for (const type of Object.values(registry.schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) {
      registry.addTypeResolver(type.name, (value) =>
        value instanceof Entry ? value.kind.name : (value as { __typename: string }).__typename,
      );
    }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (registry.resolver(type.name, field.name)) continue;
      if (kindsOfType(registry.model, getNamedType(field.type).name).length === 0) continue;
      registry.addResolver(type.name, field.name, referenceResolver(registry, field.name));
    }
  }
}

function referenceResolver(
  registry: ResolverRegistry,
  name: string,
): GraphQLFieldResolver<Record<string, unknown>, Context> {
  return (source, _args, context, info) => {
    const value = source[name];
    return Array.isArray(value)
      ? value.map((item) => resolveReference(registry, item, context, info))
      : resolveReference(registry, value, context, info);
  };
}

function resolveReference(
  registry: ResolverRegistry,
  value: unknown,
  context: Context,
  info: GraphQLResolveInfo,
): unknown {
  if (!(value instanceof EntryReference)) return value;
  const { kind, slug } = value;
  return fetchEntry(registry.model.kind(kind), slug, { registry, context, info });
}
