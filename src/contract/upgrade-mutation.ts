import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isNonNullType,
  Kind as Node,
  parse,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { memoise } from '../memoise.js';
import type { Model } from '../model/model.js';
import { servedSchema } from './served-schema.js';
import { applyEdits, type Edit, namedTypeOf } from './upgrade-query.js';

interface VariableUsage {
  /** Names of the input types that the variable is used as. */
  types: Set<string>;
  /** Whether any use of the variable requires a value. */
  isRequired: boolean;
}

/**
 * Returns a function that adapts a mutation to the current input types: it replaces types of variables and wraps texts
 * that are now localised. Other documents, and those with syntax errors, are returned unchanged.
 */
export function createMutationUpgrade(model: Model): (query: string) => string {
  let schema: GraphQLSchema | null = null;
  return memoise((query) => {
    if (!query.includes('mutation')) return query;
    try {
      schema ??= servedSchema(model);
      return applyEdits(query, findEdits(schema, model.locales[0]!, parse(query)));
    } catch (error) {
      if (error instanceof GraphQLError) return query;
      throw error;
    }
  });
}

function findEdits(schema: GraphQLSchema, locale: string, document: DocumentNode): Edit[] {
  const edits: Edit[] = [];
  const uses = new Map<string, VariableUsage>();
  const info = new TypeInfo(schema);
  const wrap = ({ loc }: ValueNode) => {
    const { start, end } = loc!;
    edits.push({ start, end: start, text: `{ ${locale}: ` }, { start: end, end, text: ' }' });
  };
  const plainNames = stringVariables(document);
  visit(
    document,
    visitWithTypeInfo(info, {
      [Node.VARIABLE_DEFINITION]: () => false,
      [Node.STRING](node) {
        if (isLocalised(info.getInputType())) wrap(node);
      },
      [Node.VARIABLE](node) {
        const type = info.getInputType();
        const name = node.name.value;
        if (isLocalised(type) && plainNames.has(name)) return wrap(node);
        const use = uses.get(name) ?? { types: new Set(), isRequired: false };
        uses.set(name, use);
        if (!type) return;
        use.types.add(getNamedType(type).name);
        if (isNonNullType(type) && info.getDefaultValue() === undefined) use.isRequired = true;
      },
    }),
  );
  return [...edits, ...definitionEdits(document, uses)];
}

function isLocalised(type: GraphQLInputType | null | undefined): boolean {
  return type ? String(getNullableType(type)) === 'LocalisedText' : false;
}

function stringVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    [Node.VARIABLE_DEFINITION](node) {
      if (namedTypeOf(node.type).name.value === 'String') names.add(node.variable.name.value);
    },
  });
  return names;
}

function definitionEdits({ definitions }: DocumentNode, uses: ReadonlyMap<string, VariableUsage>): Edit[] {
  const edits: Edit[] = [];
  for (const definition of definitions) {
    if (definition.kind !== Node.OPERATION_DEFINITION || definition.operation !== 'mutation') continue;
    for (const { variable, type, defaultValue } of definition.variableDefinitions ?? []) {
      const use = uses.get(variable.name.value);
      if (!use) continue;
      const { name } = namedTypeOf(type);
      const patch = name.value.replace(/Record$/, 'Patch');
      const isPatch = use.types.size === 1 && use.types.has(patch) && patch !== name.value;
      if (isPatch) edits.push({ start: name.loc!.start, end: name.loc!.end, text: patch });
      const { end } = type.loc!;
      if (use.isRequired && type.kind !== Node.NON_NULL_TYPE && !defaultValue)
        edits.push({ start: end, end, text: '!' });
    }
  }
  return edits;
}
