import { closestMatch } from '../model/closest-match.js';
import fieldSynonyms from './field-synonyms.json' with { type: 'json' };

/** Common names of fields, each with the field names that it may mean, in order of preference. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(fieldSynonyms));

/** Returns the field that an unknown name probably means; null if uncertain. */
export function suggestField(fieldText: string, names: readonly string[]): string | null {
  const key = lettersOnly(fieldText);
  const findByName = (letters: string) => names.find((name) => lettersOnly(name) === letters);
  const synonym = SYNONYMS.get(key)?.find((name) => names.includes(name));
  return findByName(key) ?? synonym ?? findByName(key.replace(/y$/, 'ies')) ?? closestMatch(fieldText, names);
}

function lettersOnly(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
