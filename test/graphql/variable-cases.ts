import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { KnownValues } from './random-selection.js';

/** A query with one variable, `$v`, and the variables to send with it. */
export interface VariableCase {
  query: string;
  variables: Record<string, unknown>;
}

type AnyField = GraphQLField<unknown, unknown>;

/** A position for a variable inside an argument. */
interface Place {
  /** The argument as a literal, with `$v` inside. */
  literal: string;
  type: GraphQLInputType;
}

/** Wraps a selection of one type's fields in the fields that lead to that type. */
type SelectionWrapper = (selection: string) => string;

/**
 * Enumerates every argument of a schema and every field of its input objects, each with a variable that is absent, null
 * or of a wrong type. The fields of an input object are tried in the first argument that takes it.
 */
export class VariableCases {
  private readonly opened = new Set<GraphQLNamedType>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: KnownValues,
  ) {}

  /** Yields all cases in schema order. */
  *all(): Generator<VariableCase> {
    for (const operation of ['query', 'mutation'] as const) {
      for (const [type, wrap] of this.reachable(operation)) {
        for (const field of this.fieldsOf(type)) {
          for (const argument of field.args) yield* this.ofArgument(operation, field, argument, wrap);
        }
      }
    }
  }

  private *ofArgument(
    operation: string,
    field: AnyField,
    argument: GraphQLArgument,
    wrap: SelectionWrapper,
  ): Generator<VariableCase> {
    const others = this.requiredArguments(field, argument);
    const subselection = selectionOf(getNamedType(field.type));
    for (const { literal, type } of this.places(argument.type, argument.name)) {
      const nullable = String(getNullableType(type));
      const args = [...others, `${argument.name}: ${literal}`].join(', ');
      const selection = wrap(`${field.name}(${args})${subselection}`);
      const valid = this.valid(type, argument.name);
      for (const declared of [nullable, `${nullable} = ${valid}`]) {
        const query = `${operation} ($v: ${declared}) { ${selection} }`;
        yield { query, variables: {} };
        yield { query, variables: { v: null } };
      }
      yield { query: `${operation} ($v: ${String(type)}) { ${selection} }`, variables: { v: wrongFor(type) } };
    }
  }

  private *places(type: GraphQLInputType, name: string): Generator<Place> {
    yield { literal: '$v', type };
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      for (const { literal, type: inner } of this.places(nullable.ofType as GraphQLInputType, name)) {
        yield { literal: `[${literal}]`, type: inner };
      }
    }
    if (!isInputObjectType(nullable) || this.opened.has(nullable)) return;
    this.opened.add(nullable);
    for (const each of Object.values(nullable.getFields())) {
      const others = Object.values(nullable.getFields())
        .filter(
          (otherArgument) =>
            otherArgument !== each && isNonNullType(otherArgument.type) && otherArgument.defaultValue === undefined,
        )
        .map((otherArgument) => `${otherArgument.name}: ${this.valid(otherArgument.type, otherArgument.name)}`);
      for (const { literal, type: inner } of this.places(each.type, each.name)) {
        yield { literal: `{ ${[...others, `${each.name}: ${literal}`].join(', ')} }`, type: inner };
      }
    }
  }

  /** Returns the types that are reachable from the root, each with the shortest path. */
  private reachable(operation: 'query' | 'mutation'): Map<GraphQLNamedType, SelectionWrapper> {
    const root = operation === 'query' ? this.schema.getQueryType()! : this.schema.getMutationType()!;
    const found = new Map<GraphQLNamedType, SelectionWrapper>([[root, (selection) => selection]]);
    if (operation === 'mutation') return found;
    const visitType = (type: GraphQLNamedType, wrap: SelectionWrapper) => {
      if (!found.has(type)) found.set(type, wrap);
    };
    // Types reachable only through an interface come last, because the entry found there may be of another type.
    for (const entersFragments of [false, true]) {
      for (const type of found.keys()) {
        for (const field of this.fieldsOf(type)) {
          const result = getNamedType(field.type);
          if (!isCompositeType(result)) continue;
          const variant = this.wrapSelection(field, found.get(type)!);
          visitType(result, variant);
          if (!entersFragments || !isAbstractType(result)) continue;
          for (const each of this.schema.getPossibleTypes(result)) {
            visitType(each, (selection) => variant(`... on ${each.name} { ${selection} }`));
          }
        }
      }
    }
    return found;
  }

  private wrapSelection(field: AnyField, wrap: SelectionWrapper): SelectionWrapper {
    const first = field.args.some(({ name }) => name === 'first') ? ['first: 1'] : [];
    const args = [...this.requiredArguments(field), ...first].join(', ');
    const head = `${field.name}${args === '' ? '' : `(${args})`}`;
    return (selection) => wrap(`${head} { ${selection} }`);
  }

  private fieldsOf(type: GraphQLNamedType): AnyField[] {
    return isObjectType(type) || (isAbstractType(type) && 'getFields' in type) ? Object.values(type.getFields()) : [];
  }

  private requiredArguments(field: AnyField, but?: GraphQLArgument): string[] {
    const result = getNamedType(field.type).name;
    return needed(field)
      .filter((arg) => arg !== but)
      .map((arg) => `${arg.name}: ${this.valid(arg.type, arg.name, result)}`);
  }

  /**
   * Returns a valid literal for a type. If the argument name identifies a kind of value, it refers to existing content.
   */
  private valid(type: GraphQLInputType, name: string, result = 'Topic'): string {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return `[${this.valid(nullable.ofType as GraphQLInputType, name, result)}]`;
    if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields());
      const requiredFields = nullable.isOneOf ? fields.slice(0, 1) : fields.filter((each) => isNonNullType(each.type));
      return `{ ${requiredFields.map((each) => `${each.name}: ${this.valid(each.type, each.name, result)}`).join(', ')} }`;
    }
    const { slugs, ids, indicators, areas } = this.known;
    const quote = (value: string | undefined) => JSON.stringify(value ?? 'none');
    if (name === 'indicator' || name === 'indicators') return quote(indicators[0]);
    switch (nullable.name) {
      case 'Int':
      case 'Float':
        return '1';
      case 'Boolean':
        return 'true';
      case 'ID':
        return quote(ids[0]);
      case 'Slug':
        return quote(slugs.get(result)?.[0]);
      case 'AreaCode':
        return quote(areas[0]);
      case 'DateTime':
        return '"2030-01-01T00:00:00Z"';
      case 'Period':
      case 'PartialDate':
        return '"2020"';
      case 'URL':
        return '"https://example.org/"';
      case 'Language':
        return '"fr"';
      default:
        return '"a"';
    }
  }
}

function needed({ args }: AnyField): GraphQLArgument[] {
  return args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
}

/** Returns a selection that makes the resolver of a field run completely. */
function selectionOf(type: GraphQLNamedType): string {
  if (!isCompositeType(type)) return '';
  const isPage = isObjectType(type) && 'nodes' in type.getFields();
  const inside = isPage ? 'nodes { __typename }' : '__typename';
  return ['', '{', inside, '}'].join(' ');
}

/** Returns a value that is invalid for every type of this shape. */
function wrongFor(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  return isInputObjectType(nullable) || isListType(nullable) ? 7.5 : { wrong: true };
}
