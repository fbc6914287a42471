import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  visit,
} from 'graphql';
import { group } from 'd3-array';
import type { QueryWithRowFields } from './add-row-fields.js';
import { findSchemaField, responseKey } from './find-schema-field.js';

/** A selected field, merged from all selections with its response key. */
export interface SelectedField {
  /** Response key: alias or name. */
  key: string;
  name: string;
  field: GraphQLField<unknown, unknown>;
  parent: GraphQLCompositeType;
  type: GraphQLNamedType;
  isList: boolean;
  /** Whether the type is a connection with `nodes`, `edges` and `pageInfo`. */
  isConnection: boolean;
  /** Whether the field was added to the query. */
  isAdded: boolean;
  /** Values of the arguments on which tables depend. */
  args: Readonly<Record<string, unknown>>;
  /** Subfields; empty for a scalar or enum. */
  subfields: readonly SelectedField[];
}

interface FoundField {
  node: FieldNode;
  parent: GraphQLCompositeType;
}

/** Arguments on which the columns or the languages of a table depend. */
const RELEVANT_ARGUMENTS: ReadonlySet<string> = new Set(['breakdown', 'inShort', 'locale']);

/** Returns the names of the variables in directives and `RELEVANT_ARGUMENTS`, on which a selection depends. */
export function selectionVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (node: ArgumentNode | DirectiveNode) =>
    visit(node, { Variable: ({ name }) => void names.add(name.value) });
  visit(document, {
    Directive: (node) => void collect(node),
    Argument: (node) => void (RELEVANT_ARGUMENTS.has(node.name.value) && collect(node)),
  });
  return names;
}

/** Returns the selection of an operation, in its order, after applying fragments, `@include` and `@skip`. */
export function readSelection(
  schema: GraphQLSchema,
  { document, added }: QueryWithRowFields,
  variables: Readonly<Record<string, unknown>>,
): readonly SelectedField[] {
  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return [];
  const names = selectionVariables(document);
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value));
  const { coerced } = getVariableValues(schema, definitions, variables);
  return new SelectionReader(schema, added, coerced ?? {}).readLevel([{ set: operation.selectionSet, type: root }]);
}

interface SelectionPart {
  set: NonNullable<FieldNode['selectionSet']>;
  type: GraphQLCompositeType;
}

class SelectionReader {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly added: ReadonlySet<FieldNode>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  readLevel(levelParts: readonly SelectionPart[]): SelectedField[] {
    const byKey = group(
      levelParts.flatMap((part) => this.fieldsIn(part)),
      ({ node }) => responseKey(node),
    );
    return [...byKey].flatMap(([key, found]) => this.readField(key, found) ?? []);
  }

  private readField(key: string, found: readonly FoundField[]): SelectedField | null {
    const [{ node, parent }] = found as [FoundField];
    const field = findSchemaField(this.schema, parent, node.name.value);
    if (!field) return null;
    const type = getNamedType(field.type);
    const selectedParts = found.flatMap((match): SelectionPart[] => {
      const ownField = findSchemaField(this.schema, match.parent, match.node.name.value);
      const resultType = ownField && getNamedType(ownField.type);
      return resultType && isCompositeType(resultType) && match.node.selectionSet
        ? [{ set: match.node.selectionSet, type: resultType }]
        : [];
    });
    return {
      key,
      name: node.name.value,
      field,
      parent,
      type,
      isList: isListType(getNullableType(field.type)),
      isConnection: isObjectType(type) && 'pageInfo' in type.getFields(),
      isAdded: found.every((match) => this.added.has(match.node)),
      args: this.readArguments(field, node),
      subfields: selectedParts.length > 0 ? this.readLevel(selectedParts) : [],
    };
  }

  private readArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): Readonly<Record<string, unknown>> {
    const isRelevant = ({ name }: { name: string }) => RELEVANT_ARGUMENTS.has(name);
    const relevantNodes = (node.arguments ?? []).filter(({ name }) => isRelevant({ name: name.value }));
    try {
      const relevantField = { ...field, args: field.args.filter(isRelevant) };
      const variables = this.variables as Record<string, unknown>;
      return getArgumentValues(relevantField, { ...node, arguments: relevantNodes }, variables);
    } catch {
      // Invalid arguments are ignored here, because execution reports them.
      return {};
    }
  }

  private fieldsIn({ set, type }: SelectionPart): FoundField[] {
    return set.selections.flatMap((node): FoundField[] => {
      if (!this.isIncluded(node)) return [];
      if (node.kind === Kind.FIELD) return [{ node, parent: type }];
      if (node.kind === Kind.FRAGMENT_SPREAD) return [];
      const condition = node.typeCondition && typeFromAST(this.schema, node.typeCondition);
      return this.fieldsIn({ set: node.selectionSet, type: (condition as GraphQLCompositeType | undefined) ?? type });
    });
  }

  private isIncluded(node: { directives?: readonly DirectiveNode[] }): boolean {
    const variables = this.variables as Record<string, unknown>;
    try {
      if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
      return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
    } catch {
      // Execution reports missing variables.
      return true;
    }
  }
}
