import type { Model, Shape } from '../model/model.js';
import { storedFields } from '../model/model.js';
import type { EntryRecord } from '../store/entries.js';
import type { Path, Report } from './problem.js';
import type { Submission } from './submission.js';
import type { EntryLookup } from './entry-lookup.js';

/** A record, or an object embedded in one, with the way down to it. */
export interface Checked {
  shape: Shape;
  value: EntryRecord;
  /** Empty for the record itself. */
  path: Path;
}

/** What a rule may look at beside the object it checks. */
export interface RuleContext {
  model: Model;
  submission: Submission;
  lookup: EntryLookup;
  report: Report;
}

/**
 * One rule, run for each record and each object embedded in it. It tells what is wrong and never stops: fields may be
 * absent, because what is wrong with one field by itself was told before.
 */
export interface Rule {
  /** For the message when the rule itself fails. */
  name: string;
  check(checked: Checked, context: RuleContext): void;
}

/** The record and every object embedded in it, from the outside in. */
export function* checkedObjects(
  model: Model,
  shape: Shape,
  value: EntryRecord,
  path: Path = [],
): Generator<Checked, void, undefined> {
  yield { shape, value, path };
  for (const field of storedFields(shape)) {
    const held = value[field.name];
    if (field.nature !== 'object' || held === undefined) continue;
    const inner = model.shape(field.type);
    const at = [...path, field.name];
    if (!field.list) yield* checkedObjects(model, inner, held as EntryRecord, at);
    else {
      for (const [place, each] of (held as EntryRecord[]).entries()) {
        yield* checkedObjects(model, inner, each, [...at, place]);
      }
    }
  }
}
