import type { Random } from '../store/random.js';

/** The public fields of a topic. */
export interface PublicTopic {
  title: string;
  altLabels: string[];
  broader: string | null;
}

/** The published topics by slug. */
export type TopicState = ReadonlyMap<string, PublicTopic>;

/** Number of topics without a broader topic. They are the first ones. */
const ROOTS = 3;
/** The slugs of all topics that tests write. */
export const TOPIC_SLUGS: readonly string[] = Array.from(
  { length: 12 },
  (_none, index) => `t${String(index).padStart(2, '0')}`,
);
const WORDS = ['Red', 'Green', 'Blue'];

/** Returns a random topic with few distinct values, so that filters match some. */
export function randomTopic(slug: string, random: Random): PublicTopic {
  return {
    title: random.pick(WORDS),
    altLabels: random.pickSome(WORDS, 0, 2),
    broader: TOPIC_SLUGS.indexOf(slug) < ROOTS ? null : random.pick(TOPIC_SLUGS.slice(0, ROOTS)),
  };
}

/** A query and its expected response. If it takes two reads, they may see different states. */
export interface TopicQuery {
  query: string;
  answer: (first: TopicState, second: TopicState) => unknown;
  /** Slugs of entries that the second read returns one by one, some from the cache and others from the database. */
  linked?: readonly string[];
}

const inOrder = (state: TopicState) => [...state].toSorted(([a], [b]) => (a < b ? -1 : 1));
const ALL = 'first: 50, orderBy: [{ slug: ASC }]';

/** Queries of entries, lists, totals, and links in both directions and across kinds. */
export const TOPIC_QUERIES: readonly TopicQuery[] = [
  ...TOPIC_SLUGS.map((slug) => ({
    query: `{ topic(slug: "${slug}") { title altLabels } }`,
    answer: (state: TopicState) => {
      const found = state.get(slug);
      return { topic: found ? { title: found.title, altLabels: found.altLabels } : null };
    },
  })),
  ...TOPIC_SLUGS.slice(0, ROOTS).map((slug) => ({
    query: `{ topic(slug: "${slug}") { narrower(${ALL}) { totalCount nodes { slug title } } } }`,
    answer: (first: TopicState, second: TopicState) => {
      const nodes = inOrder(second).filter(([, { broader }]) => broader === slug);
      const narrowerTopics = {
        totalCount: nodes.length,
        nodes: nodes.map(([each, { title }]) => ({ slug: each, title })),
      };
      return { topic: first.has(slug) ? { narrower: narrowerTopics } : null };
    },
  })),
  {
    query: `{ topics(${ALL}) { totalCount nodes { slug title } } }`,
    answer: (state) => {
      const nodes = inOrder(state).map(([slug, { title }]) => ({ slug, title }));
      return { topics: { totalCount: nodes.length, nodes } };
    },
  },
  {
    query: `{ topics(${ALL}) { nodes { slug broader { slug title } } } }`,
    linked: TOPIC_SLUGS.slice(0, ROOTS),
    answer: (first, second) => {
      const nodes = inOrder(first).map(([slug, { broader }]) => {
        const found = broader === null ? undefined : second.get(broader);
        return { slug, broader: found ? { slug: broader, title: found.title } : null };
      });
      return { topics: { nodes } };
    },
  },
  ...WORDS.map((word) => ({
    query: `{ topics(filter: { title: { eq: "${word}" } }, ${ALL}) { nodes { slug altLabels } } }`,
    answer: (state: TopicState) => {
      const found = inOrder(state).filter(([, { title }]) => title === word);
      return { topics: { nodes: found.map(([slug, { altLabels }]) => ({ slug, altLabels })) } };
    },
  })),
  ...WORDS.map((word) => ({
    query: `{ topics(filter: { broader: { title: { eq: "${word}" } } }, ${ALL}) { totalCount nodes { slug } } }`,
    answer: (first: TopicState, second: TopicState) => {
      const found = inOrder(second).filter(([, { broader }]) => broader && first.get(broader)?.title === word);
      return { topics: { totalCount: found.length, nodes: found.map(([slug]) => ({ slug })) } };
    },
  })),
];

/** A write that began at `began`. By `ended`, it is in the log at the position `sequence`. */
export interface TopicWrite {
  side: number;
  slug: string;
  /** The public fields of the topic after the write; null if it is not public, undefined if they are unchanged. */
  shown: PublicTopic | null | undefined;
  sequence: number;
  began: number;
  ended: number;
}

/** A response, and the times of request and response. */
export interface RecordedResponse {
  side: number;
  question: TopicQuery;
  sent: number;
  got: number;
  data: unknown;
}

/** The published state after each write, in log order. */
export class TopicStates {
  private readonly writes: readonly TopicWrite[];
  private readonly states: TopicState[] = [new Map()];

  constructor(writes: readonly TopicWrite[]) {
    this.writes = writes.toSorted((a, b) => a.sequence - b.sequence);
    for (const { slug, shown } of this.writes) {
      const state = new Map(this.states.at(-1));
      if (shown) state.set(slug, shown);
      if (shown === null) state.delete(slug);
      this.states.push(state);
    }
  }

  /**
   * Whether a response has the content published at the time of the request, or later. It includes all earlier writes of
   * its own server, and those of others except for the last milliseconds.
   */
  allows(response: RecordedResponse, latestMs: number): boolean {
    const { question, data } = response;
    const possible = this.window(response, latestMs);
    const others = question.linked ? mixedStates(possible, question.linked) : possible;
    const text = JSON.stringify(data);
    return possible.some((element) => others.some((other) => JSON.stringify(question.answer(element, other)) === text));
  }

  /** Returns the states that a response may have, in the order of the log. */
  window({ side, sent, got }: RecordedResponse, latestMs: number): readonly TopicState[] {
    const isNeeded = (each: TopicWrite) => each.ended <= (each.side === side ? sent : sent - latestMs);
    const first = this.writes.findLastIndex(isNeeded) + 1;
    const last = this.writes.findLastIndex(({ began }) => began <= got) + 1;
    return this.states.slice(first, last + 1);
  }

  /** Whether the expected response to a query differs between the first state and the last. */
  differs({ answer }: TopicQuery): boolean {
    const [first, last] = [this.states[0]!, this.states.at(-1)!];
    return JSON.stringify(answer(first, first)) !== JSON.stringify(answer(last, last));
  }
}

/** Returns the states of some entries in which each entry is as in any of the given states. */
function mixedStates(states: readonly TopicState[], slugs: readonly string[]): TopicState[] {
  return slugs.reduce<TopicState[]>(
    (mixed, slug) => {
      const topics = new Map(states.map((state) => [JSON.stringify(state.get(slug)), state.get(slug)]));
      return mixed.flatMap((state) =>
        [...topics.values()].map((found) => (found ? new Map(state).set(slug, found) : state)),
      );
    },
    [new Map()],
  );
}
