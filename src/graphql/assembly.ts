import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { Kind, Model } from '../model/model.js';
import type { KindModules } from '../records/kind-module.js';
import type { Context } from './request/context.js';
import { EntrySelections } from './selection/entry-selection.js';
import { orderPaths } from './selection/page-query.js';
import { PageSelections } from './selection/page-selection.js';

/** A schema while it gets its resolvers, and what all of them share. */
export class Assembly {
  readonly entries: EntrySelections;
  readonly pages: PageSelections;
  private readonly orders: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

  constructor(
    readonly schema: GraphQLSchema,
    readonly model: Model,
    readonly modules: KindModules,
  ) {
    this.entries = new EntrySelections(model, modules);
    this.pages = new PageSelections(schema, model, this.entries);
    this.orders = new Map(model.kinds.map((kind) => [kind.name, orderPaths(model, kind)]));
  }

  /** What the values of the enum stand for by which a kind is ordered. */
  ordersOf(kind: Kind): ReadonlyMap<string, readonly string[]> {
    return this.orders.get(kind.name)!;
  }

  /** A field of an object type, which must be there. */
  field(type: string, name: string): GraphQLField<unknown, Context> {
    const object = this.schema.getType(type);
    const field = isObjectType(object) ? object.getFields()[name] : undefined;
    if (!field) throw new Error(`The served schema has no field ${type}.${name}.`);
    return field;
  }

  /** Gives a field its resolver. */
  resolve<S, A>(type: string, name: string, resolver: GraphQLFieldResolver<S, Context, A>): void {
    this.field(type, name).resolve = resolver as GraphQLFieldResolver<unknown, Context>;
  }

  /** The kinds that a type of entries stands for: itself, or those that implement it; none for any other type. */
  kindsOf(type: string): readonly Kind[] {
    return this.model.kinds.filter(({ name, interfaces }) => name === type || interfaces.includes(type));
  }
}
