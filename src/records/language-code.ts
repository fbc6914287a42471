let displayNames: Intl.DisplayNames | undefined;

/** Returns the English name of a language; undefined if unknown. Creates the slow `names` object on the first call. */
function englishName(code: string): string | undefined {
  return (displayNames ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })).of(code);
}

const BCP47_CODE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/** Whether a text is the shortest lower-case BCP 47 code of an existing language. */
export function isLanguageCode(text: string): boolean {
  if (!BCP47_CODE.test(text)) return false;
  const [first] = text.split('-', 1) as [string];
  return first.length === 2 ? englishName(first) !== undefined : toTwoLetterCode(first) === null;
}

/** Returns the language code for an English name or another code; null if there is none. */
export function suggestLanguage(languageText: string): string | null {
  const text = languageText.trim().toLowerCase();
  if (isLanguageCode(text)) return text;
  return toTwoLetterCode(text) ?? findCodeByName(text);
}

/** Returns the two-letter code for a three-letter language code; null if there is none. */
function toTwoLetterCode(text: string): string | null {
  if (!/^[a-z]{3}$/.test(text)) return null;
  const [code] = Intl.getCanonicalLocales(text);
  return code?.length === 2 ? code : null;
}

function findCodeByName(name: string): string | null {
  for (const first of LETTERS) {
    for (const second of LETTERS) if (englishName(first + second)?.toLowerCase() === name) return first + second;
  }
  return null;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
