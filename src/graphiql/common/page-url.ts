/** Maximum length of the query string. Longer ones move to the fragment, which is not sent to servers. */
const MAX_QUERY_STRING_LENGTH = 2000;

/** Returns the path of the page with parameters. */
export function buildPagePath(search: URLSearchParams): string {
  const text = search.toString();
  if (text === '') return location.pathname;
  return text.length > MAX_QUERY_STRING_LENGTH ? `${location.pathname}#${text}` : `${location.pathname}?${text}`;
}

/** Returns the parameters of the current URL. */
export function readUrlParameters(): URLSearchParams {
  const { search, hash } = location;
  return new URLSearchParams(hash.includes('=') ? hash.slice(1) : search);
}
