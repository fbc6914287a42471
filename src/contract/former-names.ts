import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { memoiseByObject } from '../memoise.js';
import {
  directiveLeaves,
  entryKindName,
  formerCamelCasePath,
  camelCasePath,
  type LeafPath,
  type Model,
  sortableLeaves,
} from '../model/model.js';
import { directiveArgument, findDirective } from '../model/parse-field.js';

type Names = Map<string, string>;

/** Former names in the GraphQL contract, and functions that look up the current ones. */
export interface FormerNames {
  all: ReadonlySet<string>;
  /** Returns the current name of a field that was renamed in a type; undefined for other fields. */
  currentField(type: GraphQLNamedType | null | undefined, name: string): string | undefined;
  /** Returns the current name of a renamed type; undefined for other types. */
  currentType(schema: GraphQLSchema, name: string): string | undefined;
  /** Returns the current name of a renamed enum value; undefined for other values. */
  currentValue(type: GraphQLNamedType | null | undefined, name: string): string | undefined;
}

/** Returns the former names of kinds, fields, inverse lists, sort keys and facets. Memoised by model. */
export const formerNames = memoiseByObject(collectNames);

function collectNames(model: Model): FormerNames {
  const fields = new Map<string, Names>();
  const add = (type: string, former: string | null, name: string) => {
    if (former === null || former === name) return;
    fields.set(type, (fields.get(type) ?? new Map()).set(former, name));
  };
  for (const node of model.document.definitions) {
    if (!('fields' in node) || !node.fields) continue;
    for (const field of node.fields) {
      add(
        node.name.value,
        (directiveArgument(findDirective(field, 'renamed'), 'from') as string) ?? null,
        field.name.value,
      );
    }
  }
  for (const kind of model.kinds) {
    const { name, inverses } = kind;
    for (const inverse of inverses) add(name, inverse.origins[0]!.field.link!.formerInverse, inverse.name);
    addLeaves(add, `${name}Order`, sortableLeaves(model, kind));
    addLeaves(add, `${name}Facets`, directiveLeaves(model, kind, 'facet'));
  }
  const kinds = model.kinds.flatMap(({ name, formerName }) => (formerName === null ? [] : [{ name, formerName }]));
  const values = new Map(
    kinds.map(({ name, formerName }) => [entryKindName({ name: formerName }), entryKindName({ name })]),
  );
  return {
    all: new Set([
      ...[...fields.values()].flatMap((names) => [...names.keys()]),
      ...kinds.map(({ formerName }) => formerName),
      ...values.keys(),
    ]),
    currentType: (schema, name) => {
      if (schema.getType(name)) return undefined;
      const derived = kinds
        .filter(({ formerName }) => name.startsWith(formerName))
        .map((kind) => kind.name + name.slice(kind.formerName.length));
      return derived.find((typeName) => schema.getType(typeName));
    },
    currentValue: (type, name) =>
      isEnumType(type) && type.name === 'EntryKind' && !type.getValue(name) ? values.get(name) : undefined,
    currentField: (type, name) => {
      if (!isObjectType(type) && !isInputObjectType(type)) return undefined;
      if (name in type.getFields()) return undefined;
      return (fields.get(type.name) ?? fields.get(type.name.replace(DERIVED_INPUT, '')))?.get(name);
    },
  };
}

/** Suffixes of input types that are derived from a type of the model and have its fields. */
const DERIVED_INPUT = /(Filter|Record|Patch)$/;

function addLeaves(
  add: (type: string, former: string | null, name: string) => void,
  type: string,
  leaves: readonly LeafPath[],
): void {
  for (const { path, fields } of leaves) {
    add(type, formerCamelCasePath(fields), camelCasePath(path));
  }
}
