import { endsBefore } from './calendar-day.js';

/** Names of the fields with the dates of reviews, which are not dates of the subject. */
export const REVIEW_FIELDS: readonly string[] = ['checkedOn', 'reviewBy'];

/** The dates of a review of facts. */
export interface ReviewDates {
  checkedOn?: string | null;
  reviewBy?: string | null;
}

/** Whether a review was due before a day, to the last day of a month or year. @param day  as `2026-12-01` */
export function isOverdue({ reviewBy }: ReviewDates, day: string): boolean {
  return reviewBy != null && endsBefore(reviewBy, day);
}
