import {
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { isIndicatorType } from '../tables/row-key-fields.js';

/** A value in a query: a literal, or a variable. */
type QueryValue = { text: string } | { variable: string };

/** Where a query uses a variable: the argument, and the location within its value. */
export interface VariableUse {
  argument: string;
  field: string;
  returns: GraphQLNamedType;
  description: string | null;
  /** Location within the argument: the enclosing input types and fields, outermost first. */
  path: readonly { type: string; field: string }[];
  /** Other values of the same input object. */
  siblings: Readonly<Record<string, QueryValue>>;
  /** Indicators that the values refer to. In a fragment on an indicator, all indicators of the query. */
  indicators: readonly QueryValue[];
}

/** Returns the first use of each variable of a valid query. */
export function variableUses(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, VariableUse> {
  const uses = new Map<string, VariableUse>();
  const info = new TypeInfo(schema);
  const allIndicators: QueryValue[] = [];
  const indicatorStack: (readonly QueryValue[])[] = [];
  const inputStack: { type: string; field: string; siblings: VariableUse['siblings'] }[] = [];
  const fieldStack: { field: FieldNode; returns: GraphQLNamedType | undefined }[] = [];
  let argument: ArgumentNode | null = null;
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition: () => false,
      Field: {
        enter(field) {
          const returns = getNamedType(info.getType()) ?? undefined;
          fieldStack.push({ field, returns });
          const isIndicator = returns && isIndicatorType(schema, returns);
          if (isIndicator) allIndicators.push(...findSlug(field));
          const parent = info.getParentType();
          const fragmentIndicators = parent && isIndicatorType(schema, parent) ? allIndicators : [];
          indicatorStack.push(isIndicator ? findSlug(field) : (indicatorStack.at(-1) ?? fragmentIndicators));
        },
        leave() {
          fieldStack.pop();
          indicatorStack.pop();
        },
      },
      Argument: {
        enter(node) {
          argument = node;
        },
        leave() {
          argument = null;
        },
      },
      ObjectField: {
        enter(node, _key, _parent, _path, ancestors) {
          const parentType = getNamedType(info.getParentInputType() as GraphQLInputType | undefined);
          inputStack.push({
            type: parentType?.name ?? '',
            field: node.name.value,
            siblings: siblingValues(node, ancestors),
          });
        },
        leave() {
          inputStack.pop();
        },
      },
      Variable(node) {
        const enclosingField = fieldStack.at(-1);
        if (!argument || !enclosingField?.returns || uses.has(node.name.value)) return;
        const enclosingInput = inputStack.at(-1);
        const siblings = enclosingInput?.siblings ?? {};
        uses.set(node.name.value, {
          argument: argument.name.value,
          field: enclosingField.field.name.value,
          returns: enclosingField.returns,
          description: info.getArgument()?.description ?? null,
          path: inputStack.map(({ type, field }) => ({ type, field })),
          siblings,
          indicators: siblings['indicator'] ? [siblings['indicator']] : indicatorStack.at(-1)!,
        });
      },
    }),
  );
  return uses;
}

function findSlug({ arguments: args = [] }: FieldNode): QueryValue[] {
  return args.flatMap(({ name, value }) => (name.value === 'slug' ? (toQueryValue(value) ?? []) : []));
}

function toQueryValue(value: ValueNode): QueryValue | null {
  if (value.kind === Kind.VARIABLE) return { variable: value.name.value };
  return value.kind === Kind.STRING || value.kind === Kind.ENUM ? { text: value.value } : null;
}

function siblingValues(
  node: ObjectFieldNode,
  ancestors: readonly (ASTNode | readonly ASTNode[])[],
): VariableUse['siblings'] {
  const object = ancestors.findLast((ancestor): ancestor is ASTNode => !Array.isArray(ancestor));
  if (object?.kind !== Kind.OBJECT) return {};
  const otherFields = object.fields.filter((candidate) => candidate !== node);
  return Object.fromEntries(
    otherFields.flatMap(({ name, value }): [string, QueryValue][] => {
      const queryValue = toQueryValue(value);
      return queryValue ? [[name.value, queryValue]] : [];
    }),
  );
}
