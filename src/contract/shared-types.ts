import type { DefinitionNode, DocumentNode, EnumTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind as Node, visit } from 'graphql';
import type { Kind, Model } from '../model/model.js';
import { capitalised } from './sdl-text.js';

/**
 * The model with one type for a field of several kinds, so that fragments on different kinds can select it together.
 * Enums of fields with one name are merged. Fields of an interface have its type, also where a kind requires a value.
 * Inputs still follow from the model itself.
 */
export function withSharedTypes(model: Model): Model {
  const names = sharedEnums(model);
  const kinds = model.kinds.map((kind) => ({
    ...kind,
    fields: kind.fields.map((field) => ({ ...field, type: names.get(field.type) ?? field.type })),
  }));
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return {
    ...model,
    kinds,
    document: sharedDocument(model, names),
    kind: (name) => byName.get(name) ?? model.kind(name),
    shape: (name) => byName.get(name) ?? model.shape(name),
  };
}

/** For each enum of only one kind in a field of several, the merged enum. */
function sharedEnums({ kinds }: Model): ReadonlyMap<string, string> {
  const types = new Map<string, Set<string>>();
  for (const { name, type, nature } of kinds.flatMap(({ fields }) => fields)) {
    if (nature === 'enum') types.set(name, (types.get(name) ?? new Set()).add(type));
  }
  const shared = [...types].filter(([, names]) => names.size > 1);
  return new Map(shared.flatMap(([name, of]) => [...of].map((type) => [type, `Entry${capitalised(name)}`] as const)));
}

function sharedDocument(model: Model, names: ReadonlyMap<string, string>): DocumentNode {
  const enums = new Map<string, EnumTypeDefinitionNode>();
  const definitions = model.document.definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind === Node.OBJECT_TYPE_DEFINITION) {
      const kind = model.kinds.find(({ name }) => name === node.name.value);
      return [kind ? withTypes(model, kind, node, names) : node];
    }
    const shared = node.kind === Node.ENUM_TYPE_DEFINITION ? names.get(node.name.value) : undefined;
    if (shared === undefined) return [node];
    enums.set(shared, merged(enums.get(shared), node as EnumTypeDefinitionNode, shared));
    return [];
  });
  return { kind: Node.DOCUMENT, definitions: [...definitions, ...enums.values()] };
}

function withTypes(
  { interfaces }: Model,
  kind: Kind,
  node: ObjectTypeDefinitionNode,
  names: ReadonlyMap<string, string>,
): ObjectTypeDefinitionNode {
  const above = interfaces.filter(({ name }) => kind.interfaces.includes(name)).flatMap(({ fields }) => fields);
  const fields = node.fields?.map((field) => {
    const inherited = above.find(({ name }) => name === field.name.value);
    return inherited ? { ...field, type: inherited.node.type } : field;
  });
  return visit(
    { ...node, ...(fields && { fields }) },
    {
      NamedType: (type) => {
        const shared = names.get(type.name.value);
        return shared === undefined ? undefined : { ...type, name: { ...type.name, value: shared } };
      },
    },
  ) as ObjectTypeDefinitionNode;
}

/** Merges two enums; the first description of a value counts. */
function merged(
  first: EnumTypeDefinitionNode | undefined,
  second: EnumTypeDefinitionNode,
  name: string,
): EnumTypeDefinitionNode {
  const known = new Set(first?.values?.map((value) => value.name.value));
  const added = (second.values ?? []).filter((value) => !known.has(value.name.value));
  return {
    ...second,
    description: {
      kind: Node.STRING,
      value: 'The type of an entry within its kind. Each kind uses some of the values.',
    },
    name: { kind: Node.NAME, value: name },
    values: [...(first?.values ?? []), ...added],
  };
}
