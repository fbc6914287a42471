/** What a proxy reads of one header at most, well below what the strictest of them allows for a whole head. */
const MOST_CHARACTERS = 2000;

/**
 * The keys by which a network of caches takes an answer back, as the header Surrogate-Key has them: `folder/slug` for an
 * entry, `folder` for a list of entries, `series/slug` for figures. Where they would be too long, folders alone.
 */
export function surrogateKeys(tags: Iterable<string>): string {
  const keys = [...new Set([...tags].map((tag) => tag.replace(/[:.].*$/, '')))].join(' ');
  if (keys.length <= MOST_CHARACTERS) return keys;
  return [...new Set(keys.split(' ').map((key) => key.replace(/\/.*$/, '')))].join(' ');
}
