import { expect, test } from '@jest/globals';
import { memoise, memoiseByObject } from '../src/memoise.js';

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

test('a function memoised by object computes the result of each object once, even if it is false', () => {
  const computed: object[] = [];
  const isFilled = memoiseByObject((items: readonly string[]) => {
    computed.push(items);
    return items.length > 0;
  });
  const [empty, filled] = [[], ['one']];
  expect([empty, filled, empty, filled].map(isFilled)).toEqual([false, true, false, true]);
  expect(computed).toEqual([empty, filled]);
});
