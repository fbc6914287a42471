import { expect, test } from '@jest/globals';
import { TermDictionary } from '../../src/search/term-dictionary.js';

test('a prefix lookup returns the longer words with the prefix in alphabetical order', () => {
  const words = new Map(['boat', 'boats', 'boatman', 'bob', 'boatyard', 'boa', 'car'].map((word) => [word, 1]));
  const dictionary = new TermDictionary(words);
  for (const word of words.keys()) dictionary.markChanged(word);
  expect(dictionary.startingWith('boat', 9)).toEqual(['boatman', 'boats', 'boatyard']);
  expect(dictionary.startingWith('boat', 2)).toEqual(['boatman', 'boats']);
  expect(dictionary.startingWith('d', 9)).toEqual([]);
  words.delete('boats');
  dictionary.markChanged('boats');
  expect(dictionary.startingWith('boat', 9)).toEqual(['boatman', 'boatyard']);
});
