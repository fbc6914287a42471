/** A text with its language; null means the language of the page or message that contains the text. */
export interface LocalisedText {
  text: string;
  lang: string | null;
}

/** Returns a text in the language of the page. */
export function inPageLanguage(text: string): LocalisedText {
  return { text, lang: null };
}
