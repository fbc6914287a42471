const MAX_ENTRIES = 500;
/** Maximum length of a text to memoise, in characters. */
const MAX_TEXT_LENGTH = 20_000;

/** Memoises a pure function of one string. Clears the cache when it contains `most` entries. */
export function memoise<T>(make: (text: string) => T, most = MAX_ENTRIES): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > MAX_TEXT_LENGTH) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
