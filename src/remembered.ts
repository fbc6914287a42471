/** So many are remembered unless another number is given. */
const MOST = 500;
/** Characters; what is longer is made anew each time. */
const LONGEST = 20_000;

/**
 * What is made from a text, each text once. What is made for a text must follow from it alone.
 *
 * @param most how many texts are remembered; past them the memory is emptied, so that nobody can fill it
 */
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
