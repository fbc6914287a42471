import { useCallback, useSyncExternalStore } from 'react';

/** Maximum length of the query string. Longer ones move to the fragment, which is not sent to servers. */
const MAX_QUERY_STRING_LENGTH = 2000;
const MOVED_EVENT = 'signpost:moved';

/** Returns the parameters of the page, and a function that changes them. */
export function useAddress(): {
  search: URLSearchParams;
  /** @param isStep  whether to add an entry to the browser history */
  go: (search: URLSearchParams, isStep: boolean) => void;
} {
  const text = useSyncExternalStore(subscribe, () => location.search + location.hash);
  const go = useCallback((search: URLSearchParams, isStep: boolean) => {
    const address = buildAddress(search);
    if (address === location.pathname + location.search + location.hash) return;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    dispatchEvent(new Event(MOVED_EVENT));
  }, []);
  return { search: readAddress(text), go };
}

/** Returns the path of the page with parameters. */
export function buildAddress(search: URLSearchParams): string {
  const text = search.toString();
  if (text === '') return location.pathname;
  return text.length > MAX_QUERY_STRING_LENGTH ? `${location.pathname}#${text}` : `${location.pathname}?${text}`;
}

/** Returns the parameters of the current URL. */
export function currentAddress(): URLSearchParams {
  return readAddress(location.search + location.hash);
}

function readAddress(text: string): URLSearchParams {
  const [search = '', fragment] = text.split('#');
  return new URLSearchParams(fragment?.includes('=') ? fragment : search);
}

function subscribe(onChange: () => void): () => void {
  const names = ['popstate', 'hashchange', MOVED_EVENT];
  for (const name of names) addEventListener(name, onChange);
  return () => {
    for (const name of names) removeEventListener(name, onChange);
  };
}

/** Parameters that navigation preserves. */
const RETAINED_PARAMETERS = ['locale', 'preview'];

/** Returns `parameters` together with the preserved ones of a URL. */
export function withSettings(parameters: Readonly<Record<string, string>>, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of RETAINED_PARAMETERS) if (search.has(name)) next.set(name, search.get(name)!);
  return next;
}
