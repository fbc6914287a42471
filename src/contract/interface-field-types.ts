import { type DefinitionNode, Kind as Node, type ObjectTypeDefinitionNode } from 'graphql';
import type { Kind, Model } from '../model/model.js';

/** Returns a model whose inherited fields have the types of the interface, so that fragments on several kinds merge. */
export function withInterfaceFieldTypes(model: Model): Model {
  const definitions = model.document.definitions.map((node): DefinitionNode => {
    if (node.kind !== Node.OBJECT_TYPE_DEFINITION) return node;
    const kind = model.kinds.find(({ name }) => name === node.name.value);
    return kind ? inheritFieldTypes(model, kind, node) : node;
  });
  return { ...model, document: { kind: Node.DOCUMENT, definitions } };
}

function inheritFieldTypes(
  { interfaces }: Model,
  kind: Kind,
  node: ObjectTypeDefinitionNode,
): ObjectTypeDefinitionNode {
  const interfaceFields = interfaces
    .filter(({ name }) => kind.interfaces.includes(name))
    .flatMap(({ fields }) => fields);
  const fields = node.fields?.map((field) => {
    const inherited = interfaceFields.find(({ name }) => name === field.name.value);
    return inherited ? { ...field, type: inherited.node.type } : field;
  });
  return { ...node, ...(fields && { fields }) };
}
