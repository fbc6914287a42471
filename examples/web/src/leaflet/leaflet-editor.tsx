import { useQuery } from '@apollo/client/react';
import { graphql } from '../gql';
import { LeafletForm } from './leaflet-form';

const DraftQuery = graphql(`
  query LeafletDraft($slug: Slug!) {
    viewer {
      name
    }
    leaflet(slug: $slug) {
      id
      slug
      revision
      record
    }
  }
`);

/** One leaflet to be edited, drafts included. */
export function LeafletEditor({ slug, onSignOut }: { slug: string; onSignOut(): void }) {
  const { data, error, loading } = useQuery(DraftQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  if (loading) return <p role="status">…</p>;
  return (
    <>
      <p>
        {data?.viewer?.name} <button onClick={onSignOut}>Sign out</button>
      </p>
      {data?.leaflet ? (
        <LeafletForm slug={data.leaflet.slug} read={data.leaflet} />
      ) : (
        <p role="alert">{error?.message ?? `There is no leaflet “${slug}”.`}</p>
      )}
    </>
  );
}
