import type { StringOrder } from '../bson/compare.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';

const SENSITIVITY = ['base', 'accent', 'variant'] as const;
const FIELDS = new Set([
  'locale',
  'strength',
  'caseLevel',
  'caseFirst',
  'numericOrdering',
  'alternate',
  'maxVariable',
  'normalization',
  'backwards',
  'version',
]);
/** Variants of an order whose name in a language tag is another one. */
const VARIANTS: Record<string, string> = { phonebook: 'phonebk', traditional: 'trad', dictionary: 'dict' };

/**
 * The order of strings that a collation asks for, from the language data that Node brings.
 *
 * @returns nothing for no collation and for `simple`
 * @throws CommandError BadValue  the locale, a strength or an option is not known here
 */
export function stringOrder(collation: Value | undefined): StringOrder | undefined {
  if (collation === undefined || collation === null) return undefined;
  if (!isDoc(collation)) throw new CommandError('TypeMismatch', "Field 'collation' must be an object");
  const { locale } = collation;
  if (typeof locale !== 'string') {
    if (Object.keys(collation).length === 0) return undefined;
    throw new CommandError('Location40414', "BSON field 'collation.locale' is missing but a required field");
  }
  checkOptions(collation);
  if (locale === 'simple') return undefined;
  const tag = languageTag(locale);
  const level = Number(collation.strength ?? 3);
  if (collation.caseLevel !== true || level === 3) return collator(collation, tag, SENSITIVITY[level - 1]!).compare;
  // case comes after what the strength tells apart
  const byCase = collator(collation, tag, 'case').compare;
  if (level === 1) return byCase;
  const byAccent = collator(collation, tag, 'accent').compare;
  return (a, b) => byAccent(a, b) || byCase(a, b);
}

function checkOptions(collation: Doc): void {
  for (const field of Object.keys(collation)) {
    if (!FIELDS.has(field)) {
      throw new CommandError('Location40415', `BSON field 'collation.${field}' is an unknown field.`);
    }
  }
  const { strength, backwards, maxVariable } = collation;
  if (strength !== undefined && ![1, 2, 3].includes(Number(strength))) {
    throw new CommandError('BadValue', `collation strength ${String(strength)} is not supported by this server`);
  }
  if (backwards === true || maxVariable === 'space') {
    throw new CommandError('BadValue', 'backwards and maxVariable: "space" are not supported by this server');
  }
}

const invalidLocale = (locale: string) =>
  new CommandError('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`);

/** `de_AT@collation=phonebook` as a language tag; only what the language data of Node knows. */
function languageTag(locale: string): string {
  const parts = /^([a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?)(?:@collation=([a-z0-9]+))?$/.exec(locale);
  if (!parts) throw invalidLocale(locale);
  const variant = parts[2] && (VARIANTS[parts[2]] ?? parts[2]);
  const tag = parts[1]!.replaceAll('_', '-') + (variant ? `-u-co-${variant}` : '');
  const known = new Intl.Collator(tag).resolvedOptions();
  const isKnown = Intl.Collator.supportedLocalesOf(tag).length > 0 && (!variant || known.collation === variant);
  if (!isKnown) throw invalidLocale(locale);
  return tag;
}

function collator(collation: Doc, tag: string, sensitivity: 'base' | 'accent' | 'case' | 'variant'): Intl.Collator {
  const caseFirst = collation.caseFirst === 'upper' || collation.caseFirst === 'lower' ? collation.caseFirst : 'false';
  return new Intl.Collator(tag, {
    sensitivity,
    caseFirst,
    numeric: collation.numericOrdering === true,
    ignorePunctuation: collation.alternate === 'shifted',
  });
}
