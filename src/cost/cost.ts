import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { AppError } from '../errors.js';
import { fragmentsIn } from '../query/fragments.js';
import type { Model } from '../model/model.js';
import { PAGE_LIMITS } from '../model/page-size.js';
import type { Variables } from '../query/argument-values.js';
import { assumedVariables } from '../query/argument-values.js';
import type { CollectionStats } from './collection-stats.js';
import type { CostInput, ListCost } from './estimate.js';
import { CostEstimator } from './estimate.js';
import type { TypeCosts } from './field-size.js';
import { IntrospectionCost } from '../query/introspection.js';
import { PlacedError } from '../query/placed-error.js';
import { TypeFacts } from './type-facts.js';

/** Maximum cost of an operation: the number of objects that its response can contain. */
export const MAX_COST = 10_000;
/** Maximum cost of a trusted document after its content has grown, however low its cost was at registration. */
const MAX_GROWN_COST = 10 * MAX_COST;
/** Cache limits per operation: maximum number of variable sets, and maximum length of one as JSON. */
const CACHED = { variables: 20, length: 300 };
/** Maximum number of lists to try when suggesting a smaller page size. */
const TRIED_LISTS = 5;

/** The cost of an operation. */
interface OperationCost {
  objects: number;
  /** Number of objects that describe the schema. They have a separate limit. */
  descriptions: number;
}

/** Estimates the cost of operations, and rejects those that cost too much. */
export class Cost {
  private readonly types: TypeFacts;
  private readonly introspection: IntrospectionCost;
  /** Cached costs by operation, valid for one version of the statistics. */
  private readonly cache = new WeakMap<
    OperationDefinitionNode,
    { stats: CollectionStats; costs: Map<string, OperationCost> }
  >();

  constructor(
    private readonly schema: GraphQLSchema,
    model: Model,
    modules: ReadonlyMap<string, TypeCosts>,
  ) {
    this.types = new TypeFacts(model, modules);
    this.introspection = new IntrospectionCost(schema);
  }

  /**
   * Returns the cost of an operation, and checks its arguments.
   *
   * @param values coerced variables; null if there is no request
   * @param trusted cost of a trusted document at registration; it may grow with the content
   * @throws AppError TOO_COSTLY, naming the most expensive list and a smaller `first`; and errors of `checkArgument`
   */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    values: Variables['values'] | null,
    stats: CollectionStats,
    trusted?: number,
  ): OperationCost {
    let cached = this.cache.get(operation);
    if (cached?.stats !== stats) this.cache.set(operation, (cached = { stats, costs: new Map() }));
    const key = JSON.stringify([values, trusted]);
    const cost = cached.costs.get(key) ?? this.estimate(document, operation, values, { stats, trusted });
    if (cached.costs.size < CACHED.variables && key.length < CACHED.length) cached.costs.set(key, cost);
    return cost;
  }

  private estimate(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    values: Variables['values'] | null,
    { stats, trusted }: { stats: CollectionStats; trusted: number | undefined },
  ): OperationCost {
    const { schema, types, introspection } = this;
    const root = schema.getRootType(operation.operation);
    if (!root) return { objects: 0, descriptions: 0 };
    const assumed = assumedVariables(operation);
    const variables = values ? { values } : assumed;
    const isMutation = operation.operation === 'mutation';
    const input: CostInput = {
      ...{ schema, types, introspection, stats, variables, isMutation },
      fragments: fragmentsIn(document),
    };
    const estimator = new CostEstimator(input);
    const objects = estimator.estimate(operation.selectionSet, root);
    const estimateWith = (other: Partial<CostInput>, sizes?: ReadonlyMap<FieldNode, number>) =>
      new CostEstimator({ ...input, ...other }, sizes).estimate(operation.selectionSet, root);
    const isGrown = () =>
      objects <= MAX_GROWN_COST && objects * trusted! <= MAX_COST * estimateWith({ variables: assumed });
    if (objects <= MAX_COST || (trusted !== undefined && isGrown())) {
      return { objects, descriptions: estimator.descriptions };
    }
    throw tooCostly(objects, estimator.lists, (node, size) => estimateWith({}, new Map([[node, size]])));
  }
}

function tooCostly(
  objects: number,
  lists: readonly ListCost[],
  costWith: (node: FieldNode, size: number) => number,
): AppError {
  const format = (number: number) => (Number.isFinite(number) ? number.toLocaleString('en-GB') : 'any number of');
  const message = `The query could return ${format(objects)} objects; at most ${format(MAX_COST)} are allowed.`;
  const [most, ...others] = lists.toSorted((a, b) => b.own - a.own);
  const details = Number.isFinite(objects) ? { objects } : {};
  if (!most) return new AppError('TOO_COSTLY', message, details);
  const spent = `${message} Most are spent by "${most.path}"${most.isPage ? ` with ${most.size} a page` : ''};`;
  const error = (text: string, more: object = {}) =>
    new PlacedError(most.node, 'TOO_COSTLY', `${spent} ${text}`, { ...details, field: most.path, ...more });
  const pages = [most, ...others].filter(({ isPage }) => isPage).slice(0, TRIED_LISTS);
  for (const { node, path, size } of pages) {
    const first = fittingSize(Math.min(size, PAGE_LIMITS.max), (size) => costWith(node, size));
    if (first > 0) {
      return error(`with "first: ${first}" for "${path}" it would fit.`, { fits: { field: path, first } });
    }
  }
  return error('ask for less of it, or for fewer levels at a time.');
}

/** Returns the largest size below the given one with which the cost is acceptable; 0 if there is none. */
function fittingSize(size: number, costWith: (size: number) => number): number {
  let [fits, above] = [0, size];
  while (above - fits > 1) {
    const between = Math.floor((fits + above) / 2);
    if (costWith(between) <= MAX_COST) fits = between;
    else above = between;
  }
  return fits;
}
