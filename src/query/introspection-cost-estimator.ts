import {
  type FieldNode,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind as Node,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { type Fragments, resolveFragment } from './fragments.js';
import { argumentValues, mayBeIncluded, type Variables } from './argument-values.js';
import { QUERY_LIMITS } from './limits.js';
import { LocatedError } from './located-error.js';

/** Maximum number of introspection objects in a response. The standard introspection query returns about 20 000. */
const MAX_INTROSPECTION_OBJECTS = 50_000;
/** Maximum number of wrappers of a type: a non-null list of non-null items. */
const MAX_WRAPPERS = 3;
/** Lists of types that belong to other types, and can therefore occur many times. */
const SHARED_LISTS = ['interfaces', 'possibleTypes'];

/** Upper bound for the objects at one path of an introspection query. */
interface IntrospectionCardinality {
  count: number;
  /** Maximum number of occurrences of the same object. */
  repeats: number;
  /** Number of enclosing `ofType` fields. */
  wrapped: number;
}

/** Estimates the cost of introspection queries. */
export class IntrospectionCostEstimator {
  /** By list field of introspection, such as `enumValues`: the maximum length of one list, and the total length. */
  private readonly lists: ReadonlyMap<string, { max: number; all: number }>;

  constructor(schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap());
    const directives = schema.getDirectives();
    const outputTypes = types.filter((type) => isObjectType(type) || isInterfaceType(type));
    const fields = outputTypes.map((type) => Object.values(type.getFields()));
    const lengths: Readonly<Record<string, readonly number[]>> = {
      types: [types.length],
      directives: [directives.length],
      fields: fields.map((list) => list.length),
      args: [...fields.flat(), ...directives].map(({ args }) => args.length),
      inputFields: types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length),
      enumValues: types.filter(isEnumType).map((type) => type.getValues().length),
      interfaces: outputTypes.map((type) => type.getInterfaces().length),
      possibleTypes: types.filter(isAbstractType).map((type) => schema.getPossibleTypes(type).length),
    };
    this.lists = new Map(
      Object.entries(lengths).map(([name, listLengths]) => {
        return [name, { max: Math.max(0, ...listLengths), all: listLengths.reduce((sum, length) => sum + length, 0) }];
      }),
    );
  }

  /** Returns the maximum number of objects that a root field returns. @throws AppError TOO_COSTLY, TOO_MANY */
  estimate(root: FieldNode, fragments: Fragments, variables: Variables): number {
    // Only `__type` has a required argument; all others of introspection are nullable.
    if (root.name.value === TypeMetaFieldDef.name) argumentValues(TypeMetaFieldDef, root, variables);
    let selectionCount = 0;
    const visit = (selectionSet: SelectionSetNode, parents: IntrospectionCardinality): number => {
      let sum = 0;
      for (const selection of selectionSet.selections) {
        selectionCount += 1;
        if (selectionCount > QUERY_LIMITS.fields) {
          const message = `A query for the schema selects at most ${QUERY_LIMITS.fields} fields.`;
          throw new LocatedError(selection, 'TOO_MANY', message);
        }
        if (!mayBeIncluded(selection, variables)) continue;
        if (selection.kind !== Node.FIELD) {
          const fragment = resolveFragment(selection, fragments);
          if (fragment) sum += visit(fragment.selectionSet, parents);
        } else if (selection.selectionSet) {
          const childCardinality = this.toChildren(selection.name.value, parents);
          if (childCardinality.count > 0)
            sum += childCardinality.count + visit(selection.selectionSet, childCardinality);
        }
      }
      return sum;
    };
    const count = root.selectionSet ? 1 + visit(root.selectionSet, { count: 1, repeats: 1, wrapped: 0 }) : 0;
    if (count <= MAX_INTROSPECTION_OBJECTS) return count;
    const limitText = MAX_INTROSPECTION_OBJECTS.toLocaleString('en-GB');
    const message = `The query could return more than ${limitText} objects that describe the schema; request fewer levels.`;
    throw new LocatedError(root, 'TOO_COSTLY', message, { field: root.name.value });
  }

  private toChildren(name: string, { count, repeats, wrapped }: IntrospectionCardinality): IntrospectionCardinality {
    const list = this.lists.get(name);
    if (!list) {
      const wrappers = name === 'ofType' ? wrapped + 1 : 0;
      return { count: wrappers > MAX_WRAPPERS ? 0 : count, repeats: count, wrapped: wrappers };
    }
    const items = Math.min(count * list.max, repeats * list.all);
    return { count: items, repeats: SHARED_LISTS.includes(name) ? items : repeats, wrapped: 0 };
  }
}
