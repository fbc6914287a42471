import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  GraphQLError,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind as Node,
  type NamedTypeNode,
  type NameNode,
  type ObjectFieldNode,
  parse,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { memoise, memoiseByObject } from '../memoise.js';
import type { Model } from '../model/model.js';
import { type FormerNames, formerNames } from './former-names.js';
import { servedSchema } from './served-schema.js';

/** A replacement of the text from `start` to `end`, which may be the same position. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

const upgraderOf = memoiseByObject(createUpgrade);

/**
 * Replaces former names of fields, types and kinds. A selected field gets its former name as an alias. Returns queries
 * without former names, or with syntax errors, unchanged.
 */
export function upgradeQuery(model: Model, query: string): string {
  return upgraderOf(model)(query);
}

function createUpgrade(model: Model): (query: string) => string {
  const names = formerNames(model);
  let schema: GraphQLSchema | null = null;
  return memoise((query) => {
    if (![...names.all].some((name) => query.includes(name))) return query;
    schema ??= servedSchema(model);
    return applyEdits(query, findEdits(query, schema, names));
  });
}

function findEdits(query: string, schema: GraphQLSchema, names: FormerNames): Edit[] {
  const edits: Edit[] = [];
  const info = new TypeInfo(schema);
  const replace = ({ loc }: ASTNode, text: string) => edits.push({ start: loc!.start, end: loc!.end, text });
  const rename = <T extends FieldNode | ObjectFieldNode>(node: T, to: string, alias: string): T => {
    replace(node.name, alias + to);
    return { ...node, name: { ...node.name, value: to } satisfies NameNode };
  };
  const withCurrentType = <T extends InlineFragmentNode | FragmentDefinitionNode>(node: T): T | undefined => {
    const to = node.typeCondition && names.currentType(schema, node.typeCondition.name.value);
    if (to === undefined) return undefined;
    return { ...node, typeCondition: { ...node.typeCondition, name: { ...node.typeCondition!.name, value: to } } };
  };
  const typeOfVariable = new Map<string, string>();
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
  visit(
    document,
    visitWithTypeInfo(info, {
      [Node.FIELD](node) {
        const to = names.currentField(info.getParentType(), node.name.value);
        return to === undefined ? undefined : rename(node, to, node.alias ? '' : `${node.name.value}: `);
      },
      [Node.OBJECT_FIELD](node) {
        const to = names.currentField(getNamedType(info.getParentInputType() ?? undefined), node.name.value);
        return to === undefined ? undefined : rename(node, to, '');
      },
      [Node.ENUM](node) {
        const to = names.currentValue(getNamedType(info.getInputType() ?? undefined), node.value);
        if (to !== undefined) replace(node, to);
      },
      [Node.VARIABLE](node) {
        const type = getNamedType(info.getInputType() ?? undefined);
        if (type) typeOfVariable.set(node.name.value, type.name);
      },
      [Node.INLINE_FRAGMENT]: withCurrentType,
      [Node.FRAGMENT_DEFINITION]: withCurrentType,
    }),
  );
  visit(document, {
    [Node.NAMED_TYPE](node) {
      const to = names.currentType(schema, node.name.value);
      if (to !== undefined) replace(node, to);
    },
    // A variable whose enum type was split gets the type of the argument that uses it.
    [Node.VARIABLE_DEFINITION]({ type, variable }) {
      const named = namedTypeOf(type);
      const to = typeOfVariable.get(variable.name.value);
      const isKnown =
        schema.getType(named.name.value) !== undefined || names.currentType(schema, named.name.value) !== undefined;
      if (!isKnown && to !== undefined) replace(named, to);
    },
  });
  return edits;
}

/** Returns the type of which a type is a list or non-null variant. */
export function namedTypeOf(type: TypeNode): NamedTypeNode {
  return type.kind === Node.NAMED_TYPE ? type : namedTypeOf(type.type);
}

/** Applies edits that do not overlap, in any order. */
export function applyEdits(query: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: to }) => text.slice(0, start) + to + text.slice(end), query);
}
