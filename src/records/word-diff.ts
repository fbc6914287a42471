import { diffArrays } from 'diff';

/** Words that both texts have, or only one. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Texts with more changed words are shown as a whole. */
const MAX_CHANGES = 1_000;

/** Compares two texts by words. The runs that are not removed make up the new text, with blanks. */
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
