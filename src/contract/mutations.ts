import type { Kind, Model } from '../model/model.js';
import type { Line } from './sdl-text.js';
import { definition, withArguments } from './sdl-text.js';

/** What the mutations of every kind answer with, as SDL text. */
export function mutationTypes(model: Model): string {
  return model.kinds
    .map((kind) =>
      definition('type', `${kind.name}Payload`, `What came of a change to an entry of kind ${kind.name}.`, [
        {
          description: 'The entry as it is now, drafts included; empty where nothing was written.',
          text: `${kind.singular}: ${kind.name}`,
        },
        { description: 'The revision it has now; empty where nothing was written.', text: 'revision: Int' },
        {
          description: 'What its sender can mend; nothing was written if there is any.',
          text: 'userErrors: [UserError!]!',
        },
        { description: 'Why nothing was written although nothing was wrong.', text: 'obstacle: Obstacle' },
        { description: 'What is to be published later, and when; empty where nothing is.', text: 'schedule: Schedule' },
      ]),
    )
    .join('\n');
}

const slug: Line = { description: 'The slug of the entry.', text: 'slug: Slug!' };
const expected: Line = {
  description: 'The revision that the change was made against. If the entry has another by now, nothing is written.',
  text: 'expectedRevision: Int!',
};
const signature: readonly Line[] = [
  { description: 'Why, for the history; at most 1000 characters.', text: 'message: String' },
  { description: 'Whether it is only checked and nothing written.', text: 'dryRun: Boolean! = false' },
];
const publish: Line = {
  description: 'Whether it is shown to the public at once; otherwise it is kept as a draft.',
  text: 'publish: Boolean! = false',
};

/** The fields that a kind adds to the root of mutations. */
export function mutationLines(kind: Kind): Line[] {
  const line = (verb: string, description: string, args: readonly Line[]): Line => ({
    description,
    text: withArguments(`${kind.singular}${verb}`, [...args, ...signature], `${kind.name}Payload!`),
  });
  return [
    line('Save', `Writes an entry of kind ${kind.name}: a new one, or the next revision of one that is there.`, [
      slug,
      { description: 'What the entry is to hold from now on, whole.', text: `record: ${kind.name}Record!` },
      { ...expected, description: `${expected.description} 0 for an entry that is new.` },
      { description: 'The language in which it was first written.', text: 'originalLocale: Locale' },
      publish,
      {
        description:
          'Whether what others changed meanwhile is kept beside the change, unless both changed the same field.',
        text: 'merge: Boolean! = false',
      },
    ]),
    line('Publish', 'Shows the newest revision of an entry to the public, now or at a time ahead.', [
      slug,
      expected,
      {
        description:
          'When; now unless given. That revision goes live, whatever is drafted later; publishing again gives another time.',
        text: 'at: DateTime',
      },
    ]),
    line('Unschedule', 'Takes back that an entry is to be published at a time ahead.', [slug]),
    line('Unpublish', 'Takes an entry from the public; its newest revision stays as a draft.', [slug, expected]),
    line('Retire', 'Withdraws an entry. Its name stays, so that links to it do not break.', [
      slug,
      expected,
      { description: 'What becomes of the links to it.', text: 'links: LinkPolicy! = RESTRICT' },
    ]),
    line('Rename', 'Gives an entry another slug. Links to it follow, and the old slug answers with where it went.', [
      slug,
      { description: 'The new slug.', text: 'to: Slug!' },
      expected,
    ]),
    line('Restore', 'Makes an earlier revision of an entry its newest one.', [
      slug,
      { description: 'The revision to go back to.', text: 'revision: Int!' },
      { ...expected, description: `${expected.description} It is the newest one, not the one to go back to.` },
      publish,
    ]),
  ];
}
