import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  Kind,
  parseType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isEntryType } from '../tables/row-key-fields.js';

/** Name of the variable, argument and URL parameter for the vintage of figures. */
export const AS_OF = 'asOf';
/** Name of the URL parameter that fixes the editions of figures. */
export const EDITIONS = 'editions';

/**
 * Returns a query whose figures have the vintage of the variable `asOf`, unless they specify one. Texts and links stay
 * current.
 * @param document  a valid document
 * @returns null if the query selects no figures with vintages
 */
export function pinAsOf(schema: GraphQLSchema, document: DocumentNode): DocumentNode | null {
  const info = new TypeInfo(schema);
  let isPinned = false;
  const pinnedDocument = visit(
    document,
    visitWithTypeInfo(info, {
      Field(node): FieldNode | undefined {
        const field = info.getFieldDef();
        const type = field && getNamedType(field.type);
        const hasAsOf = field?.args.some(({ name, type: argType }) => name === AS_OF && String(argType) === 'DateTime');
        if (!hasAsOf || !type || isEntryType(type)) return undefined;
        const givenAsOf = node.arguments?.find(({ name }) => name.value === AS_OF)?.value;
        isPinned ||= givenAsOf === undefined || (givenAsOf.kind === Kind.VARIABLE && givenAsOf.name.value === AS_OF);
        if (givenAsOf) return undefined;
        const name = { kind: Kind.NAME, value: AS_OF } as const;
        const value = { kind: Kind.VARIABLE, name } as const;
        return { ...node, arguments: [...(node.arguments ?? []), { kind: Kind.ARGUMENT, name, value }] };
      },
    }),
  );
  return isPinned ? withVariable(pinnedDocument) : null;
}

function withVariable(document: DocumentNode): DocumentNode {
  return visit(document, {
    OperationDefinition(node) {
      const definitions = node.variableDefinitions ?? [];
      if (definitions.some(({ variable }) => variable.name.value === AS_OF)) return undefined;
      const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: AS_OF } } as const;
      const definition = { kind: Kind.VARIABLE_DEFINITION, variable, type: parseType('DateTime') } as const;
      return { ...node, variableDefinitions: [...definitions, definition] };
    },
  });
}
