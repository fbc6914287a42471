let names: Intl.DisplayNames | undefined;

/** The name of a language in English; made when first asked for, since it takes a while. */
function nameOf(code: string): string | undefined {
  return (names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })).of(code);
}

const CODE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;

/** Whether a text is the code of a language (BCP 47, in lower case) that there is, in its shortest form. */
export function isLanguageCode(text: string): boolean {
  if (!CODE.test(text)) return false;
  const [first] = text.split('-', 1) as [string];
  return first.length === 2 ? nameOf(first) !== undefined : shorter(first) === null;
}

/** The code of the language that is meant by its name in English, by its other code, or by that of its country; or null. */
export function meantLanguage(written: string): string | null {
  const text = written.trim().toLowerCase();
  if (isLanguageCode(text)) return text;
  return shorter(text) ?? byName(text) ?? ofCountry(text);
}

/** The two letters of a language that was given by three. */
function shorter(text: string): string | null {
  if (!/^[a-z]{3}$/.test(text)) return null;
  const [code] = Intl.getCanonicalLocales(text);
  return code?.length === 2 ? code : null;
}

function byName(name: string): string | null {
  for (const first of LETTERS) {
    for (const second of LETTERS) if (nameOf(first + second)?.toLowerCase() === name) return first + second;
  }
  return null;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** The language of a country whose code stands where that of a language belongs, as in gr for Greek. */
function ofCountry(text: string): string | null {
  if (!/^[a-z]{2}$/.test(text)) return null;
  const { language } = new Intl.Locale(`und-${text.toUpperCase()}`).maximize();
  return language === 'und' || language === 'en' ? (text === 'gb' || text === 'us' ? 'en' : null) : language;
}
