import type { Field, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import { definition } from './sdl-text.js';

/** Scalars that accept any value, so that an invalid one fails no request. */
const FORMLESS = ['Int', 'Float', 'Boolean', 'Markdown', 'JSON'];

/**
 * The SDL of the inputs of editors: one for each kind and embedded type. All fields are nullable, and formatted values
 * are texts: the rules for content files report errors, with a code, a place and a tip.
 */
export function recordInputs(model: Model): string {
  const texts = model.locales.map((locale) => ({
    description: `The text in the language "${locale}".`,
    text: `${locale}: String`,
  }));
  return [
    definition('input', 'LocalisedText', 'A text in one or more languages.', texts),
    ...[...model.kinds, ...model.embedded].map(recordInput),
  ].join('\n');
}

function recordInput(shape: Shape): string {
  const lines = storedFields(shape).map((field) => ({
    description: field.description + linkForm(field),
    text: `${field.name}: ${inputType(field)}`,
  }));
  return definition(
    'input',
    `${shape.name}Record`,
    `The fields of a ${shape.name} that editors write. Links are slugs.`,
    lines,
  );
}

/** How an input names the target of a link. */
function linkForm({ link }: Field): string {
  if (!link) return '';
  return link.toInterface ? ' Write folder/slug.' : ' Write the slug.';
}

function inputType(field: Field): string {
  const single = singleInputType(field);
  return field.list ? `[${single}!]` : single;
}

function singleInputType(field: Field): string {
  if (field.localised) return 'LocalisedText';
  if (field.nature === 'object') return `${field.type}Record`;
  return field.nature === 'enum' || FORMLESS.includes(field.type) ? field.type : 'String';
}
