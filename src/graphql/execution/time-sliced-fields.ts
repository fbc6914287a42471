import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  introspectionTypes,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ResolverRegistry } from '../resolver-registry.js';
import type { Context } from '../request/context.js';
import type { ResponseJobs } from '../request/cooperative-scheduler.js';

/** The context, if any: introspection can run without one. */
type OptionalContext = Partial<Context> | undefined;

/**
 * Wraps the resolvers of fields that return objects, so that each field, and each list item with its subtree, is
 * computed in a time slice. Properties without a resolver are computed together with their object.
 */
export function registerTimeSlices(registry: ResolverRegistry): void {
  for (const type of Object.values(registry.schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!returnsObjects(field)) continue;
      const resolver = registry.resolver(type.name, field.name) ?? (isList(field) ? defaultFieldResolver : null);
      if (resolver) registry.addResolver(type.name, field.name, sliceResolver(resolver, isList(field)));
    }
  }
}

// Introspection types are shared by all schemas, so their resolvers are wrapped once, on import.
for (const type of introspectionTypes) {
  for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
    if (field.resolve && returnsObjects(field)) field.resolve = sliceResolver(field.resolve, isList(field));
  }
}

function returnsObjects({ type }: GraphQLField<unknown, unknown>): boolean {
  return isCompositeType(getNamedType(type));
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(type));
}

function sliceResolver<C extends OptionalContext>(
  resolver: GraphQLFieldResolver<unknown, C>,
  returnsList: boolean,
): GraphQLFieldResolver<unknown, C> {
  return (source, args, context, info) => {
    const jobs = context?.pace?.jobs;
    if (!jobs) return resolver(source, args, context, info);
    const result: unknown = jobs.do(() => resolver(source, args, context, info));
    if (!returnsList) return result;
    return isPromise(result) ? result.then((items) => sliceItems(items, jobs)) : sliceItems(result, jobs);
  };
}

function sliceItems(items: unknown, jobs: ResponseJobs): unknown {
  // A list with promises is returned directly, since each promise needs a rejection handler at once.
  if (!Array.isArray(items) || items.length < 2 || items.some(isPromise)) return items;
  return { [Symbol.iterator]: () => itemsInSlices(items, jobs) };
}

/** Yields each item itself while the time slice lasts, then a promise of it. */
function* itemsInSlices(items: readonly unknown[], jobs: ResponseJobs): Generator {
  for (const item of items) yield jobs.hasTime ? item : jobs.do(() => item);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
