import type { Kind, Model } from '../model/model.js';
import { findField } from '../model/model.js';
import type { ReviewDates } from '../model/review-dates.js';
import type { EntryRecord } from '../store/entries.js';
import type { ProblemPath } from './problem.js';
import { checkedObjects } from './rule-types.js';

/** A scheduled review of an entry, or of a part of it. */
export interface Review extends ReviewDates {
  /** Path of the part; empty for the entry. */
  path: ProblemPath;
  reviewBy: string;
}

/** The reviews of a record: of each object with a date in the field `reviewBy`. */
export function findReviews(model: Model, kind: Kind, record: EntryRecord): Review[] {
  return [...checkedObjects(model, kind, record)].flatMap(({ shape, value, path }) => {
    if (findField(shape, 'reviewBy')?.type !== 'PartialDate') return [];
    const { reviewBy, checkedOn } = value as ReviewDates;
    return reviewBy == null ? [] : [{ path, reviewBy, checkedOn: checkedOn ?? null }];
  });
}
