import { folderKey } from '../model/entry-key.js';
import { linksIn } from '../model/links.js';
import type { Model } from '../model/model.js';
import type { StoredEntry } from '../store/entries.js';

/** One link between two entries, as the record that holds it states it. */
export interface Edge {
  /** The entry that links, as `folder/slug`. */
  from: string;
  /** The entry that is linked to. */
  to: string;
  /** The field that holds the link, as a path without positions, as in `members.country`. */
  field: string;
}

/** One step of a path: every link between two entries, whichever way it points. */
export interface Step {
  from: string;
  to: string;
  links: readonly Edge[];
}

/** Why an entry is related to another. */
export interface Reason {
  /** The entry that both are linked with, or null where the two are linked themselves. */
  shared: string | null;
  /** The link of the entry that was asked about. */
  link: Edge;
  /** The link of the related entry; the same where the two are linked themselves. */
  otherLink: Edge;
}

/** An entry related to another, and why. */
export interface Related {
  key: string;
  score: number;
  reasons: readonly Reason[];
}

/** An entry with more links than this is too general to relate others to one another. */
const MOST_SHARED = 400;
/** A path is given up once so many entries have been looked at. */
const MOST_VISITED = 100_000;
/** A direct link counts little by itself: who reads an entry sees its links anyway. */
const DIRECT = 0.3;

/** Who links to whom, both ways, among the entries that the public sees. */
export class LinkGraph {
  private readonly outgoing = new Map<string, readonly Edge[]>();
  /** By target, in the order of the keys of the entries that link. */
  private readonly incoming = new Map<string, Edge[]>();
  /** The fields that there are, each the same text in all edges. */
  private readonly fields = new Map<string, string>();

  /** Puts an entry with the links it holds in, in place of what was there under its key. */
  put(from: string, edges: readonly Omit<Edge, 'from'>[]): void {
    this.remove(from);
    this.outgoing.set(
      from,
      edges.map(({ to, field }) => {
        const others = this.incoming.get(to) ?? [];
        if (others.length === 0) this.incoming.set(to, others);
        const known = this.fields.get(field) ?? field;
        this.fields.set(known, known);
        // A text that was read for each entry anew would be kept as often as there are links.
        const edge = { from, to: others[0]?.to ?? to, field: known };
        others.splice(firstNotBefore(others, `${from}\0`), 0, edge);
        return edge;
      }),
    );
  }

  /** Takes an entry out, and the links it holds; links to it stay, and count again when it comes back. */
  remove(key: string): void {
    for (const { to } of this.outgoing.get(key) ?? []) {
      const others = this.incoming.get(to) ?? [];
      const at = firstNotBefore(others, key);
      if (others[at]?.from === key) others.splice(at, 1);
      if (others.length === 0) this.incoming.delete(to);
    }
    this.outgoing.delete(key);
  }

  /** The links that an entry holds, whether their targets are there or not. */
  linksFrom(key: string): readonly Edge[] {
    return this.outgoing.get(key) ?? [];
  }

  /** The keys of the entries that link to one, whether that is there or not. */
  linking(to: string): string[] {
    return [...new Set((this.incoming.get(to) ?? []).map(({ from }) => from))];
  }

  has(key: string): boolean {
    return this.outgoing.has(key);
  }

  /** The links of an entry, both ways, among entries that are there; its own first, each list in the order of the fields. */
  links(key: string): Edge[] {
    const own = (this.outgoing.get(key) ?? []).filter(({ to }) => this.has(to));
    return [...own, ...(this.incoming.get(key) ?? [])];
  }

  /**
   * The shortest way between two entries, link by link, or null where there is none of at most so many steps. Of
   * several equally short ways the first in the order of the keys is given.
   *
   * @param without keys that it may not lead to or through
   */
  path(from: string, to: string, mostHops: number, without: ReadonlySet<string> = new Set()): Step[] | null {
    if ([from, to].some((key) => !this.has(key) || without.has(key))) return null;
    const cameFrom = new Map<string, string | null>([[from, null]]);
    let border = [from];
    for (let hop = 0; hop < mostHops && !cameFrom.has(to) && border.length > 0; hop += 1) {
      const next: string[] = [];
      for (const key of border) {
        for (const neighbour of this.neighbours(key)) {
          if (cameFrom.has(neighbour) || without.has(neighbour)) continue;
          cameFrom.set(neighbour, key);
          next.push(neighbour);
        }
        if (cameFrom.size > MOST_VISITED) return null;
      }
      border = next.sort();
    }
    return cameFrom.has(to) ? this.steps(cameFrom, to) : null;
  }

  /** The entries that have most in common with one, the nearest first, ties by key. */
  related(key: string, first: number): Related[] {
    const found = new Map<string, { score: number; reasons: Reason[] }>();
    const relate = (other: string, score: number, reason: Reason) => {
      const known = found.get(other) ?? { score: 0, reasons: [] };
      known.score += score;
      known.reasons.push(reason);
      found.set(other, known);
    };
    for (const link of this.links(key)) {
      const neighbour = otherEnd(link, key);
      relate(neighbour, DIRECT, { shared: null, link, otherLink: link });
      const around = this.links(neighbour);
      if (around.length > MOST_SHARED) continue;
      const weight = 1 / Math.log2(1 + around.length);
      for (const otherLink of around) {
        const other = otherEnd(otherLink, neighbour);
        if (other !== key) relate(other, weight, { shared: neighbour, link, otherLink });
      }
    }
    return [...found]
      .map(([other, { score, reasons }]) => ({ key: other, score, reasons }))
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, first);
  }

  private neighbours(key: string): string[] {
    return [...new Set(this.links(key).map((edge) => otherEnd(edge, key)))].sort();
  }

  private steps(cameFrom: ReadonlyMap<string, string | null>, to: string): Step[] {
    const steps: Step[] = [];
    for (let at = to, before = cameFrom.get(at); before !== null && before !== undefined; before = cameFrom.get(at)) {
      const [start, end] = [before, at];
      steps.unshift({ from: start, to: end, links: this.links(start).filter((edge) => otherEnd(edge, start) === end) });
      at = before;
    }
    return steps;
  }
}

/** Where the edges begin that come from a key or one after it, in edges in that order. */
function firstNotBefore(edges: readonly Edge[], key: string): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]!.from < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function otherEnd(edge: Edge, key: string): string {
  return edge.from === key ? edge.to : edge.from;
}

/** Every link that an entry holds and everybody may see, each pair of target and field once. */
export function collectEdges(model: Model, entry: StoredEntry): Edge[] {
  const kind = model.kind(entry.kind);
  const from = folderKey(kind, entry.slug);
  const edges = new Map<string, Edge>();
  for (const link of linksIn(model, kind, entry.record)) {
    if (link.path.some((each) => each.audience !== null)) continue;
    const field = link.path.map((each) => each.name).join('.');
    const to = folderKey(link.kind, link.slug);
    if (to !== from) edges.set(`${field} ${to}`, { from, to, field });
  }
  return [...edges.values()];
}
