import { isDeepStrictEqual } from 'node:util';
import { type Field, type Model, type Shape, storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import { formatPath, type ProblemPath } from './problem.js';
import { diffArrays } from 'diff';

/** Consecutive words that are in both texts, or only in the earlier or the later one. */
interface WordSequence {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Maximum number of changed words. Beyond it, the texts are compared as a whole. */
const MAX_CHANGED_WORDS = 1_000;

/** A difference between two records at one path. */
export interface FieldChange {
  /** Path of the field in the record, such as `sessions[1].title` or `title.fr`. */
  path: string;
  /** Previous value; null if there was none. */
  before: unknown;
  /** New value; null if there is none. */
  after: unknown;
  /** Word diff of a text with several words; null for other values, and if a text was added or removed. */
  words: readonly WordSequence[] | null;
  /** Path as an array. For a removed list item, contains its index in the earlier record. */
  at: ProblemPath;
}

/** Returns the fields that differ, in SDL order. Texts are compared per locale, and lists per item. */
export function diffRecords(
  model: Model,
  shape: Shape,
  before: EntryRecord,
  after: EntryRecord,
  path: ProblemPath = [],
): FieldChange[] {
  return storedFields(shape).flatMap((field) => {
    // Absent lists count as empty, so that a field that was added to the SDL is not a change.
    const emptyValue = field.list ? [] : null;
    const [oldValue, newValue] = [before[field.name] ?? emptyValue, after[field.name] ?? emptyValue];
    return isDeepStrictEqual(oldValue, newValue)
      ? []
      : diffField(model, field, oldValue, newValue, [...path, field.name]);
  });
}

function diffField(model: Model, field: Field, before: unknown, after: unknown, path: ProblemPath): FieldChange[] {
  if (field.list) return diffLists(model, field, (before as unknown[]) ?? [], (after as unknown[]) ?? [], path);
  if (before === null || after === null) return [change(path, before, after)];
  if (field.localised) return diffTexts(model, before as EntryRecord, after as EntryRecord, path);
  if (field.category !== 'object') return [change(path, before, after)];
  return diffRecords(model, model.shape(field.type), before as EntryRecord, after as EntryRecord, path);
}

function diffTexts(model: Model, before: EntryRecord, after: EntryRecord, path: ProblemPath): FieldChange[] {
  return model.locales.flatMap((locale) => {
    const [oldValue, newValue] = [before[locale] ?? null, after[locale] ?? null];
    return oldValue === newValue ? [] : [change([...path, locale], oldValue, newValue)];
  });
}

/** Compares objects by index. For other lists, returns the added and removed items, or one change of the order. */
function diffLists(model: Model, field: Field, before: unknown[], after: unknown[], path: ProblemPath): FieldChange[] {
  if (field.category === 'object') {
    const longerList = before.length > after.length ? before : after;
    return longerList.flatMap((_, index) => {
      const [oldValue, newValue] = [before[index] ?? null, after[index] ?? null];
      return isDeepStrictEqual(oldValue, newValue)
        ? []
        : diffField(model, { ...field, list: false }, oldValue, newValue, [...path, index]);
    });
  }
  const removed = before.flatMap((item, index) => (after.includes(item) ? [] : [change([...path, index], item, null)]));
  const added = after.flatMap((item, index) => (before.includes(item) ? [] : [change([...path, index], null, item)]));
  return removed.length + added.length > 0 ? [...removed, ...added] : [change(path, before, after)];
}

function change(at: ProblemPath, before: unknown, after: unknown): FieldChange {
  const areTexts = typeof before === 'string' && typeof after === 'string' && (before + after).includes(' ');
  return { path: formatPath(at) ?? '', before, after, words: areTexts ? wordDiff(before, after) : null, at };
}

/** Compares two texts word by word. Sequences include white space; all except the removed ones form the new text. */
export function wordDiff(before: string, after: string): WordSequence[] {
  const changes = diffArrays(splitWords(before), splitWords(after), { maxEditLength: MAX_CHANGED_WORDS });
  const sequences = changes ?? [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ];
  return sequences.map(({ removed, added, value }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value.join(''),
  }));
}

function splitWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}
