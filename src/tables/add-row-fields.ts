import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import { group } from 'd3-array';
import { findSchemaField, responseKey } from './find-schema-field.js';
import { ADDED_ALIAS_PREFIX, keyFields, isEntryType, isFigureType, isIndicatorType } from './row-key-fields.js';

/** Name of the transform that divides figures by a population. */
const RATE_TRANSFORM = 'PER_100K';
/** Input types with which a variable can request that transform. */
const RATE_INPUT_TYPES = /\b(?:Transform|RecipeInput|SeriesInput)\b/;

/** A query with the fields that its rows need, and the nodes that were added. */
export interface QueryWithRowFields {
  document: DocumentNode;
  added: ReadonlySet<FieldNode>;
}

/** One of the selection sets of an object, with its type. */
interface SelectionPart {
  set: Selections;
  type: GraphQLCompositeType;
}

interface Selections {
  kind: Kind.SELECTION_SET;
  selections: SelectionNode[];
}

interface SeenField {
  node: FieldNode;
  type: GraphQLCompositeType;
  /** Whether every object of the selection has the field. */
  isGuaranteed: boolean;
}

/** Properties of an object that follow from the fields that enclose it. */
interface ObjectContext {
  /** Whether the object belongs to the indicator of an enclosing field. */
  isInIndicator: boolean;
  /** Whether the object is a row of a table, not part of one. */
  isRow: boolean;
}

/** Context of a part: all parts of its level, and the fields selected around it. */
interface PartContext {
  enclosing: ObjectContext;
  level: readonly SelectionPart[];
  outer: readonly SeenField[];
}

/**
 * Adds the fields that rows need, such as names, to an operation. If a response key is already in use, the alias is
 * `tidy__<name>`. Inlines fragments, and preserves all requested fields.
 * @param document  a valid document
 */
export function addRowFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): QueryWithRowFields {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const set = inlineFragments(operation.selectionSet, fragments);
  const adder = new RowFieldAdder(schema, canDivide(operation, fragments));
  const root = schema.getRootType(operation.operation);
  if (root) adder.complete([{ set, type: root }], { isInIndicator: false, isRow: false });
  return {
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet: set }] },
    added: adder.added,
  };
}

/** Whether the query or its variables can divide figures by a population. */
function canDivide(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.some(({ type }) => RATE_INPUT_TYPES.test(print(type)))) return true;
  return [operation, ...fragments.values()].some((node) => print(node).includes(RATE_TRANSFORM));
}

/** Copies a selection set, and inlines fragments. */
function inlineFragments(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Selections {
  const copied = selections.flatMap((node): SelectionNode[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(node.name.value);
      if (!fragment) return [];
      const { typeCondition, selectionSet } = fragment;
      const { directives } = node;
      const set = inlineFragments(selectionSet, fragments);
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: set, ...(directives && { directives }) }];
    }
    if (!node.selectionSet) return [{ ...node }];
    return [{ ...node, selectionSet: inlineFragments(node.selectionSet, fragments) } as SelectionNode];
  });
  return { kind: Kind.SELECTION_SET, selections: copied };
}

/** Returns the selection set of a node with its type. The selection set can be extended in place. */
function partBelow({ selectionSet }: FieldNode | InlineFragmentNode, type: GraphQLCompositeType): SelectionPart {
  return { set: selectionSet as Selections, type };
}

class RowFieldAdder {
  readonly added = new Set<FieldNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly canDivide: boolean,
  ) {}

  complete(parts: readonly SelectionPart[], enclosing: ObjectContext): void {
    for (const part of parts) this.addKeyFields(part, { enclosing, level: parts, outer: [] });
    const seenFields = parts.flatMap((part) => this.fieldsIn(part)).filter(({ node }) => !this.added.has(node));
    const byKey = group(seenFields, ({ node }) => responseKey(node));
    for (const sameKey of byKey.values()) this.addToField(sameKey, enclosing);
  }

  private addToField(sameKey: readonly SeenField[], enclosing: ObjectContext): void {
    const fieldParts = sameKey.flatMap((seen) => this.partIn(seen) ?? []);
    const [first] = sameKey;
    if (fieldParts.length === 0 || !first) return;
    const field = findSchemaField(this.schema, first.type, first.node.name.value)!;
    const isList = isListType(getNullableType(field.type));
    const isInIndicator =
      isIndicatorType(this.schema, first.type) || (enclosing.isInIndicator && !isEntryType(first.type));
    const isRow = isList || (first.type.name === 'Series' && field.name === 'latest');
    this.complete(fieldParts, { isInIndicator, isRow });
  }

  /** Adds the missing fields that identify an object to its selection set, then to its inline fragments. */
  private addKeyFields(part: SelectionPart, { enclosing, level, outer }: PartContext): void {
    const { set, type } = part;
    const isPartOfRow = type.name === 'Observation' && !enclosing.isRow;
    if (!isPartOfRow) {
      const hasFigures = isIndicatorType(this.schema, type) && this.hasFigures(part);
      const givenFields = new Set(enclosing.isInIndicator ? ['indicator'] : []);
      this.addMissingFields(
        part,
        keyFields(type, { given: givenFields, hasFigures, canDivide: this.canDivide }),
        [...outer, ...this.fieldsIn(part)],
        level,
      );
    }
    const selectedFields = [...outer, ...this.fieldsIn(part)];
    for (const node of set.selections) {
      if (node.kind !== Kind.INLINE_FRAGMENT) continue;
      const inner = this.narrowType(node.typeCondition, type);
      this.addKeyFields(partBelow(node, inner), { enclosing, level, outer: selectedFields });
    }
  }

  private addMissingFields(
    { set, type }: SelectionPart,
    fieldsToAdd: readonly FieldNode[],
    seen: readonly SeenField[],
    level: readonly SelectionPart[],
  ): void {
    for (const field of fieldsToAdd) {
      const name = field.name.value;
      const found = seen.filter(({ node, isGuaranteed }) => isGuaranteed && node.name.value === name);
      if (field.selectionSet) for (const match of found) this.addSubfields(match, field);
      if (found.length > 0) continue;
      const alias = { kind: Kind.NAME, value: `${ADDED_ALIAS_PREFIX}${name}` } as const;
      set.selections.push(this.copyAsAdded({ ...field, ...(this.isTaken(name, type, level) && { alias }) }));
    }
  }

  /** Whether another field of the level already uses a response key. */
  private isTaken(name: string, type: GraphQLCompositeType, level: readonly SelectionPart[]): boolean {
    const ownType = String(findSchemaField(this.schema, type, name)?.type);
    return level
      .flatMap((part) => this.fieldsIn(part))
      .some(({ node, type: other }) => {
        if (responseKey(node) !== name) return false;
        if (node.name.value !== name || (node.arguments ?? []).length > 0) return true;
        return String(findSchemaField(this.schema, other, name)?.type) !== ownType;
      });
  }

  /** Returns the selection of a field; null if the field has no subfields. */
  private partIn({ node, type }: SeenField): SelectionPart | null {
    const field = findSchemaField(this.schema, type, node.name.value);
    const resultType = field && getNamedType(field.type);
    return resultType && isCompositeType(resultType) && node.selectionSet ? partBelow(node, resultType) : null;
  }

  private addSubfields(seen: SeenField, fieldToAdd: FieldNode): void {
    const part = this.partIn(seen);
    if (!part) return;
    const selections = fieldToAdd.selectionSet!.selections.filter((selection) => selection.kind === Kind.FIELD);
    this.addMissingFields(part, selections, this.fieldsIn(part), [part]);
  }

  /** Whether the selection contains figures of this entry. */
  private hasFigures(part: SelectionPart): boolean {
    return this.fieldsIn(part).some((seen) => {
      const below = this.partIn(seen);
      if (!below) return false;
      if (below.type.name === 'Series' || isFigureType(below.type.name)) return true;
      return !isEntryType(below.type) && this.hasFigures(below);
    });
  }

  private fieldsIn({ set, type }: SelectionPart, isGuaranteed = true): SeenField[] {
    return set.selections.flatMap((node): SeenField[] => {
      const isUnconditional = isGuaranteed && (node.directives ?? []).length === 0;
      if (node.kind === Kind.FIELD) return [{ node, type, isGuaranteed: isUnconditional }];
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      const inner = this.narrowType(node.typeCondition, type);
      return this.fieldsIn(partBelow(node, inner), isUnconditional && inner === type);
    });
  }

  private narrowType(
    condition: Parameters<typeof typeFromAST>[1] | undefined,
    type: GraphQLCompositeType,
  ): GraphQLCompositeType {
    if (!condition) return type;
    return (typeFromAST(this.schema, condition) as GraphQLCompositeType | undefined) ?? type;
  }

  /** Copies a field and its subfields, and records them as added. */
  private copyAsAdded(field: FieldNode): FieldNode {
    const { selectionSet } = field;
    const selections = selectionSet?.selections.map((node) =>
      node.kind === Kind.FIELD ? this.copyAsAdded(node) : node,
    );
    const copy: FieldNode = selections
      ? { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } }
      : { ...field };
    this.added.add(copy);
    return copy;
  }
}
