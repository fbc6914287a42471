import { useCallback, useSyncExternalStore } from 'react';

/** An address that is longer is shared by its fragment, which no server has to take. */
const LONGEST = 2000;
const MOVED = 'signpost:moved';

/** What the address of the page says, and a function that changes it. */
export function useAddress(): {
  search: URLSearchParams;
  /** @param isStep whether the browser's button leads back to what was before */
  go: (search: URLSearchParams, isStep: boolean) => void;
} {
  const text = useSyncExternalStore(subscribe, () => location.search + location.hash);
  const go = useCallback((search: URLSearchParams, isStep: boolean) => {
    const address = buildAddress(search);
    if (address === location.pathname + location.search + location.hash) return;
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    dispatchEvent(new Event(MOVED));
  }, []);
  return { search: readAddress(text), go };
}

/** The address of the page with other parameters. */
export function buildAddress(search: URLSearchParams): string {
  const text = search.toString();
  if (text === '') return location.pathname;
  return text.length > LONGEST ? `${location.pathname}#${text}` : `${location.pathname}?${text}`;
}

/** The parameters of the address of the page as it is now. */
export function currentAddress(): URLSearchParams {
  return readAddress(location.search + location.hash);
}

/** The parameters of an address, which stand in its fragment where they are long. */
function readAddress(text: string): URLSearchParams {
  const [search = '', fragment] = text.split('#');
  return new URLSearchParams(fragment?.includes('=') ? fragment : search);
}

function subscribe(onChange: () => void): () => void {
  const names = ['popstate', 'hashchange', MOVED];
  for (const name of names) addEventListener(name, onChange);
  return () => {
    for (const name of names) removeEventListener(name, onChange);
  };
}

/** Parameters that stay with a reader on their way: the language, and whether drafts are shown. */
const KEPT = ['locale', 'preview'];

/** Parameters, with those of an address that stay. */
export function keepSetting(parameters: Readonly<Record<string, string>>, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of KEPT) if (search.has(name)) next.set(name, search.get(name)!);
  return next;
}
