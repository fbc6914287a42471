import { describe, expect, test } from '@jest/globals';
import { loadModel } from '../../src/model/load-model.js';
import { collectEdges, type Edge, LinkGraph } from '../../src/search/link-graph.js';
import type { StoredEntry } from '../../src/store/entries.js';

const edge = (from: string, to: string, field = 'topics'): Edge => ({ from, to, field });

/**
 * Returns a graph with a leaflet and a trend that share a topic, a broader topic, and a country that only the trend
 * links to.
 */
function graph(): LinkGraph {
  const links = new LinkGraph();
  links.put('topics/wide', []);
  links.put('topics/narrow', [edge('topics/narrow', 'topics/wide', 'broader')]);
  links.put('countries/it', []);
  links.put('countries/mt', []);
  links.put('leaflets/a', [edge('leaflets/a', 'topics/narrow'), edge('leaflets/a', 'drafts/secret', 'resources')]);
  links.put('trends/b', [edge('trends/b', 'topics/narrow'), edge('trends/b', 'countries/it', 'countries')]);
  return links;
}

describe('a path between two entries', () => {
  test('a path between two entries is the shortest one, with the field of each link', () => {
    const steps = graph().shortestPath('leaflets/a', 'countries/it', 6)!;
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['leaflets/a', 'topics/narrow'],
      ['topics/narrow', 'trends/b'],
      ['trends/b', 'countries/it'],
    ]);
    expect(steps.map(({ links }) => links.map(({ from, field }) => `${from}.${field}`))).toEqual([
      ['leaflets/a.topics'],
      ['trends/b.topics'],
      ['trends/b.countries'],
    ]);
  });

  test('a path is null if it is longer than the maximum, or if there are no links', () => {
    expect(graph().shortestPath('leaflets/a', 'countries/it', 2)).toBeNull();
    expect(graph().shortestPath('leaflets/a', 'countries/mt', 6)).toBeNull();
  });

  test('a path from an entry to itself has no steps', () => {
    expect(graph().shortestPath('leaflets/a', 'leaflets/a', 6)).toEqual([]);
  });

  test('the search for a path terminates on cycles of links', () => {
    const links = graph();
    links.put('topics/wide', [edge('topics/wide', 'topics/narrow', 'broader')]);
    expect(links.shortestPath('topics/wide', 'countries/it', 6)!.length).toBe(3);
    expect(links.shortestPath('topics/wide', 'countries/mt', 6)).toBeNull();
  });

  test('a path never contains an entry that is not in the graph, even if others link to it', () => {
    const links = graph();
    links.put('leaflets/c', [edge('leaflets/c', 'drafts/secret', 'resources')]);
    expect(links.shortestPath('leaflets/a', 'leaflets/c', 6)).toBeNull();
    links.put('drafts/secret', []);
    expect(links.shortestPath('leaflets/a', 'leaflets/c', 6)!.length).toBe(2);
    links.remove('drafts/secret');
    expect(links.shortestPath('leaflets/a', 'leaflets/c', 6)).toBeNull();
  });

  test('a path follows the current links of an entry after a change', () => {
    const links = graph();
    links.put('trends/b', [edge('trends/b', 'countries/mt', 'countries')]);
    expect(links.shortestPath('leaflets/a', 'countries/it', 6)).toBeNull();
  });

  test('of equally short paths, the first in the order of the keys is returned', () => {
    const links = graph();
    links.put('topics/another', []);
    links.put('leaflets/a', [edge('leaflets/a', 'topics/narrow'), edge('leaflets/a', 'topics/another')]);
    links.put('trends/b', [edge('trends/b', 'topics/narrow'), edge('trends/b', 'topics/another')]);
    expect(links.shortestPath('leaflets/a', 'trends/b', 6)!.map(({ to }) => to)).toEqual([
      'topics/another',
      'trends/b',
    ]);
  });
});

describe('related entries', () => {
  test('related entries share links to the same entries, which are returned as reasons', () => {
    const related = graph().related('leaflets/a', 10);
    expect(related.map(({ key }) => key)).toEqual(['topics/wide', 'trends/b', 'topics/narrow']);
    expect(related[1]!.reasons).toEqual([
      {
        shared: 'topics/narrow',
        link: edge('leaflets/a', 'topics/narrow'),
        otherLink: edge('trends/b', 'topics/narrow'),
      },
    ]);
    expect(related[2]!.reasons[0]!.shared).toBeNull();
  });

  test('related entries have a lower score if many entries link to the shared entry', () => {
    const links = graph();
    const before = links.related('leaflets/a', 10).find(({ key }) => key === 'trends/b')!.score;
    for (let index = 0; index < 20; index += 1)
      links.put(`resources/${index}`, [edge(`resources/${index}`, 'topics/narrow')]);
    expect(links.related('leaflets/a', 99).find(({ key }) => key === 'trends/b')!.score).toBeLessThan(before);
  });

  test('an entry with more than 400 links relates no other entries', () => {
    const links = graph();
    // The topic already has three links.
    const add = (from: number, to: number) => {
      for (let index = from; index < to; index += 1)
        links.put(`resources/${index}`, [edge(`resources/${index}`, 'topics/narrow')]);
    };
    const keys = () => links.related('leaflets/a', 1000).map(({ key }) => key);
    add(0, 397);
    expect(keys()).toContain('trends/b');
    expect(keys()).toHaveLength(400);
    add(397, 398);
    expect(keys()).toEqual(['topics/narrow']);
  });
});

test('links of an entry to itself are ignored', () => {
  const model = loadModel('schema');
  const record = { title: { en: 'A' }, broader: 'a' };
  const topic = { kind: 'Topic', slug: 'a', record } as unknown as StoredEntry;
  expect(collectEdges(model, topic)).toEqual([]);
  expect(collectEdges(model, { ...topic, slug: 'b' })).toEqual([edge('topics/b', 'topics/a', 'broader')]);
});
