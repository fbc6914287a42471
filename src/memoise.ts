const MAX_ENTRIES = 500;
/** Maximum length of a text to memoise, in characters. */
const MAX_TEXT_LENGTH = 20_000;

/** Memoises a pure function of one string. Clears the cache when it contains `maxEntries` entries. */
export function memoise<T>(compute: (text: string) => T, maxEntries = MAX_ENTRIES): (text: string) => T {
  const cachedValues = new Map<string, T>();
  return (text) => {
    const cachedValue = cachedValues.get(text);
    if (cachedValue !== undefined) return cachedValue;
    const value = compute(text);
    if (text.length > MAX_TEXT_LENGTH) return value;
    if (cachedValues.size >= maxEntries) cachedValues.clear();
    cachedValues.set(text, value);
    return value;
  };
}

/** Memoises a pure function of one object that does not change. Keeps each result as long as the object exists. */
export function memoiseByObject<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const cachedValues = new WeakMap<K, T>();
  return (key) => {
    const cachedValue = cachedValues.get(key);
    if (cachedValue !== undefined) return cachedValue;
    const value = compute(key);
    cachedValues.set(key, value);
    return value;
  };
}
