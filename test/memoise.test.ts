import { expect, test } from '@jest/globals';
import { memoise } from '../src/memoise.js';

/** Returns a memoised function, and the texts that it computed. */
function recorded(maxEntries?: number): { measure: (text: string) => number; computed: string[] } {
  const computed: string[] = [];
  const measure = memoise((text) => {
    computed.push(text);
    return text.length;
  }, maxEntries);
  return { measure, computed };
}

test('a memoised function computes the result of each text once', () => {
  const { measure, computed } = recorded();
  expect(['one', 'three', 'one'].map(measure)).toEqual([3, 5, 3]);
  expect(computed).toEqual(['one', 'three']);
});

test('a memoised function forgets all results when its cache is full', () => {
  const { measure, computed } = recorded(2);
  for (const text of ['a', 'b', 'a', 'c', 'a']) measure(text);
  expect(computed).toEqual(['a', 'b', 'c', 'a']);
});

test('a memoised function computes the result of a very long text each time', () => {
  const { measure, computed } = recorded();
  const text = 'x'.repeat(20_001);
  expect([measure(text), measure(text)]).toEqual([20_001, 20_001]);
  expect(computed).toHaveLength(2);
});
