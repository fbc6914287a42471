import type { Kind } from '../model/model.js';
import type { Line } from './sdl-text.js';
import { withArguments } from './sdl-text.js';

const slug: Line = { description: 'Its slug.', text: 'slug: Slug!' };
const options: readonly Line[] = [
  { description: 'Whether the public sees it at once; else it is a draft.', text: 'publish: Boolean! = false' },
  { description: 'Whether what others changed meanwhile is kept beside it.', text: 'merge: Boolean! = false' },
  { description: 'Why, for the history.', text: 'message: String' },
  { description: 'Only check.', text: 'dryRun: Boolean! = false' },
];

/** The fields that a kind adds to the root of mutations; what is done alike with all kinds stands in the SDL. */
export function mutationLines({ singular, name }: Kind): Line[] {
  const line = (verb: string, description: string, args: readonly Line[]): Line => ({
    description,
    text: withArguments(`${singular}${verb}`, [slug, ...args, ...options], 'EntryPayload!'),
  });
  return [
    line('Save', `Writes a ${name}: a new one, or the next revision of one that is there.`, [
      { description: 'What it is to hold, whole.', text: `record: ${name}Record!` },
      { description: 'The revision it was made from; 0 for a new one.', text: 'expectedRevision: Int!' },
      { description: 'In which it was first written.', text: 'originalLocale: Locale' },
    ]),
    line('Patch', `Changes the fields of a ${name} that are named, and no other.`, [
      { description: 'Texts by language, lists whole; null empties.', text: `changes: ${name}Record!` },
      { description: 'The revision it was made from.', text: 'expectedRevision: Int!' },
    ]),
  ];
}
