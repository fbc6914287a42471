import type { DefinitionNode, DocumentNode, EnumTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind as Node, visit } from 'graphql';
import type { Kind, Model } from '../model/model.js';
import { capitalised } from './sdl-text.js';

/**
 * The model as the contract shows it: a field that several kinds have is of one type on all of them, so that fragments on
 * entries of several kinds can ask for it beside each other. Enums of fields of one name become one, with the values of
 * all; what comes from an interface is as the interface has it, also where a kind demands that there is a value.
 *
 * What may be written of a kind still follows from the model itself.
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

/** For each enum that only one of several kinds has in a field of one name, the enum that all of them are served with. */
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

/** One enum with the values of two; a value that both have is described as the first has it. */
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
