import { useQuery } from '@apollo/client/react';
import type { ComponentProps } from 'react';
import { useAddress } from '../address';
import { EntryLink } from '../entry-link';
import { graphql } from '../gql';
import { langOf, wordsIn } from '../language';
import { Figures } from './figures';

/** All of the page is one request. */
const CountryQuery = graphql(`
  query Country($slug: Slug!) {
    country(by: { slug: $slug }) {
      id
      title
      summary
      capital
      officialLanguages
      footnote
      ...Translated
      memberOf(first: 20) {
        nodes {
          id
          ...LinkedEntry
        }
      }
      leaflets(first: 10) {
        nodes {
          id
          ...LinkedEntry
        }
      }
      observedTrends(first: 10) {
        nodes {
          id
          ...LinkedEntry
        }
      }
      laws(first: 10) {
        nodes {
          id
          ...LinkedEntry
        }
      }
      ...Figures
    }
  }
`);

/** What there is on one country. */
export function CountryPage({ slug }: { slug: string }) {
  const { locale } = useAddress();
  const words = wordsIn(locale);
  // What the cache has is shown at once, and what others changed meanwhile comes after it.
  const { data, error, loading } = useQuery(CountryQuery, { variables: { slug }, fetchPolicy: 'cache-and-network' });
  const country = data?.country;
  if (!country) return loading ? <p role="status">…</p> : <p role="alert">{error?.message ?? words.notFound}</p>;

  const languageNames = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <article>
      <title>{country.title}</title>
      <h1 lang={langOf(country, 'title')}>{country.title}</h1>
      {country.footnote && <p lang={langOf(country, 'footnote')}>* {country.footnote}</p>}
      {country.summary && <p lang={langOf(country, 'summary')}>{country.summary}</p>}
      <p>
        {words.capital}: {country.capital} · {words.officialLanguages}:{' '}
        {country.officialLanguages.map((code) => languageNames.of(code)).join(', ')}
      </p>
      <Linked heading={words.groups} entries={country.memberOf?.nodes} />
      <Linked heading={words.leaflets} entries={country.leaflets?.nodes} />
      <Linked heading={words.trends} entries={country.observedTrends?.nodes} />
      <Linked heading={words.laws} entries={country.laws?.nodes} />
      <Figures of={country} />
      {error && <p role="alert">{error.message}</p>}
    </article>
  );
}

type Entry = ComponentProps<typeof EntryLink>['entry'] & { id: string };

function Linked({ heading, entries = [] }: { heading: string; entries: readonly Entry[] | undefined }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryLink entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
