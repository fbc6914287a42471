import { ApolloProvider } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, useAddress } from './address';
import { clientFor } from './client';
import { CountryPage } from './country/country-page';
import { LOCALES, wordsIn } from './language';
import { LeafletEditor } from './leaflet/leaflet-editor';
import { SignIn } from './leaflet/sign-in';

/** The screen that the address names, in its language. */
export function App() {
  const { path, locale } = useAddress();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <>
      <nav>
        {LOCALES.map((each) => (
          <Link
            key={each}
            href={`${path}?locale=${each}`}
            lang={each}
            hrefLang={each}
            aria-current={each === locale ? 'true' : undefined}
          >
            {wordsIn(each).language}
          </Link>
        ))}
      </nav>
      <main>
        <Screen />
      </main>
    </>
  );
}

function Screen() {
  const { path, locale } = useAddress();
  // In memory alone: a token that the browser keeps is one that others find.
  const [token, setToken] = useState<string>();
  const [, country] = /^\/country\/([^/]+)$/.exec(path) ?? [];
  const [, leaflet] = /^\/leaflet\/([^/]+)\/edit$/.exec(path) ?? [];
  if (country !== undefined) {
    return (
      <ApolloProvider client={clientFor(locale)}>
        <CountryPage slug={country} />
      </ApolloProvider>
    );
  }
  if (leaflet === undefined) return <p>{wordsIn(locale).notFound}</p>;
  if (token === undefined) return <SignIn onToken={setToken} />;
  return (
    // A record holds every language, so that one client does, and what was typed in one stays while another is read.
    <ApolloProvider client={clientFor('en', token)}>
      <LeafletEditor key={leaflet} slug={leaflet} onSignOut={() => setToken(undefined)} />
    </ApolloProvider>
  );
}
