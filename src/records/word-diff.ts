import { diffArrays } from 'diff';

/** A stretch of words that both texts have, or that one of them has alone. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** With more changed words than this, the texts are shown one after the other: nobody reads a finer difference. */
const MAX_CHANGES = 1_000;

/** Compares two texts word by word. The runs that are not removed make up the new text, blanks included. */
export function wordDiff(before: string, after: string): WordRun[] {
  const changes = diffArrays(splitWords(before), splitWords(after), { maxEditLength: MAX_CHANGES });
  const runs = changes ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ];
  return runs.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join(''),
  }));
}

function splitWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}
