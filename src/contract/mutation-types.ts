import {
  type DefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind as Node,
  type NameNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { Kind, Model } from '../model/model.js';
import { sdlField, type SdlLine } from './sdl-text.js';

const slugArg: SdlLine = { description: 'Slug of the entry.', text: 'slug: String!' };

/** Returns the mutations of one kind. Those for all kinds are in the SDL. */
export function mutationFields({ singular, name }: Kind): SdlLine[] {
  const mutation = (verb: 'Save' | 'Patch', description: string, args: readonly SdlLine[]): SdlLine => {
    const options = { description: 'Options of the write. Default: save a draft.', text: `options: ${verb}Options` };
    return { description, text: sdlField(singular + verb, [slugArg, ...args, options], `${payloadName(name)}!`) };
  };
  return [
    mutation('Save', `Saves one entry of type ${name}: a new one, or the next revision.`, [
      { description: 'The complete record. Omitted fields become empty.', text: `record: ${name}Record!` },
      { description: 'The revision that you edited, or 0 for a new entry.', text: 'expectedRevision: Int!' },
    ]),
    mutation('Patch', `Changes some fields of one entry of type ${name}.`, [
      {
        description: 'The fields to change. Null empties a field; omitted fields stay unchanged.',
        text: `changes: ${name}Patch!`,
      },
      { description: 'The revision that you edited.', text: 'expectedRevision: Int!' },
    ]),
  ];
}

/** Returns the name of the payload type of a kind's mutations. */
export function payloadName(kind: string): string {
  return `${kind}Payload`;
}

/** Interface of the payload types. */
const PAYLOAD_INTERFACE = payloadName('Entry');

/** Returns one payload type per kind: the fields of the interface, with an `entry` of that kind. */
export function payloadTypes({ document, kinds }: Model): ObjectTypeDefinitionNode[] {
  const [payloadInterface] = document.definitions.filter(isPayload);
  if (!payloadInterface) return [];
  return kinds.map(({ name }) => ({
    kind: Node.OBJECT_TYPE_DEFINITION,
    name: nameNode(payloadName(name)),
    description: { kind: Node.STRING, value: `Result of a mutation on one entry of type ${name}.` },
    interfaces: [{ kind: Node.NAMED_TYPE, name: nameNode(PAYLOAD_INTERFACE) }],
    fields: payloadInterface.fields!.map((field) =>
      field.name.value === 'entry' ? { ...field, type: { kind: Node.NAMED_TYPE, name: nameNode(name) } } : field,
    ),
  }));
}

function isPayload(node: DefinitionNode): node is InterfaceTypeDefinitionNode {
  return node.kind === Node.INTERFACE_TYPE_DEFINITION && node.name.value === PAYLOAD_INTERFACE;
}

function nameNode(value: string): NameNode {
  return { kind: Node.NAME, value };
}
