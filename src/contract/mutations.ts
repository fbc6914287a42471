import type { Kind } from '../model/model.js';
import type { Line } from './sdl-text.js';
import { withArguments } from './sdl-text.js';

const slug: Line = { description: 'Slug of the entry.', text: 'slug: String!' };

/** The mutations of one kind; those for all kinds are in the SDL. */
export function mutationLines({ singular, name }: Kind): Line[] {
  const line = (verb: 'Save' | 'Patch', description: string, args: readonly Line[]): Line => {
    const options = { description: 'Options of the write. Default: save a draft.', text: `options: ${verb}Options` };
    return { description, text: withArguments(`${singular}${verb}`, [slug, ...args, options], 'EntryPayload!') };
  };
  return [
    line('Save', `Saves one entry of type ${name}: a new one, or the next revision.`, [
      { description: 'The complete record. Fields that are left out become empty.', text: `record: ${name}Record!` },
      { description: 'The revision that you edited, or 0 for a new entry.', text: 'expectedRevision: Int!' },
    ]),
    line('Patch', `Changes some fields of one entry of type ${name}.`, [
      {
        description: 'The fields to change. Null empties a field; fields that are left out stay as they are.',
        text: `changes: ${name}Record!`,
      },
      { description: 'The revision that you edited.', text: 'expectedRevision: Int!' },
    ]),
  ];
}
