import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { FigureScope } from '../../tables/figure-scope.js';
import type { QueryData } from '../execute-query.js';
import { PAGE_INFO_KEY, parseSelectionNode } from './paged-query.js';

/** Returns a document that also selects, for each nested list, whether it has more items than the query requests. */
export function withNestedPageInfo(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const info = new TypeInfo(schema);
  let depth = 0;
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter: () => void (depth += 1),
        leave: (node): FieldNode | undefined => {
          depth -= 1;
          const type = getNamedType(info.getType());
          if (depth === 0 || !isObjectType(type) || !('pageInfo' in type.getFields())) return undefined;
          const selections = [...node.selectionSet!.selections, HAS_NEXT_PAGE];
          return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } };
        },
      },
    }),
  );
}

const HAS_NEXT_PAGE = parseSelectionNode(`${PAGE_INFO_KEY}: pageInfo { hasNextPage }`);

/** Returns the scopes of truncated nested lists; one scope for all lists of the same field. */
export function nestedScopes(data: QueryData): FigureScope[] {
  const scopes = new Map<string, FigureScope>();
  for (const [key, value] of Object.entries(data)) {
    // Truncated root lists have separate scopes, so only the lists inside them are collected.
    if (isObject(value) && PAGE_INFO_KEY in value) {
      for (const [nestedKey, nestedValue] of Object.entries(value))
        collectTruncatedLists(nestedValue, [key, nestedKey], scopes);
    } else {
      collectTruncatedLists(value, [key], scopes);
    }
  }
  return [...scopes.values()];
}

function collectTruncatedLists(value: unknown, path: readonly string[], scopes: Map<string, FigureScope>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectTruncatedLists(item, path, scopes);
  } else if (isObject(value)) {
    const page = value[PAGE_INFO_KEY] as { hasNextPage: boolean } | undefined;
    if (page?.hasNextPage) {
      const included = Object.values(value).find(Array.isArray)?.length ?? 0;
      const scope = { path, items: 'ITEMS' as const, included, existing: null, isTruncated: true, requested: [] };
      if (included > 0) scopes.set(path.join(' '), scope);
    }
    for (const [key, nestedValue] of Object.entries(value)) {
      if (typeof nestedValue === 'object') collectTruncatedLists(nestedValue, [...path, key], scopes);
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
