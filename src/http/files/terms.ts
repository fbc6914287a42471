import type { Origin, Terms } from '../../files/file-facts.js';
import type { Ask } from '../ask-query.js';
import { requireData } from '../refused.js';

const AT_ONCE = 100;

const QUERY = `query Terms($titles: [String!]) {
  sources(filter: { title: { in: $titles } }, first: ${AT_ONCE}) {
    nodes { title publisher url licence attribution }
  }
}`;

/** Reads the terms of sources; null for unknown ones. @throws Refused */
export async function fetchTerms(origins: readonly Origin[], ask: Ask): Promise<Terms[]> {
  const titles = [...new Set(origins.map(({ title }) => title))];
  const known = new Map<string, Terms>();
  for (let at = 0; at < titles.length; at += AT_ONCE) {
    const data = requireData(await ask(QUERY, { titles: titles.slice(at, at + AT_ONCE) }));
    const { nodes } = data['sources'] as { nodes: Terms[] };
    for (const terms of nodes) known.set(makeKey(terms), terms).set(terms.title, terms);
  }
  return origins.map((origin) => {
    const terms = known.get(makeKey(origin)) ?? (origin.url === null ? known.get(origin.title) : undefined);
    return { ...origin, licence: terms?.licence ?? null, attribution: terms?.attribution ?? null };
  });
}

function makeKey({ title, url }: Origin): string {
  return `${title}\n${url ?? ''}`;
}
