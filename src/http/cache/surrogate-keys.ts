/** Maximum length of the header value, in characters. Common proxies limit the total size of all headers. */
const MAX_HEADER_LENGTH = 2000;

/**
 * Returns the value of the Surrogate-Key header, by which a CDN purges a response: `folder/slug` for an entry, `folder`
 * for a list, `series/slug` for figures. If it would be too long, returns only the folders.
 */
export function surrogateKeys(tags: Iterable<string>): string {
  const keys = [...new Set([...tags].map((tag) => tag.replace(/[:.].*$/, '')))].join(' ');
  if (keys.length <= MAX_HEADER_LENGTH) return keys;
  return [...new Set(keys.split(' ').map((key) => key.replace(/\/.*$/, '')))].join(' ');
}
