/** A text with its language, if other than that of its context. */
export interface Said {
  text: string;
  lang: string | null;
}

export function saidHere(text: string): Said {
  return { text, lang: null };
}
