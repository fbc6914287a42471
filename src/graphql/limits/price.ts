import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind as Node,
} from 'graphql';
import { times } from '../../series/figures-sizes.js';
import type { Fragments } from '../selection/fragments.js';
import { openFragment } from '../selection/fragments.js';
import type { IntrospectionPrices } from './introspection-price.js';
import { checkArgument } from './limits.js';
import type { AskedField, Population, Yield } from './population.js';
import { ROOT } from './population.js';
import type { Populations } from './populations.js';
import type { Sizes } from './sizes.js';
import { argumentValues, isSelected } from './values.js';

/** What a field that gives a list is priced at. */
export interface Spending {
  node: FieldNode;
  /** As in `countries.trends`. */
  path: string;
  /** How many for one parent; for a page, its size. */
  size: number;
  isPage: boolean;
  /** Objects of its own, without those below. */
  own: number;
}

/** A price in objects of the answer, at most. */
interface Price {
  /** For all objects of a population together. */
  all: number;
  /** For one of them. */
  each: number;
}

/** What is priced: an operation as it comes, and what there is. */
export interface Priced {
  schema: GraphQLSchema;
  fragments: Fragments;
  variables: Readonly<Record<string, unknown>>;
  populations: Populations;
  introspection: IntrospectionPrices;
  sizes: Sizes;
  isWriting: boolean;
}

/** So many fields of one object cost as much as another object. */
const FIELDS_AN_OBJECT = 32;
const FREE: Price = { all: 0, each: 0 };
/** Arguments of mutations that hold what is written. */
const WRITTEN = new Set(['record', 'changes', 'entry', 'entries']);
/** Steps of a path that people do not think of as fields. */
const PAGE_STEPS = new Set(['nodes', 'edges', 'node']);

/**
 * Prices an operation in objects of its answer: entries, parts of records, points, reasons, revisions and the pages
 * they stand on. Nothing is run; no answer has more objects than the price says.
 */
export class Pricing {
  readonly spendings: Spending[] = [];
  /** Objects that describe the schema, which are not in the price. */
  descriptions = 0;

  /** @param sizeOf sizes of pages to be taken in place of those that are asked for */
  constructor(
    private readonly of: Priced,
    private readonly sizeOf: ReadonlyMap<FieldNode, number> = new Map(),
  ) {}

  /** The price of what is selected at the root. @throws AppError as `checkArgument` and `argumentValues` */
  price(set: SelectionSetNode, root: GraphQLNamedType): number {
    return this.selected(set, root, ROOT, '').all;
  }

  private selected(set: SelectionSetNode, type: GraphQLNamedType, population: Population, path: string): Price {
    let leaves = 0;
    let [all, each] = [0, 0];
    const add = (price: Price) => {
      all += price.all;
      each += price.each;
    };
    const fragments: { types: ReadonlySet<string>; price: Price }[] = [];
    for (const selection of set.selections) {
      if (!isSelected(selection, this.of.variables)) continue;
      if (selection.kind === Node.FIELD) {
        const price = this.field(selection, type, population, path);
        if (price) add(price);
        else leaves += 1;
        continue;
      }
      const fragment = openFragment(selection, this.of.fragments);
      if (!fragment) continue;
      const condition = fragment.typeCondition?.name.value ?? type.name;
      const on = this.of.schema.getType(condition) ?? type;
      const isForAll = on === type || !isAbstractType(type);
      const narrowed = isForAll ? population : this.of.populations.narrowed(population, condition, this.of.sizes);
      const price = this.selected(fragment.selectionSet, isForAll && isObjectType(type) ? type : on, narrowed, path);
      if (isForAll) add(price);
      else fragments.push({ types: this.objectTypes(on), price });
    }
    add(priceOne(fragments, population.count));
    const own = Math.floor(leaves / FIELDS_AN_OBJECT);
    return { all: Math.min(all + times(own, population.count), times(each + own, population.count)), each: each + own };
  }

  /** The price of a field with all that is below it; null for one that costs nothing beside its object. */
  private field(node: FieldNode, type: GraphQLNamedType, population: Population, path: string): Price | null {
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const name = node.name.value;
    if (name === '__schema' || name === '__type') {
      this.descriptions += this.of.introspection.price(node, this.of.fragments, this.of.variables);
      return FREE;
    }
    const definition = type.getFields()[name];
    if (!definition) return null;
    const args = definition.args.length > 0 ? this.arguments(definition, node) : {};
    const result = getNamedType(definition.type);
    const { populations, sizes } = this.of;
    if (!node.selectionSet || !isCompositeType(result)) {
      const isCostly = populations.isComputed({ type, name });
      return isCostly ? { all: population.count, each: 1 } : null;
    }
    const here = PAGE_STEPS.has(name) ? path : path === '' ? name : `${path}.${name}`;
    const field: AskedField = { type, name, result, args, isList: isListType(getNullableType(definition.type)) };
    const given = populations.findYield(field, population, sizes);
    const spending = this.spending(node, field, given, here);
    const below = this.selected(node.selectionSet, result, given.population, here);
    const each = times(given.each, 1 + below.each) + given.work;
    const all = given.population.count + below.all + times(given.work, population.count);
    if (spending) spending.own = given.population.count + times(given.work, population.count);
    return { all: Math.min(all, times(each, population.count)), each };
  }

  /** Remembers what a field that gives a list spends; null for a field that gives one object. */
  private spending(node: FieldNode, { args, isList }: AskedField, given: Yield, path: string): Spending | null {
    const nodes = given.population.inside.get('nodes');
    const isPage = nodes !== undefined || 'first' in args;
    if (!isPage && !isList && given.work === 0) return null;
    const spending = { node, path, size: nodes?.each ?? given.each, isPage, own: 0 };
    if (!PAGE_STEPS.has(node.name.value)) this.spendings.push(spending);
    return spending;
  }

  private arguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    const args = argumentValues(definition, node, this.of.variables);
    // What is written has rules of its own, told as problems that its author can mend.
    for (const [name, value] of Object.entries(args)) {
      if (this.of.isWriting && WRITTEN.has(name)) continue;
      const given = node.arguments?.find((argument) => argument.name.value === name);
      checkArgument(name, value, given ?? node);
    }
    const size = this.sizeOf.get(node);
    if (size === undefined) return args;
    return args['last'] == null ? { ...args, first: size } : { ...args, last: size };
  }

  private objectTypes(type: GraphQLNamedType): ReadonlySet<string> {
    if (!isAbstractType(type)) return new Set([type.name]);
    return new Set(this.of.schema.getPossibleTypes(type).map(({ name }) => name));
  }
}

/** The price of fragments on different types: an object is of one type, and only what is on that type is there. */
function priceOne(fragments: readonly { types: ReadonlySet<string>; price: Price }[], count: number): Price {
  if (fragments.length === 0) return FREE;
  const byType = new Map<string, number>();
  let all = 0;
  for (const { types, price } of fragments) {
    all += price.all;
    for (const type of types) byType.set(type, (byType.get(type) ?? 0) + price.each);
  }
  const each = Math.max(...byType.values());
  return { all: Math.min(all, times(each, count)), each };
}
