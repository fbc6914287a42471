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

const PRINTED = new WeakMap<DocumentNode, string>();

/** Prints a query with repeated selection sets as fragments, to stay within the token limit. Memoised. */
export function printWithSharedFragments(schema: GraphQLSchema, document: DocumentNode): string {
  const cached = PRINTED.get(document);
  if (cached !== undefined) return cached;
  const text = printCompact(schema, document);
  PRINTED.set(document, text);
  return text;
}

function printCompact(schema: GraphQLSchema, document: DocumentNode): string {
  const found = new Map<string, { type: string; selectionSet: SelectionSetNode; uses: number }>();
  const selectionKey = (info: TypeInfo, { selectionSet }: FieldNode): string | null => {
    const type = getNamedType(info.getType());
    if (!selectionSet || selectionSet.selections.length < MIN_SELECTIONS || !type || !isCompositeType(type))
      return null;
    return `${type.name} ${print(selectionSet)}`;
  };
  const info = new TypeInfo(schema);
  const count = visitWithTypeInfo(info, {
    Field: (node) => {
      const key = selectionKey(info, node);
      if (key === null) return;
      const fragmentUse = found.get(key) ?? {
        type: getNamedType(info.getType())!.name,
        selectionSet: node.selectionSet!,
        uses: 0,
      };
      found.set(key, { ...fragmentUse, uses: fragmentUse.uses + 1 });
    },
  });
  visit(document, count);
  const repeated = [...found].filter(([, { uses }]) => uses > 1);
  if (repeated.length === 0) return print(document);
  const names = new Map(repeated.map(([key], index) => [key, `tidy__${index}`]));
  const shortened = <T extends DocumentNode | SelectionSetNode>(node: T, typeInfo: TypeInfo): T =>
    visit(
      node,
      visitWithTypeInfo(typeInfo, {
        Field: (field) => {
          const key = selectionKey(typeInfo, field);
          const name = key === null ? undefined : names.get(key);
          if (name === undefined) return undefined;
          const spread = { kind: Kind.FRAGMENT_SPREAD, name: { kind: Kind.NAME, value: name } } as const;
          return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: [spread] } };
        },
      }),
    );
  const fragments = repeated.map(([key, { type, selectionSet: set }]): FragmentDefinitionNode => ({
    kind: Kind.FRAGMENT_DEFINITION,
    name: { kind: Kind.NAME, value: names.get(key)! },
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: shortened(set, new TypeInfo(schema, schema.getType(type) as never)),
  }));
  const compacted = shortened(document, new TypeInfo(schema));
  // Omits unused fragments.
  const [operation] = Object.values(
    separateOperations({ ...compacted, definitions: [...compacted.definitions, ...fragments] }),
  );
  return print(operation!);
}
