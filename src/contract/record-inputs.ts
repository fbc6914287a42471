import type { Field, Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import { hasRole } from '../model/roles.js';
import { definition } from './sdl-text.js';

/** Scalars that accept any value, so that an invalid one fails no request. */
const FORMLESS = ['Int', 'Float', 'Boolean', 'Markdown', 'JSON'];

/** `Record` is a complete record or object; `Patch` contains only the fields that change. */
type Suffix = 'Record' | 'Patch';

/**
 * The SDL of the inputs of editors. A complete record has the required fields of its kind; a patch has none. The values
 * of scalars with a format are texts: the rules for content files report errors, with a code, a place and a tip.
 */
export function recordInputs(model: Model): string {
  const texts = model.locales.map((locale) => ({
    description: `The text in the language "${locale}".`,
    text: `${locale}: String`,
  }));
  return [
    definition('input', 'LocalisedText', 'A text in one or more languages.', texts),
    ...[...model.kinds, ...model.embedded].map((shape) => recordInput(shape, 'Record')),
    ...[...model.kinds, ...patchedParts(model)].map((shape) => recordInput(shape, 'Patch')),
  ].join('\n');
}

const DESCRIPTIONS: Readonly<Record<Suffix, (name: string) => string>> = {
  Record: (name) => `The fields of a ${name} that editors write. Links are slugs.`,
  Patch: (name) =>
    `The fields of a ${name} to change. Null empties a field; fields that are left out stay as they are.`,
};

function recordInput(shape: Shape, suffix: Suffix): string {
  const lines = storedFields(shape).map((field) => ({
    description: field.description + linkForm(field),
    text: `${field.name}: ${inputType(field, suffix)}`,
  }));
  return definition('input', shape.name + suffix, DESCRIPTIONS[suffix](shape.name), lines);
}

/** The types of single objects, which a patch changes by field. A list is replaced as a whole. */
function patchedParts({ kinds, embedded }: Model): readonly Shape[] {
  const names = new Set<string>();
  const visit = (shape: Shape) => {
    for (const { nature, list, type } of storedFields(shape)) {
      if (nature !== 'object' || list || names.has(type)) continue;
      names.add(type);
      visit(embedded.find(({ name }) => name === type)!);
    }
  };
  kinds.forEach(visit);
  return embedded.filter(({ name }) => names.has(name));
}

/** How an input names the target of a link. */
function linkForm({ link }: Field): string {
  if (!link) return '';
  return link.toInterface ? ' Write folder/slug.' : ' Write the slug.';
}

function inputType(field: Field, suffix: Suffix): string {
  // An absent list is empty.
  if (field.list) return `[${singleInputType(field, 'Record')}!]`;
  return singleInputType(field, suffix) + (suffix === 'Record' && isRequired(field) ? '!' : '');
}

/** Whether every editor has to send a field. */
function isRequired({ required, audience }: Field): boolean {
  return required && hasRole('EDITOR', audience);
}

function singleInputType(field: Field, suffix: Suffix): string {
  if (field.localised) return 'LocalisedText';
  if (field.nature === 'object') return field.type + suffix;
  return field.nature === 'enum' || FORMLESS.includes(field.type) ? field.type : 'String';
}
