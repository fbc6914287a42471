import type { Kind } from '../model/model.js';
import type { Line } from './sdl-text.js';
import { withArguments } from './sdl-text.js';

const slug: Line = { description: 'Its slug.', text: 'slug: String!' };

/** The fields that a kind adds to the root of mutations; what is done alike with all kinds stands in the SDL. */
export function mutationLines({ singular, name }: Kind): Line[] {
  const line = (verb: 'Save' | 'Patch', description: string, args: readonly Line[]): Line => {
    const options = { description: 'How.', text: `options: ${verb}Options` };
    return { description, text: withArguments(`${singular}${verb}`, [slug, ...args, options], 'EntryPayload!') };
  };
  return [
    line('Save', `Writes one ${name}.`, [
      { description: 'All of it.', text: `record: ${name}Record!` },
      { description: 'Made from which; 0 if new.', text: 'expectedRevision: Int!' },
    ]),
    line('Patch', `Changes one ${name}.`, [
      { description: 'What changes.', text: `changes: ${name}Record!` },
      { description: 'Made from which.', text: 'expectedRevision: Int!' },
    ]),
  ];
}
