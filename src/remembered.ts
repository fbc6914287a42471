const MOST = 500;
/** Longer texts are not memoised. */
const LONGEST = 20_000;

/** Memoises a pure function of one string. Clears the cache once it has `most` entries. */
export function remembered<T>(make: (text: string) => T, most = MOST): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
