import { bisector } from 'd3-array';
import { folderKey } from '../model/entry-key.js';
import { linksIn } from '../model/links.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';

/** A link between entries. */
export interface Edge {
  /** Source, as `folder/slug`. */
  from: string;
  to: string;
  /** Path of the field without list indexes, as in `members.country`. */
  field: string;
}

/** A step of a path: all links between two entries, in both directions. */
export interface PathHop {
  from: string;
  to: string;
  links: readonly Edge[];
}

/** Reason why an entry is related to another. */
export interface RelationReason {
  /** Entry that both entries are linked to; null if they are linked directly. */
  shared: string | null;
  /** Link between the first entry and the shared entry. */
  link: Edge;
  /** Link between the related entry and the shared entry; for a direct link, the same as `link`. */
  otherLink: Edge;
}

export interface RelatedEntry {
  key: string;
  score: number;
  reasons: readonly RelationReason[];
}

/** Maximum number of links of a shared entry. Entries with more links do not make other entries related. */
const MAX_SHARED_LINKS = 400;
/** Maximum number of entries visited in the search for a path. */
const MAX_VISITED = 100_000;
/** Weight of a direct link. Low, because readers see these links anyway. */
const DIRECT_LINK_WEIGHT = 0.3;

/** Graph of links between visible entries. */
export class LinkGraph {
  private readonly outgoing = new Map<string, readonly Edge[]>();
  /** Links by target, ordered by source. */
  private readonly incoming = new Map<string, Edge[]>();

  /** Adds or replaces an entry and its links. */
  put(from: string, edges: readonly Omit<Edge, 'from'>[]): void {
    this.remove(from);
    this.outgoing.set(
      from,
      edges.map(({ to, field }) => {
        const edgesToTarget = this.incoming.get(to) ?? [];
        if (edgesToTarget.length === 0) this.incoming.set(to, edgesToTarget);
        const edge = { from, to, field };
        edgesToTarget.splice(findInsertionIndex(edgesToTarget, `${from}\0`), 0, edge);
        return edge;
      }),
    );
  }

  /** Removes an entry and its links. Links to it are retained, in case it is added again. */
  remove(key: string): void {
    for (const { to } of this.outgoing.get(key) ?? []) {
      const edgesToTarget = this.incoming.get(to) ?? [];
      const index = findInsertionIndex(edgesToTarget, key);
      if (edgesToTarget[index]?.from === key) edgesToTarget.splice(index, 1);
      if (edgesToTarget.length === 0) this.incoming.delete(to);
    }
    this.outgoing.delete(key);
  }

  /** Returns the links of an entry, including dangling ones. */
  linksFrom(key: string): readonly Edge[] {
    return this.outgoing.get(key) ?? [];
  }

  /** Returns the keys of the entries that link to a key, even if it does not exist. */
  keysLinkingTo(to: string): string[] {
    return [...new Set((this.incoming.get(to) ?? []).map(({ from }) => from))];
  }

  has(key: string): boolean {
    return this.outgoing.has(key);
  }

  /** Returns the links between an entry and existing entries: first those from it, then those to it. */
  links(key: string): Edge[] {
    const outgoing = (this.outgoing.get(key) ?? []).filter(({ to }) => this.has(to));
    return [...outgoing, ...(this.incoming.get(key) ?? [])];
  }

  /**
   * Returns the shortest path between two entries, of at most `maxHops`; null if there is none. Ties are broken by key.
   *
   * @param excluded keys that the path must not contain
   */
  shortestPath(from: string, to: string, maxHops: number, excluded: ReadonlySet<string> = new Set()): PathHop[] | null {
    if ([from, to].some((key) => !this.has(key) || excluded.has(key))) return null;
    const predecessors = new Map<string, string | null>([[from, null]]);
    let frontier = [from];
    for (let hop = 0; hop < maxHops && !predecessors.has(to) && frontier.length > 0; hop += 1) {
      const nextFrontier: string[] = [];
      for (const key of frontier) {
        for (const neighbour of this.neighbours(key)) {
          if (predecessors.has(neighbour) || excluded.has(neighbour)) continue;
          predecessors.set(neighbour, key);
          nextFrontier.push(neighbour);
        }
        if (predecessors.size > MAX_VISITED) return null;
      }
      frontier = nextFrontier.sort();
    }
    return predecessors.has(to) ? this.steps(predecessors, to) : null;
  }

  /** Returns the entries that are most related to an entry, in descending order. Ties are broken by key. */
  related(key: string, first: number): RelatedEntry[] {
    const relatedByKey = new Map<string, { score: number; reasons: RelationReason[] }>();
    const relate = (otherKey: string, score: number, reason: RelationReason) => {
      const related = relatedByKey.get(otherKey) ?? { score: 0, reasons: [] };
      related.score += score;
      related.reasons.push(reason);
      relatedByKey.set(otherKey, related);
    };
    for (const link of this.links(key)) {
      const neighbour = findOtherEnd(link, key);
      relate(neighbour, DIRECT_LINK_WEIGHT, { shared: null, link, otherLink: link });
      const neighbourLinks = this.links(neighbour);
      if (neighbourLinks.length > MAX_SHARED_LINKS) continue;
      const weight = 1 / Math.log2(1 + neighbourLinks.length);
      for (const otherLink of neighbourLinks) {
        const otherKey = findOtherEnd(otherLink, neighbour);
        if (otherKey !== key) relate(otherKey, weight, { shared: neighbour, link, otherLink });
      }
    }
    return [...relatedByKey]
      .map(([otherKey, { score, reasons }]) => ({ key: otherKey, score, reasons }))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, first);
  }

  private neighbours(key: string): string[] {
    return [...new Set(this.links(key).map((edge) => findOtherEnd(edge, key)))].sort();
  }

  private steps(predecessors: ReadonlyMap<string, string | null>, to: string): PathHop[] {
    const from = predecessors.get(to) ?? null;
    if (from === null) return [];
    const links = this.links(from).filter((edge) => findOtherEnd(edge, from) === to);
    return [...this.steps(predecessors, from), { from, to, links }];
  }
}

/** Returns the index of the first of the sorted edges whose source is not less than a key. */
const { left: findInsertionIndex } = bisector(({ from }: Edge) => from);

function findOtherEnd(edge: Edge, key: string): string {
  return edge.from === key ? edge.to : edge.from;
}

/** Returns the distinct public links of an entry, ordered by field and target. */
export function collectEdges(model: Model, entry: StoredEntry): Edge[] {
  const kind = model.kind(entry.kind);
  const from = folderKey(kind, entry.slug);
  const edges = new Map<string, Edge>();
  for (const link of linksIn(model, kind, entry.record)) {
    if (link.path.some((field) => field.audience !== null)) continue;
    const field = link.path.map((field) => field.name).join('.');
    const to = folderKey(link.kind, link.slug);
    if (to !== from) edges.set(`${field} ${to}`, { from, to, field });
  }
  return [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
}
