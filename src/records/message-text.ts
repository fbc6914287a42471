import { foldText } from '../model/fold-text.js';

/** Splits a type name into lower-case words: PartOfAList becomes "part of a list". */
export function splitTypeName(typeName: string): string {
  return typeName.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

export function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** Quotes a text for a message. Shortens it, and makes control characters visible. */
export function quoteText(text: string): string {
  const shortText = text.length > 60 ? `${text.slice(0, 57)}…` : text;

  return `"${shortText.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g, escapeCharacter)}"`;
}

/** Returns a key for comparing names, without case, accents and punctuation. It has the format of a slug. */
export function nameKey(name: string): string {
  return foldText(name.replace(/\p{Cf}/gu, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Escapes control characters for a terminal. */
export function escapeControlCharacters(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
