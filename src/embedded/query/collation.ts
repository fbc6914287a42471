import type { StringOrder } from '../bson/compare.js';
import type { Doc, Value } from '../bson/values.js';
import { isDoc } from '../bson/values.js';
import { CommandError } from '../command-error.js';

const SENSITIVITY = ['base', 'accent', 'variant'] as const;

/**
 * The order of strings that a collation asks for, from the language data that Node brings.
 *
 * @returns nothing for no collation and for `simple`
 * @throws CommandError BadValue  the locale or a strength is unknown
 */
export function stringOrder(collation: Value | undefined): StringOrder | undefined {
  if (collation === undefined || collation === null) return undefined;
  if (!isDoc(collation)) throw new CommandError('TypeMismatch', "Field 'collation' must be an object");
  const { locale } = collation;
  if (typeof locale !== 'string') {
    if (Object.keys(collation).length === 0) return undefined;
    throw new CommandError('Location40414', "BSON field 'collation.locale' is missing but a required field");
  }
  if (locale === 'simple') return undefined;
  return collator(collation, locale).compare;
}

function collator(collation: Doc, locale: string): Intl.Collator {
  const strength = Number(collation.strength ?? 3);
  if (![1, 2, 3].includes(strength)) {
    throw new CommandError('BadValue', `collation strength ${strength} is not supported by this server`);
  }
  const sensitivity = collation.caseLevel && strength === 1 ? 'case' : SENSITIVITY[strength - 1];
  const caseFirst = collation.caseFirst === 'upper' || collation.caseFirst === 'lower' ? collation.caseFirst : 'false';
  try {
    const made = new Intl.Collator(locale.split('@')[0]!.replaceAll('_', '-'), {
      sensitivity,
      caseFirst,
      numeric: collation.numericOrdering === true,
      ignorePunctuation: collation.alternate === 'shifted',
    });
    if (Intl.Collator.supportedLocalesOf(made.resolvedOptions().locale).length > 0) return made;
  } catch {
    // falls through to MongoDB's error
  }
  throw new CommandError('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`);
}
