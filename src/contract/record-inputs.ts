import { type Field, type Model, type Shape, storedFields } from '../model/model.js';
import { hasRole } from '../model/roles.js';
import { sdlDefinition } from './sdl-text.js';

/** Scalars that input types use unchanged. Others become String, so that an invalid value does not fail the request. */
const UNCHANGED_SCALARS = ['Int', 'Float', 'Boolean', 'Markdown', 'JSON'];

/** `Record` is a complete record or object; `Patch` contains only the fields to change. */
type Suffix = 'Record' | 'Patch';

/**
 * Returns the SDL of the input types for editors. A complete record has required fields; a patch has none. The rules
 * for content files report invalid values, with code, position and tip.
 */
export function recordInputs(model: Model): string {
  const texts = model.locales.map((locale) => ({
    description: `The text in the language "${locale}".`,
    text: `${locale}: String`,
  }));
  return [
    sdlDefinition('input', 'LocalisedText', 'A text in one or more languages.', texts),
    ...[...model.kinds, ...model.embedded].map((shape) => recordInput(shape, 'Record')),
    ...[...model.kinds, ...patchableTypes(model)].map((shape) => recordInput(shape, 'Patch')),
  ].join('\n');
}

const DESCRIPTIONS: Readonly<Record<Suffix, (name: string) => string>> = {
  Record: (name) => `The fields of a ${name} that editors write. Links are slugs.`,
  Patch: (name) => `The fields of a ${name} to change. Null empties a field; omitted fields stay unchanged.`,
};

function recordInput(shape: Shape, suffix: Suffix): string {
  const lines = storedFields(shape).map((field) => ({
    description: field.description + describeLinkFormat(field),
    text: `${field.name}: ${inputType(field, suffix)}`,
  }));
  return sdlDefinition('input', shape.name + suffix, DESCRIPTIONS[suffix](shape.name), lines);
}

/** Returns the types of single embedded objects. A patch changes these field by field, but replaces whole lists. */
function patchableTypes({ kinds, embedded }: Model): readonly Shape[] {
  const names = new Set<string>();
  const visit = (shape: Shape) => {
    for (const { category, list, type } of storedFields(shape)) {
      if (category !== 'object' || list || names.has(type)) continue;
      names.add(type);
      visit(embedded.find(({ name }) => name === type)!);
    }
  };
  kinds.forEach(visit);
  return embedded.filter(({ name }) => names.has(name));
}

/** Returns the description of the format of a link in an input. */
function describeLinkFormat({ link }: Field): string {
  if (!link) return '';
  return link.toInterface ? ' Write folder/slug.' : ' Write the slug.';
}

function inputType(field: Field, suffix: Suffix): string {
  // A list is never required: an absent list is empty.
  if (field.list) return `[${singleInputType(field, 'Record')}!]`;
  return singleInputType(field, suffix) + (suffix === 'Record' && isRequired(field) ? '!' : '');
}

/** Whether editors must submit a field: it is required, and all editors may see it. */
function isRequired({ required, audience }: Field): boolean {
  return required && hasRole('EDITOR', audience);
}

function singleInputType(field: Field, suffix: Suffix): string {
  if (field.localised) return 'LocalisedText';
  if (field.category === 'object') return field.type + suffix;
  return field.category === 'enum' || UNCHANGED_SCALARS.includes(field.type) ? field.type : 'String';
}
