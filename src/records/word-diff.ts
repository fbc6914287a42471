/** A stretch of words that both texts have, or that one of them has alone. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many pairs of words, the changed stretch is told as a whole: nobody reads a finer difference. */
const MAX_PAIRS = 4_000_000;

/** How one text became another, word by word. The runs that are not removed make up the new text, blanks included. */
export function wordDiff(before: string, after: string): WordRun[] {
  const old = splitWords(before);
  const now = splitWords(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const runs: WordRun[] = [
    ...old.slice(0, start).map((text): WordRun => ({ kind: 'same', text })),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map((text): WordRun => ({ kind: 'same', text })),
  ];
  return joined(runs);
}

function splitWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function middle(old: readonly string[], now: readonly string[]): WordRun[] {
  const removed = (text: string): WordRun => ({ kind: 'removed', text });
  const added = (text: string): WordRun => ({ kind: 'added', text });
  if (old.length * now.length > MAX_PAIRS) return [...old.map(removed), ...now.map(added)];
  const common = longestCommon(old, now);
  const width = now.length + 1;
  const runs: WordRun[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      runs.push({ kind: 'same', text: old[i]! });
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      runs.push(removed(old[i]!));
      i += 1;
    } else {
      runs.push(added(now[j]!));
      j += 1;
    }
  }
  return runs;
}

/** For each pair of places, how many words the rests of both texts have in common, in order. */
function longestCommon(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      common[here] =
        old[i] === now[j] ? common[here + width + 1]! + 1 : Math.max(common[here + width]!, common[here + 1]!);
    }
  }
  return common;
}

function joined(runs: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.kind === run.kind) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}
