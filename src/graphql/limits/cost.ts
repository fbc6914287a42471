import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { AppError } from '../../errors.js';
import type { Model } from '../../model/model.js';
import type { KindModules } from '../../records/kind-module.js';
import { fragmentsIn } from '../selection/fragments.js';
import { IntrospectionPrices } from './introspection-price.js';
import { PAGE } from '../../model/page-size.js';
import { PlacedError } from './placed-error.js';
import { Populations } from './populations.js';
import type { Priced, Spending } from './price.js';
import { Pricing } from './price.js';
import type { Sizes } from './sizes.js';
import { usualVariables } from './usual-variables.js';

/** The most objects that one answer may have, were every page full. */
export const MOST_OBJECTS = 10_000;
/** The most that a trusted document may have grown to, however small it was when it was added. */
const MOST_GROWN = 10 * MOST_OBJECTS;
/** So many prices of one operation are kept, for variables that are no longer than this as JSON. */
const MOST_KNOWN = 20;
const LONGEST_KEY = 300;
/** How many lists are looked at for one whose pages could be smaller. */
const MOST_PAGES = 5;

/** What an operation is priced at: objects of its answer, at most. */
interface OperationPrice {
  objects: number;
  /** Objects that describe the schema, which have a limit of their own. */
  descriptions: number;
}

/** Prices operations before they are run, and refuses those that could return too much. */
export class Cost {
  private readonly populations: Populations;
  private readonly introspection: IntrospectionPrices;
  /** Prices of operations by their variables and what was kept, for as long as what there is stays the same. */
  private readonly known = new WeakMap<
    OperationDefinitionNode,
    { sizes: Sizes; prices: Map<string, OperationPrice> }
  >();

  constructor(
    private readonly schema: GraphQLSchema,
    model: Model,
    modules: KindModules,
  ) {
    this.populations = new Populations(model, modules);
    this.introspection = new IntrospectionPrices(schema);
  }

  /**
   * How many objects the answer to an operation has at most. Arguments are checked on the way.
   *
   * @param variables coerced ones
   * @param kept what it was priced at when it came to be trusted: what it has grown by since is not held against it
   * @throws AppError TOO_COSTLY with the list that spends most and a `first` that would fit; and as `checkArgument`
   */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    sizes: Sizes,
    kept?: number,
  ): OperationPrice {
    let known = this.known.get(operation);
    if (known?.sizes !== sizes) this.known.set(operation, (known = { sizes, prices: new Map() }));
    const key = JSON.stringify([variables, kept]);
    const price = known.prices.get(key) ?? this.price(document, operation, variables, { sizes, kept });
    if (known.prices.size < MOST_KNOWN && key.length < LONGEST_KEY) known.prices.set(key, price);
    return price;
  }

  private price(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    { sizes, kept }: { sizes: Sizes; kept: number | undefined },
  ): OperationPrice {
    const root = this.schema.getRootType(operation.operation);
    if (!root) return { objects: 0, descriptions: 0 };
    const { schema, populations, introspection } = this;
    const fragments = fragmentsIn(document);
    const isWriting = operation.operation === 'mutation';
    const priced: Priced = { schema, fragments, variables, populations, introspection, sizes, isWriting };
    const pricing = new Pricing(priced);
    const price = pricing.price(operation.selectionSet, root);
    const hasGrown = (from: number) => {
      const usual = new Pricing({ ...priced, variables: usualVariables(schema, document, operation) });
      return price <= MOST_GROWN && price * from <= MOST_OBJECTS * usual.price(operation.selectionSet, root);
    };
    if (price <= MOST_OBJECTS || (kept !== undefined && hasGrown(kept))) {
      return { objects: price, descriptions: pricing.descriptions };
    }
    const priceWith = (node: FieldNode, size: number) =>
      new Pricing(priced, new Map([[node, size]])).price(operation.selectionSet, root);
    throw refusal(price, pricing.spendings, priceWith);
  }
}

function refusal(
  price: number,
  spendings: readonly Spending[],
  priceWith: (node: FieldNode, size: number) => number,
): AppError {
  const count = (number: number) => (Number.isFinite(number) ? number.toLocaleString('en-GB') : 'any number of');
  const asked = `The query could return ${count(price)} objects; at most ${count(MOST_OBJECTS)} are allowed.`;
  const bySpending = spendings.toSorted((a, b) => b.own - a.own);
  const [most] = bySpending;
  const objects = Number.isFinite(price) ? { objects: price } : {};
  if (!most) return new AppError('TOO_COSTLY', asked, objects);
  const spent = `${asked} Most are spent by "${most.path}"${most.isPage ? ` with ${most.size} a page` : ''};`;
  const details = { ...objects, field: most.path };
  const refused = (message: string, more: object = {}) =>
    new PlacedError(most.node, 'TOO_COSTLY', message, { ...details, ...more });
  for (const { node, path, size } of bySpending.filter(({ isPage }) => isPage).slice(0, MOST_PAGES)) {
    const first = fittingSize(Math.min(size, PAGE.most), (each) => priceWith(node, each));
    if (first === null) continue;
    const message = `${spent} with "first: ${first}" for "${path}" it would fit.`;
    return refused(message, { fits: { field: path, first } });
  }
  return refused(`${spent} ask for less of it, or for fewer levels at a time.`);
}

/** The largest size with which the price is low enough; null where there is none above 0. */
function fittingSize(size: number, priceWith: (size: number) => number): number | null {
  let [fits, above] = [0, size];
  while (above - fits > 1) {
    const between = Math.floor((fits + above) / 2);
    if (priceWith(between) <= MOST_OBJECTS) fits = between;
    else above = between;
  }
  return fits === 0 ? null : fits;
}
