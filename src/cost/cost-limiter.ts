import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { AppError } from '../errors.js';
import { fragmentsIn } from '../query/fragments.js';
import type { Model } from '../model/model.js';
import { defaultVariables, type Variables } from '../query/argument-values.js';
import type { CollectionStats } from './collection-stats.js';
import { CostEstimator } from './cost-estimator.js';
import type { TypeCosts } from './field-size.js';
import { IntrospectionCostEstimator } from '../query/introspection-cost-estimator.js';
import { LocatedError } from '../query/located-error.js';
import { FieldCostModel } from './field-cost-model.js';

/** Maximum cost of an operation: the number of objects that its response can contain. */
export const MAX_COST = 10_000;
/** Maximum cost of a trusted document whose cost has grown with the content since its registration. */
const MAX_GROWN_COST = 10 * MAX_COST;
/** Cache limits per operation: maximum number of variable sets, and maximum length of one as JSON. */
const CACHE_LIMITS = { variables: 20, length: 300 };

interface OperationCost {
  objects: number;
  /** Number of objects that describe the schema. They have a separate limit. */
  introspectionObjects: number;
}

/** Estimates the cost of operations, and rejects those that cost too much. */
export class CostLimiter {
  private readonly types: FieldCostModel;
  private readonly introspection: IntrospectionCostEstimator;
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
    this.types = new FieldCostModel(model, modules);
    this.introspection = new IntrospectionCostEstimator(schema);
  }

  /**
   * Returns the cost of an operation, and checks its arguments.
   *
   * @param values coerced variables; null if there is no request
   * @param trustedCost cost of a trusted document at registration; it may grow with the content
   * @throws AppError TOO_COSTLY, naming the most expensive list; and errors of `checkArgument`
   */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    values: Variables['values'] | null,
    stats: CollectionStats,
    trustedCost?: number,
  ): OperationCost {
    let cached = this.cache.get(operation);
    if (cached?.stats !== stats) this.cache.set(operation, (cached = { stats, costs: new Map() }));
    const key = JSON.stringify([values, trustedCost]);
    const cachedCost = cached.costs.get(key);
    if (cachedCost) return cachedCost;
    const { schema, types, introspection } = this;
    const defaults = defaultVariables(operation);
    const variables = values ? { values } : defaults;
    const isMutation = operation.operation === 'mutation';
    const fragments = fragmentsIn(document);
    const input = { schema, types, introspection, stats, variables, isMutation, fragments };
    const root = schema.getRootType(operation.operation)!;
    const estimator = new CostEstimator(input);
    const objects = estimator.estimate(operation.selectionSet, root);
    const defaultCost = () =>
      new CostEstimator({ ...input, variables: defaults }).estimate(operation.selectionSet, root);
    const isAllowed =
      objects <= MAX_COST ||
      (trustedCost !== undefined &&
        objects <= MAX_GROWN_COST &&
        objects * Math.max(1, trustedCost) <= MAX_COST * defaultCost());
    if (!isAllowed) throw tooCostlyError(objects, estimator);
    const cost = { objects, introspectionObjects: estimator.introspectionObjects };
    if (cached.costs.size < CACHE_LIMITS.variables && key.length < CACHE_LIMITS.length) cached.costs.set(key, cost);
    return cost;
  }
}

function tooCostlyError(objects: number, { largest }: CostEstimator): AppError {
  const format = (number: number) => number.toLocaleString('en-GB');
  const message = `The query could return ${format(objects)} objects; at most ${format(MAX_COST)} are allowed.`;
  if (!largest) return new AppError('TOO_COSTLY', message, { objects });
  const { node, path, pageSize } = largest;
  const size = pageSize === null ? '' : ` with ${pageSize} a page`;
  const advice = `Most of them are in "${path}"${size}; request fewer items, or fewer levels at a time.`;
  return new LocatedError(node, 'TOO_COSTLY', `${message} ${advice}`, { objects, field: path });
}
