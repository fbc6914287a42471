/** A text with its language; null if it is that of the context. */
export interface LocalisedText {
  text: string;
  lang: string | null;
}

/** Returns a text in the language of the page. */
export function inPageLanguage(text: string): LocalisedText {
  return { text, lang: null };
}
