import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind as Node,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, resolveFragment } from '../query/fragments.js';
import { argumentValues, mayBeIncluded, type Variables } from '../query/argument-values.js';
import { PAGE_LIMITS } from '../model/result-limits.js';
import { type Cardinality, CardinalityEstimator, ROOT_CARDINALITY } from './cardinality-estimator.js';
import type { CollectionStats } from './collection-stats.js';
import type { FieldSelection } from './field-size.js';
import type { IntrospectionCostEstimator } from '../query/introspection-cost-estimator.js';
import { checkArgument } from '../query/limits.js';
import type { FieldCostModel } from './field-cost-model.js';

interface ListCost {
  node: FieldNode;
  /** Path of the list in the query, such as `countries.trends`. */
  path: string;
  /** Requested page size of a paginated list; null for other lists. */
  pageSize: number | null;
  /** Number of objects in the list, without nested ones. */
  ownCost: number;
}

/** An operation, and the data on which its estimate depends. */
interface CostInput {
  schema: GraphQLSchema;
  fragments: Fragments;
  variables: Variables;
  types: FieldCostModel;
  stats: CollectionStats;
  introspection: IntrospectionCostEstimator;
  isMutation: boolean;
}

/** Number of fields that cost as much as one object. */
const FIELDS_PER_OBJECT = 32;
/** Arguments that contain records. They have separate limits. */
const RECORD_ARGUMENTS = new Set(['record', 'changes', 'entry', 'entries']);
/** Fields of a connection that lead to its entries. They are omitted from paths. */
const CONNECTION_STEPS = new Set(['nodes', 'edges', 'node']);

/** Estimates an upper bound on the number of objects in the response of an operation, without executing it. */
export class CostEstimator {
  /** The list with the most objects, if there is one. */
  largest: ListCost | undefined;
  /** Number of objects that describe the schema; excluded from the estimate. */
  introspectionObjects = 0;
  private readonly cardinality: CardinalityEstimator;

  constructor(private readonly input: CostInput) {
    this.cardinality = new CardinalityEstimator(input.types, input.stats);
  }

  /** Estimates the cost of a selection, at the root by default. @throws errors of `checkArgument`, `argumentValues` */
  estimate({ selections }: SelectionSetNode, type: GraphQLNamedType, parents = ROOT_CARDINALITY, path = ''): number {
    let [objects, leaves] = [0, 0];
    for (const selection of selections) {
      if (!mayBeIncluded(selection, this.input.variables)) continue;
      if (selection.kind === Node.FIELD) {
        const cost = this.field(selection, type, parents, path);
        if (cost === null) leaves += 1;
        else objects += cost;
        continue;
      }
      const fragment = resolveFragment(selection, this.input.fragments);
      if (!fragment) continue;
      const condition = this.input.schema.getType(fragment.typeCondition?.name.value ?? type.name);
      // A fragment on an interface applies to each object that implements it.
      const objectType = isObjectType(type) ? type : (condition ?? type);
      objects += this.estimate(
        fragment.selectionSet,
        objectType,
        this.cardinality.narrow(parents, objectType.name),
        path,
      );
    }
    return objects + Math.floor(leaves / FIELDS_PER_OBJECT) * parents.count;
  }

  /** Returns the cost of a field and its subfields; null for a field that adds no cost to its object. */
  private field(node: FieldNode, type: GraphQLNamedType, parents: Cardinality, path: string): number | null {
    if (!isObjectType(type) && !isInterfaceType(type)) return null;
    const name = node.name.value;
    if (name === '__schema' || name === '__type') {
      this.introspectionObjects += this.input.introspection.estimate(node, this.input.fragments, this.input.variables);
      return 0;
    }
    const definition = type.getFields()[name];
    if (!definition) return null;
    const args = definition.args.length > 0 ? this.arguments(definition, node) : {};
    const result = getNamedType(definition.type);
    if (!node.selectionSet) return this.input.types.isComputed(type.name, name) ? parents.count : null;
    const isStep = CONNECTION_STEPS.has(name);
    const fieldPath = isStep ? path : path === '' ? name : `${path}.${name}`;
    const isList = isListType(getNullableType(definition.type));
    const limit = itemLimit(definition, args);
    const { each, work = 0, objects } = this.cardinality.estimate({ type, name, result, args, limit, isList }, parents);
    const ownCost = objects.count + work * parents.count;
    const isPage = Number.isFinite(limit);
    if (!isStep && (isPage || isList || work > 0) && ownCost > (this.largest?.ownCost ?? -1)) {
      const pageSize = isPage ? (objects.nested.get('nodes')?.each ?? each) : null;
      this.largest = { node, path: fieldPath, pageSize, ownCost };
    }
    return ownCost + this.estimate(node.selectionSet, result, objects, fieldPath);
  }

  private arguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    const args = argumentValues(definition, node, this.input.variables);
    for (const [name, value] of Object.entries(args)) {
      if (this.input.isMutation && RECORD_ARGUMENTS.has(name)) continue;
      const argumentNode = node.arguments?.find((argument) => argument.name.value === name);
      checkArgument(name, value, argumentNode ?? node);
    }
    return args;
  }
}

/** Returns the value of `first` or `last`, or else its default. Infinity for a field without these arguments. */
function itemLimit({ args }: GraphQLField<unknown, unknown>, { first, last }: FieldSelection['args']): number {
  const argument = args.find(({ name }) => name === 'first');
  if (!argument) return Infinity;
  return Math.max(0, Number(first ?? last ?? argument.defaultValue ?? PAGE_LIMITS.defaultSize));
}
