import type { FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind as Node,
  TypeMetaFieldDef,
} from 'graphql';
import type { Fragments } from '../selection/fragments.js';
import { openFragment } from '../selection/fragments.js';
import { LIMITS } from './limits.js';
import { PlacedError } from './placed-error.js';
import { argumentValues, isSelected } from './values.js';

/** The most objects that describe the schema in one answer; the description that tools ask for has some 20 000. */
const MOST_DESCRIPTIONS = 50_000;

/** How many things of a kind a thing can have, and how many all of them have. */
interface Count {
  most: number;
  all: number;
}

/** Things of a description: how many, how often one of them at most, and how deep a type stands in its wrappers. */
interface Described {
  count: number;
  repeats: number;
  wrapped: number;
}

/** Lists and non-null marks around a type: at most a list of non-null values that is not null itself. */
const MOST_WRAPPERS = 3;

/** Prices queries for the schema itself, which have a budget of their own. */
export class IntrospectionPrices {
  private readonly lists: Readonly<Record<string, Count>>;

  constructor(schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap());
    const fields = types.map((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
    );
    const directives = schema.getDirectives();
    this.lists = {
      types: one(types.length),
      directives: one(directives.length),
      fields: addUp(fields.map((each) => each.length)),
      args: addUp([...fields.flat(), ...directives].map(({ args }) => args.length)),
      inputFields: addUp(types.map((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))),
      enumValues: addUp(types.map((type) => (isEnumType(type) ? type.getValues().length : 0))),
      interfaces: addUp(
        types.map((type) => (isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().length : 0)),
      ),
      possibleTypes: addUp(types.map((type) => (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0))),
    };
  }

  /**
   * How many objects describe the schema in the answer to a field of the root at most.
   *
   * @throws AppError TOO_COSTLY, TOO_MANY; and as `argumentValues`
   */
  price(root: FieldNode, fragments: Fragments, variables: Readonly<Record<string, unknown>>): number {
    // All other arguments of introspection can be null.
    if (root.name.value === TypeMetaFieldDef.name) argumentValues(TypeMetaFieldDef, root, variables);
    let selections = 0;
    const visit = (set: SelectionSetNode, above: Described): number => {
      let sum = 0;
      for (const selection of set.selections) {
        selections += 1;
        if (selections > LIMITS.fields) {
          const message = `A query for the schema selects at most ${LIMITS.fields} fields.`;
          throw new PlacedError(selection, 'TOO_MANY', message);
        }
        if (!isSelected(selection, variables)) continue;
        if (selection.kind !== Node.FIELD) {
          const fragment = openFragment(selection, fragments);
          if (fragment) sum += visit(fragment.selectionSet, above);
          continue;
        }
        if (!selection.selectionSet) continue;
        const below = this.below(selection.name.value, above);
        if (below.count > 0) sum += below.count + visit(selection.selectionSet, below);
      }
      return sum;
    };
    const price = root.selectionSet ? 1 + visit(root.selectionSet, { count: 1, repeats: 1, wrapped: 0 }) : 0;
    if (price <= MOST_DESCRIPTIONS) return price;
    const most = MOST_DESCRIPTIONS.toLocaleString('en-GB');
    const message = `The query could return more than ${most} objects that describe the schema; ask for fewer levels of it.`;
    throw new PlacedError(root, 'TOO_COSTLY', message, { field: root.name.value });
  }

  private below(name: string, { count, repeats, wrapped }: Described): Described {
    const list = this.lists[name];
    if (!list) {
      // What is named is reached from wherever it is used; what is wrapped comes to an end.
      const deeper = name === 'ofType' ? wrapped + 1 : 0;
      return { count: deeper > MOST_WRAPPERS ? 0 : count, repeats: count, wrapped: deeper };
    }
    const items = Math.min(count * list.most, repeats * list.all);
    const isOwn = !['interfaces', 'possibleTypes'].includes(name);
    return { count: items, repeats: isOwn ? repeats : items, wrapped: 0 };
  }
}

function one(count: number): Count {
  return { most: count, all: count };
}

function addUp(counts: readonly number[]): Count {
  return { most: Math.max(0, ...counts), all: counts.reduce((sum, count) => sum + count, 0) };
}
