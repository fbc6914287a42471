import { endsBefore } from './iso-date.js';

/** Names of the fields with the dates of fact checks. Unlike other dates, they do not describe the subject. */
export const REVIEW_FIELDS: readonly string[] = ['checkedOn', 'reviewBy'];

/** Partial dates of the last fact check of an entry, and of the deadline for the next one. */
export interface ReviewDates {
  checkedOn?: string | null;
  reviewBy?: string | null;
}

/** Whether the review date is before a day, such as `2026-12-01`. A month or a year counts as its last day. */
export function isOverdue({ reviewBy }: ReviewDates, day: string): boolean {
  return reviewBy != null && endsBefore(reviewBy, day);
}
