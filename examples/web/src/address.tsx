import { type ComponentProps, useSyncExternalStore } from 'react';
import type { Locale } from './gql/graphql';
import { isLocale } from './language';

/** What is shown, as the address says it. */
export interface Address {
  path: string;
  /** `?locale=`, or English where it names no language that is known. */
  locale: Locale;
}

/** The address, followed as it changes. */
export function useAddress(): Address {
  const url = new URL(useSyncExternalStore(onChange, () => location.href));
  const locale = url.searchParams.get('locale') ?? '';
  return { path: url.pathname, locale: isLocale(locale) ? locale : 'en' };
}

/** A link within this app: the page stays, the address changes. */
export function Link({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        // With a key held down it is the browser's, to open elsewhere.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        history.pushState(null, '', href);
        dispatchEvent(new PopStateEvent('popstate'));
      }}
    />
  );
}

function onChange(listener: () => void): () => void {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
}
