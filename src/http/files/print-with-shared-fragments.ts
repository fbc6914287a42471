import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  isCompositeType,
  Kind,
  print,
  separateOperations,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Minimum number of selections in a set that becomes a fragment. */
const MIN_SELECTIONS = 3;

const PRINTED_QUERIES = new WeakMap<DocumentNode, string>();

/** Prints a query with repeated selection sets as fragments, to stay within the token limit. Memoised. */
export function printWithSharedFragments(schema: GraphQLSchema, document: DocumentNode): string {
  const cachedText = PRINTED_QUERIES.get(document);
  if (cachedText !== undefined) return cachedText;
  const text = printCompact(schema, document);
  PRINTED_QUERIES.set(document, text);
  return text;
}

function printCompact(schema: GraphQLSchema, document: DocumentNode): string {
  const usesByKey = new Map<string, { type: string; selectionSet: SelectionSetNode; uses: number }>();
  const selectionKey = (info: TypeInfo, { selectionSet }: FieldNode): string | null => {
    const type = getNamedType(info.getType());
    if (!selectionSet || selectionSet.selections.length < MIN_SELECTIONS || !type || !isCompositeType(type))
      return null;
    return `${type.name} ${print(selectionSet)}`;
  };
  const info = new TypeInfo(schema);
  const countUses = visitWithTypeInfo(info, {
    Field: (node) => {
      const key = selectionKey(info, node);
      if (key === null) return;
      const fragmentUse = usesByKey.get(key) ?? {
        type: getNamedType(info.getType())!.name,
        selectionSet: node.selectionSet!,
        uses: 0,
      };
      usesByKey.set(key, { ...fragmentUse, uses: fragmentUse.uses + 1 });
    },
  });
  visit(document, countUses);
  const repeatedUses = [...usesByKey].filter(([, { uses }]) => uses > 1);
  if (repeatedUses.length === 0) return print(document);
  const fragmentNames = new Map(repeatedUses.map(([key], index) => [key, `tidy__${index}`]));
  const shorten = <T extends DocumentNode | SelectionSetNode>(node: T, typeInfo: TypeInfo): T =>
    visit(
      node,
      visitWithTypeInfo(typeInfo, {
        Field: (field) => {
          const key = selectionKey(typeInfo, field);
          const name = key === null ? undefined : fragmentNames.get(key);
          if (name === undefined) return undefined;
          const spread = { kind: Kind.FRAGMENT_SPREAD, name: { kind: Kind.NAME, value: name } } as const;
          return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: [spread] } };
        },
      }),
    );
  const fragments = repeatedUses.map(([key, { type, selectionSet: set }]): FragmentDefinitionNode => ({
    kind: Kind.FRAGMENT_DEFINITION,
    name: { kind: Kind.NAME, value: fragmentNames.get(key)! },
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: shorten(set, new TypeInfo(schema, schema.getType(type) as never)),
  }));
  const shortDocument = shorten(document, new TypeInfo(schema));
  // Omits unused fragments.
  const [operation] = Object.values(
    separateOperations({ ...shortDocument, definitions: [...shortDocument.definitions, ...fragments] }),
  );
  return print(operation!);
}
