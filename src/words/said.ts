/** A text with its language where that is another than the one around it. */
export interface Said {
  text: string;
  lang: string | null;
}

/** A text in the language of what is around it. */
export function saidHere(text: string): Said {
  return { text, lang: null };
}
