/** A text with its language, if other than that of its context. */
export interface LocalisedText {
  text: string;
  lang: string | null;
}

export function inPageLanguage(text: string): LocalisedText {
  return { text, lang: null };
}
