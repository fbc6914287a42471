import { endsBefore } from './iso-date.js';

/** Names of the fields with the dates of fact checks. Unlike other dates, they do not describe the subject. */
export const REVIEW_FIELDS: readonly string[] = ['checkedOn', 'reviewBy'];

/** Partial dates of the last fact check of an entry, and of the deadline for the next one. */
export interface ReviewDates {
  checkedOn?: string | null;
  reviewBy?: string | null;
}

/** Whether the review date has passed on a day. A month or year passes with its last day. @param day `2026-12-01` */
export function isOverdue({ reviewBy }: ReviewDates, day: string): boolean {
  return reviewBy != null && endsBefore(reviewBy, day);
}
