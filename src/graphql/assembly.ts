import { makeExecutableSchema } from '@graphql-tools/schema';
import type {
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLTypeResolver,
} from 'graphql';
import { isObjectType } from 'graphql';
import type { Kind, Model } from '../model/model.js';
import { commonOrderLeaves, orderLeaves } from '../model/model.js';
import type { KindModules } from '../records/kind-module.js';
import type { Context } from './request/context.js';
import { EntrySelections } from './selection/entry-selection.js';
import { orderPaths } from './selection/page-query.js';
import { PageSelections } from './selection/page-selection.js';

/** What gives the value of a field. */
export type Resolver = GraphQLFieldResolver<unknown, Context>;

/** The resolvers of a schema while they are collected, and what all of them share. */
export class Assembly {
  readonly entries: EntrySelections;
  readonly pages: PageSelections;
  private readonly resolvers = new Map<string, Record<string, Resolver | GraphQLTypeResolver<unknown, Context>>>();
  private readonly scalars: Record<string, GraphQLScalarType> = {};
  /** What the names stand for by which entries of all kinds are ordered. */
  readonly commonOrders: ReadonlyMap<string, readonly string[]>;
  private readonly orders: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

  constructor(
    readonly schema: GraphQLSchema,
    readonly model: Model,
    readonly modules: KindModules,
  ) {
    this.entries = new EntrySelections(model, modules);
    this.pages = new PageSelections(model, this.entries);
    this.orders = new Map(model.kinds.map((kind) => [kind.name, orderPaths(orderLeaves(model, kind))]));
    this.commonOrders = orderPaths(commonOrderLeaves(model));
  }

  /** What the names stand for by which a kind is ordered. */
  ordersOf(kind: Kind): ReadonlyMap<string, readonly string[]> {
    return this.orders.get(kind.name)!;
  }

  /** Returns whether there is an object type with this field. */
  has(type: string, name: string): boolean {
    return this.find(type, name) !== undefined;
  }

  /** A field of an object type, which must be there. */
  field(type: string, name: string): GraphQLField<unknown, Context> {
    const field = this.find(type, name);
    if (!field) throw new Error(`The served schema has no field ${type}.${name}.`);
    return field;
  }

  /** Sets the resolver of a field, which must be there. */
  resolve<S, A>(type: string, name: string, resolver: GraphQLFieldResolver<S, Context, A>): void {
    this.ofType(type)[this.field(type, name).name] = resolver as Resolver;
  }

  /** Returns the resolver that a field has so far. */
  resolver(type: string, name: string): Resolver | undefined {
    return this.resolvers.get(type)?.[name] as Resolver | undefined;
  }

  /** Sets what says of which type a value is, for an interface or a union. */
  resolveType(type: string, resolver: GraphQLTypeResolver<unknown, Context>): void {
    this.ofType(type)['__resolveType'] = resolver;
  }

  /** Sets how a scalar is read and written. */
  scalar(scalar: GraphQLScalarType): void {
    this.scalars[scalar.name] = scalar;
  }

  /** Returns the schema with its resolvers. */
  executable(): GraphQLSchema {
    const resolvers = { ...this.scalars, ...Object.fromEntries(this.resolvers) };
    // The schema was built for this alone; a copy would cost as much as building it.
    return makeExecutableSchema({ typeDefs: this.schema, resolvers, updateResolversInPlace: true });
  }

  private ofType(type: string): Record<string, Resolver | GraphQLTypeResolver<unknown, Context>> {
    const known = this.resolvers.get(type) ?? {};
    this.resolvers.set(type, known);
    return known;
  }

  private find(type: string, name: string): GraphQLField<unknown, Context> | undefined {
    const object = this.schema.getType(type);
    return isObjectType(object) ? object.getFields()[name] : undefined;
  }

  /** The kinds that a type of entries stands for: itself, or those that implement it; none for any other type. */
  kindsOf(type: string): readonly Kind[] {
    return this.model.kinds.filter(({ name, interfaces }) => name === type || interfaces.includes(type));
  }
}
