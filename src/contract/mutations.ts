import type { Kind } from '../model/model.js';
import type { Line } from './sdl-text.js';
import { withArguments } from './sdl-text.js';

const slug: Line = { description: 'Its slug.', text: 'slug: Slug!' };
const merge: Line = { description: 'Keep what others changed.', text: 'merge: Boolean! = false' };
const options: readonly Line[] = [
  { description: 'Publish it at once.', text: 'publish: Boolean! = false' },
  { description: 'Why.', text: 'message: String' },
  { description: 'Only check it.', text: 'dryRun: Boolean! = false' },
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
      { description: 'Made from which revision; 0 if new.', text: 'expectedRevision: Int!' },
      { description: 'Its original language.', text: 'originalLocale: Locale' },
      merge,
    ]),
    line(
      'Patch',
      `Changes the fields of a ${name} that are named, and no other; what others changed meanwhile is kept.`,
      [
        { description: 'Texts by language, lists whole; null empties.', text: `changes: ${name}Record!` },
        { description: 'Made from which revision.', text: 'expectedRevision: Int!' },
      ],
    ),
  ];
}
