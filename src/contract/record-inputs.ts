import type { Field, Kind, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { Line } from './sdl-text.js';
import { definition, withArguments } from './sdl-text.js';

/**
 * What an editor sends, as SDL text: one input for each kind and embedded type.
 *
 * No field is non-null here: what is missing is told by the same rules as for content files, with a code and a tip.
 */
export function recordInputs(model: Model): string {
  const texts = model.locales.map((locale) => ({ description: `The text in ${locale}.`, text: `${locale}: String` }));
  return [
    definition('input', 'LocalisedText', 'A text in several languages.', texts),
    ...[...model.kinds, ...model.embedded].map(recordInput),
  ].join('\n');
}

function recordInput(shape: Shape): string {
  const lines = storedFields(shape).map((field) => ({
    description: field.link?.toInterface ? `${field.description} As folder/slug.` : field.description,
    text: `${field.name}: ${inputType(field)}`,
  }));
  return definition('input', `${shape.name}Record`, `What an editor writes of ${shape.name}.`, lines);
}

function inputType(field: Field): string {
  const single = singleInputType(field);
  return field.list ? `[${single}!]` : single;
}

function singleInputType(field: Field): string {
  if (field.localised) return 'LocalisedText';
  if (field.link) return field.link.toInterface ? 'String' : 'Slug';
  return field.nature === 'object' ? `${field.type}Record` : field.type;
}

/** The mutations of a kind and what they answer with, as SDL text. */
export function mutationTypes(model: Model): string {
  return model.kinds
    .map((kind) =>
      definition('type', `${kind.name}Payload`, `What came of a change to an entry of kind ${kind.name}.`, [
        {
          description: 'The entry as it is now; empty where nothing was written.',
          text: `${kind.singular}: ${kind.name}`,
        },
        { description: 'The revision it has now; empty where nothing was written.', text: 'revision: Int' },
        {
          description: 'What its sender can mend; nothing was written if there is any.',
          text: 'userErrors: [UserError!]!',
        },
        { description: 'Why nothing was written although nothing was wrong.', text: 'obstacle: Obstacle' },
      ]),
    )
    .join('\n');
}

/** The fields that a kind adds to the root of mutations. */
export function mutationLines(kind: Kind): Line[] {
  const slug = { description: 'The slug of the entry.', text: 'slug: Slug!' };
  const message = { description: 'Why, for the history.', text: 'message: String' };
  const expected = {
    description: 'The revision that the change was made against; 0 for an entry that is new.',
    text: 'expectedRevision: Int!',
  };
  const save = [
    slug,
    { description: 'What the entry is to hold from now on, whole.', text: `record: ${kind.name}Record!` },
    expected,
    { description: 'The language in which it was first written.', text: 'originalLocale: Locale' },
    {
      description: 'Whether it is shown to the public at once; otherwise it is kept as a draft.',
      text: 'publish: Boolean! = false',
    },
    message,
    { description: 'Whether it is only checked and nothing written.', text: 'dryRun: Boolean! = false' },
  ];
  return [
    {
      description: `Writes an entry of kind ${kind.name}: a new one, or the next revision of one that is there.`,
      text: withArguments(`${kind.singular}Save`, save, `${kind.name}Payload!`),
    },
  ];
}
