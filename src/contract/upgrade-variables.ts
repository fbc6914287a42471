import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  Kind as Node,
  parse,
  typeFromAST,
} from 'graphql';
import { memoise } from '../memoise.js';
import type { Model } from '../model/model.js';
import { type FormerNames, formerNames } from './former-names.js';
import { servedSchema } from './served-schema.js';

type Variables = Readonly<Record<string, unknown>>;
type VariableTypes = ReadonlyMap<string, GraphQLInputType>;

/** Returns a function that replaces former names of fields and enum values in variables of a query. Caches by query. */
export function createVariableUpgrade(model: Model): (query: string, variables: Variables) => Record<string, unknown> {
  const names = formerNames(model);
  let schema: GraphQLSchema | null = null;
  const typesOf = memoise((query) => readTypes((schema ??= servedSchema(model)), query));
  return (query, variables) => {
    const types = typesOf(query);
    return Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, upgradeValue(value, types.get(name), names)]),
    );
  };
}

function readTypes(schema: GraphQLSchema, query: string): VariableTypes {
  const types = new Map<string, GraphQLInputType>();
  for (const definition of parse(query).definitions) {
    if (definition.kind !== Node.OPERATION_DEFINITION) continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const inputType = typeFromAST(schema, type);
      if (isInputType(inputType)) types.set(variable.name.value, inputType);
    }
  }
  return types;
}

function upgradeValue(value: unknown, type: GraphQLInputType | undefined, names: FormerNames): unknown {
  if (type === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => upgradeValue(item, type, names));
  const named = getNamedType(type);
  if (isEnumType(named)) return typeof value === 'string' ? (names.currentValue(named, value) ?? value) : value;
  if (!isInputObjectType(named) || typeof value !== 'object') return value;
  const fields = named.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const current = names.currentField(named, key) ?? key;
      return [current, upgradeValue(inner, fields[current]?.type, names)];
    }),
  );
}
