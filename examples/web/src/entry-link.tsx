import { Link, useAddress } from './address';
import { SIGNPOST } from './client';
import { type FragmentType, graphql, readFragment } from './gql';
import { langOf } from './language';

const LinkedEntry = graphql(`
  fragment LinkedEntry on Entry {
    path
    title
    ...Translated
  }
`);

/** The name of an entry, which leads to its page: here, or where this app has none, on Signpost's own site. */
export function EntryLink({ entry }: { entry: FragmentType<typeof LinkedEntry> }) {
  const { locale } = useAddress();
  const linked = readFragment(LinkedEntry, entry);
  const href = `${linked.path}?locale=${locale}`;
  const name = <span lang={langOf(linked, 'title')}>{linked.title}</span>;
  return isHere(linked.path) ? <Link href={href}>{name}</Link> : <a href={SIGNPOST + href}>{name}</a>;
}

function isHere(path: string): boolean {
  return path.startsWith('/country/');
}
