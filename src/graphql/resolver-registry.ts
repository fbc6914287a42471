import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isObjectType,
} from 'graphql';
import { commonSortableLeaves, type Kind, type Model, sortableLeaves } from '../model/model.js';
import type { KindModules } from '../records/kind-module.js';
import type { Context } from './request/context.js';
import { EntrySelectionBuilder } from './selection/entry-selection.js';
import { sortKeyPaths } from './selection/page-query.js';
import { PageSelectionBuilder } from './selection/page-selection.js';

export type Resolver = GraphQLFieldResolver<unknown, Context>;

/** Collects the resolvers of a schema. */
export class ResolverRegistry {
  readonly entrySelections: EntrySelectionBuilder;
  readonly pageSelections: PageSelectionBuilder;
  private readonly resolvers = new Map<string, Record<string, Resolver | GraphQLTypeResolver<unknown, Context>>>();
  private readonly scalars: Record<string, GraphQLScalarType> = {};
  /** Field paths by sort key, for lists of several kinds. */
  readonly commonSortPaths: ReadonlyMap<string, readonly string[]>;
  private readonly sortPaths: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

  constructor(
    readonly schema: GraphQLSchema,
    readonly model: Model,
    readonly modules: KindModules,
  ) {
    this.entrySelections = new EntrySelectionBuilder(model, modules);
    this.pageSelections = new PageSelectionBuilder(model, this.entrySelections);
    this.sortPaths = new Map(model.kinds.map((kind) => [kind.name, sortKeyPaths(sortableLeaves(model, kind))]));
    this.commonSortPaths = sortKeyPaths(commonSortableLeaves(model));
  }

  /** Returns the field paths of a kind, by sort key. */
  sortPathsOf(kind: Kind): ReadonlyMap<string, readonly string[]> {
    return this.sortPaths.get(kind.name)!;
  }

  /** Whether an object type with this field exists. */
  hasField(type: string, name: string): boolean {
    return this.findField(type, name) !== undefined;
  }

  /** Returns a field of an object type. @throws if there is none */
  field(type: string, name: string): GraphQLField<unknown, Context> {
    const field = this.findField(type, name);
    if (!field) throw new Error(`The served schema has no field ${type}.${name}.`);
    return field;
  }

  /** Sets the resolver of a field. @throws if the field does not exist */
  addResolver<S, A>(type: string, name: string, resolver: GraphQLFieldResolver<S, Context, A>): void {
    this.resolversOf(type)[this.field(type, name).name] = resolver as Resolver;
  }

  /** Returns the registered resolver of a field, if any. */
  resolver(type: string, name: string): Resolver | undefined {
    return this.resolvers.get(type)?.[name] as Resolver | undefined;
  }

  /** Sets the type resolver of an interface or union. */
  addTypeResolver(type: string, resolver: GraphQLTypeResolver<unknown, Context>): void {
    this.resolversOf(type)['__resolveType'] = resolver;
  }

  addScalar(scalar: GraphQLScalarType): void {
    this.scalars[scalar.name] = scalar;
  }

  /** Returns the schema with all registered resolvers. */
  toExecutableSchema(): GraphQLSchema {
    const resolvers = { ...this.scalars, ...Object.fromEntries(this.resolvers) };
    // Updated in place: nothing else uses this schema, and a copy would cost as much as building the schema.
    return makeExecutableSchema({ typeDefs: this.schema, resolvers, updateResolversInPlace: true });
  }

  private resolversOf(type: string): Record<string, Resolver | GraphQLTypeResolver<unknown, Context>> {
    const typeResolvers = this.resolvers.get(type) ?? {};
    this.resolvers.set(type, typeResolvers);
    return typeResolvers;
  }

  private findField(type: string, name: string): GraphQLField<unknown, Context> | undefined {
    const object = this.schema.getType(type);
    return isObjectType(object) ? object.getFields()[name] : undefined;
  }
}
