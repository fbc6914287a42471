import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind as Node,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { unwrapType } from '../model/parse-field.js';

/**
 * Makes fields nullable if their arguments can be invalid, so that the error affects only the field.
 * @param definitions all types of a schema, including enums
 */
export function relaxNullability(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const validatedTypes = new Set(['Boolean']);
  for (const node of definitions) if (node.kind === Node.ENUM_TYPE_DEFINITION) validatedTypes.add(node.name.value);
  const canBeInvalid = ({ type }: InputValueDefinitionNode) => !validatedTypes.has(unwrapType(type).type);
  const relaxField = (field: FieldDefinitionNode): FieldDefinitionNode => {
    const { type, arguments: args = [] } = field;
    return type.kind === Node.NON_NULL_TYPE && args.some(canBeInvalid) ? { ...field, type: type.type } : field;
  };
  return definitions.map((node) => (hasOutputs(node) ? { ...node, fields: node.fields?.map(relaxField) ?? [] } : node));
}

type OutputNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

function hasOutputs(node: DefinitionNode): node is OutputNode {
  return [Node.OBJECT_TYPE_DEFINITION, Node.OBJECT_TYPE_EXTENSION, Node.INTERFACE_TYPE_DEFINITION].includes(node.kind);
}
