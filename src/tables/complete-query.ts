import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import { getNamedType, isCompositeType, isListType, isNonNullType, Kind, print, typeFromAST } from 'graphql';
import { findField, responseKey } from './find-field.js';
import { ADDED, identifyRow, isEntryType, isFigureType, isMeasured } from './identity.js';

/** What divides figures by a population, and the types of variables that can say so. */
const RATE = 'PER_100K';
const RECIPES = /\b(?:Transform|RecipeInput|SeriesInput)\b/;

/** A query to which was added what its rows need to stand alone. */
export interface CompletedQuery {
  document: DocumentNode;
  /** The fields that were added and not asked for. */
  added: ReadonlySet<FieldNode>;
}

/** Selections of one object, with the type that they are made on. */
interface Part {
  set: Selections;
  type: GraphQLCompositeType;
}

/** A selection set that can be added to. */
interface Selections {
  kind: Kind.SELECTION_SET;
  selections: SelectionNode[];
}

/** A field of a part; `isSure` where every object of the part has it. */
interface Seen {
  node: FieldNode;
  type: GraphQLCompositeType;
  isSure: boolean;
}

/** What is known at an object from what stands above it. */
interface Above {
  /** Whether the object is of the indicator above it, so that this need not be asked for again. */
  isOfMeasured: boolean;
  /** Whether a figure is a row, and not the part of one. */
  isRow: boolean;
}

/** Where a part stands: its level, and what is asked of the same object around it. */
interface Enclosing {
  above: Above;
  level: readonly Part[];
  outer: readonly Seen[];
}

/**
 * Completes an operation: adds the names and facts that its rows need to stand alone, under the name `tidy__<name>` where
 * a name is taken. Fragments are written out. What was asked for stays as it is.
 *
 * @param document a valid one
 */
export function completeQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompletedQuery {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const set = writtenOut(operation.selectionSet, fragments);
  const completion = new Completion(schema, mayDivide(operation, fragments));
  const root = schema.getRootType(operation.operation);
  if (root) completion.complete([{ set, type: root }], { isOfMeasured: false, isRow: false });
  return {
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet: set }] },
    added: completion.added,
  };
}

/** Whether figures may be divided by a population: a query says so, or its variables can. */
function mayDivide(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.some(({ type }) => RECIPES.test(print(type)))) return true;
  return [operation, ...fragments.values()].some((node) => print(node).includes(RATE));
}

/** A copy of a selection set in which fragments stand where they are spread. */
function writtenOut(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Selections {
  const copied = selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(node.name.value);
      if (!fragment) return [];
      const { typeCondition, selectionSet } = fragment;
      const { directives } = node;
      const set = writtenOut(selectionSet, fragments);
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: set, ...(directives && { directives }) }];
    }
    if (!node.selectionSet) return [{ ...node }];
    return [{ ...node, selectionSet: writtenOut(node.selectionSet, fragments) } as SelectionNode];
  });
  return { kind: Kind.SELECTION_SET, selections: copied };
}

/** What is selected below a node, of which all selections were written out anew and may be added to. */
function partBelow({ selectionSet }: FieldNode | InlineFragmentNode, type: GraphQLCompositeType): Part {
  return { set: selectionSet as Selections, type };
}

class Completion {
  readonly added = new Set<FieldNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly divides: boolean,
  ) {}

  complete(parts: readonly Part[], above: Above): void {
    for (const part of parts) this.addIdentity(part, { above, level: parts, outer: [] });
    const byKey = new Map<string, Seen[]>();
    for (const part of parts) {
      for (const seen of this.seenIn(part)) {
        if (this.added.has(seen.node)) continue;
        const key = responseKey(seen.node);
        byKey.set(key, [...(byKey.get(key) ?? []), seen]);
      }
    }
    for (const alike of byKey.values()) this.completeField(alike, above);
  }

  private completeField(alike: readonly Seen[], above: Above): void {
    const parts = alike.flatMap(({ node, type }): Part[] => {
      const field = findField(this.schema, type, node.name.value);
      const below = field && getNamedType(field.type);
      if (!below || !isCompositeType(below) || !node.selectionSet) return [];
      return [partBelow(node, below)];
    });
    const [first] = alike;
    if (parts.length === 0 || !first) return;
    const field = findField(this.schema, first.type, first.node.name.value)!;
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const isOfMeasured = isMeasured(this.schema, first.type) || (above.isOfMeasured && !isEntryType(first.type));
    const isRow = isList || (first.type.name === 'Series' && field.name === 'latest');
    this.complete(parts, { isOfMeasured, isRow });
  }

  /** Adds what a part lacks, then what fragments within it lack beyond that. */
  private addIdentity(part: Part, { above, level, outer }: Enclosing): void {
    const { set, type } = part;
    const isBeside = type.name === 'Observation' && !above.isRow;
    if (!isBeside) {
      const measures = isMeasured(this.schema, type) && this.holdsFigures(part);
      const given = new Set(above.isOfMeasured ? ['indicator'] : []);
      this.addMissing(
        part,
        identifyRow(type, { given, measures, divides: this.divides }),
        [...outer, ...this.seenIn(part)],
        level,
      );
    }
    const around = [...outer, ...this.seenIn(part)];
    for (const node of set.selections) {
      if (node.kind !== Kind.INLINE_FRAGMENT) continue;
      const inner = this.buildCondition(node.typeCondition, type);
      this.addIdentity(partBelow(node, inner), { above, level, outer: around });
    }
  }

  private addMissing(
    { set, type }: Part,
    wanted: readonly FieldNode[],
    seen: readonly Seen[],
    level: readonly Part[],
  ): void {
    for (const field of wanted) {
      const name = field.name.value;
      const found = seen.filter(({ node, isSure }) => isSure && node.name.value === name);
      if (field.selectionSet) for (const each of found) this.addBelow(each, field);
      if (found.length > 0) continue;
      const alias = { kind: Kind.NAME, value: `${ADDED}${name}` } as const;
      set.selections.push(this.marked({ ...field, ...(this.isTaken(name, type, level) && { alias }) }));
    }
  }

  /** Whether a field of a type cannot stand at a level under its own name. */
  private isTaken(name: string, type: GraphQLCompositeType, level: readonly Part[]): boolean {
    const own = String(findField(this.schema, type, name)?.type);
    return level
      .flatMap((part) => this.seenIn(part))
      .some(({ node, type: other }) => {
        if (responseKey(node) !== name) return false;
        if (node.name.value !== name || hasArguments(node)) return true;
        return String(findField(this.schema, other, name)?.type) !== own;
      });
  }

  /** Adds to an object that was asked for what is wanted of it. */
  private addBelow({ node, type }: Seen, wanted: FieldNode): void {
    const field = findField(this.schema, type, node.name.value);
    const below = field && getNamedType(field.type);
    if (!below || !isCompositeType(below)) return;
    const part = partBelow(node, below);
    const selections = wanted.selectionSet!.selections.filter((each) => each.kind === Kind.FIELD);
    this.addMissing(part, selections, this.seenIn(part), [part]);
  }

  /** Whether figures stand below, none of another entry. */
  private holdsFigures(part: Part): boolean {
    return this.seenIn(part).some(({ node, type }) => {
      const field = findField(this.schema, type, node.name.value);
      const below = field && getNamedType(field.type);
      if (!below || !isCompositeType(below) || !node.selectionSet) return false;
      if (below.name === 'Series' || isFigureType(below.name)) return true;
      return !isEntryType(below) && this.holdsFigures(partBelow(node, below));
    });
  }

  private seenIn({ set, type }: Part, isSure = true): Seen[] {
    return set.selections.flatMap((node): Seen[] => {
      const isAlways = isSure && (node.directives ?? []).length === 0;
      if (node.kind === Kind.FIELD) return [{ node, type, isSure: isAlways }];
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      const inner = this.buildCondition(node.typeCondition, type);
      return this.seenIn(partBelow(node, inner), isAlways && inner === type);
    });
  }

  private buildCondition(
    condition: Parameters<typeof typeFromAST>[1] | undefined,
    type: GraphQLCompositeType,
  ): GraphQLCompositeType {
    if (!condition) return type;
    return (typeFromAST(this.schema, condition) as GraphQLCompositeType | undefined) ?? type;
  }

  /** A copy of a field that is remembered as added, with all below it. */
  private marked(field: FieldNode): FieldNode {
    const { selectionSet } = field;
    const selections = selectionSet?.selections.map((node) => (node.kind === Kind.FIELD ? this.marked(node) : node));
    const copy: FieldNode = selections
      ? { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } }
      : { ...field };
    this.added.add(copy);
    return copy;
  }
}

function hasArguments({ arguments: given }: FieldNode): boolean {
  return (given ?? []).length > 0;
}
