import type { Model, Shape } from '../model/model.js';
import { storedValues } from '../model/stored-values.js';
import type { EntryRecord } from '../store/entries.js';
import type { ProblemPath, Report } from './problem.js';
import type { Submission } from './submission.js';
import type { EntryLookup } from './entry-lookup.js';

/** A record or embedded object to check, and its path. */
export interface ObjectToCheck {
  shape: Shape;
  value: EntryRecord;
  /** Path of the object; empty for the record itself. */
  path: ProblemPath;
}

/** The submission that a rule checks, the entries that it can look up, and the report for its problems. */
export interface RuleContext {
  model: Model;
  submission: Submission;
  lookup: EntryLookup;
  report: Report;
}

/** A rule that reports problems of each record and embedded object. Invalid fields are already reported and absent. */
export interface Rule {
  /** Name of the rule in the problem that is reported if it throws. */
  name: string;
  check(checked: ObjectToCheck, context: RuleContext): void;
}

/** Yields the record and all embedded objects, outermost first. */
export function* objectsToCheck(
  model: Model,
  shape: Shape,
  record: EntryRecord,
): Generator<ObjectToCheck, void, undefined> {
  yield { shape, value: record, path: [] };
  for (const { field, value, path } of storedValues(model, shape, record, ({ category }) => category === 'object')) {
    yield { shape: model.shape(field.type), value: value as EntryRecord, path };
  }
}
