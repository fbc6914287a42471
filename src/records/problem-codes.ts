import codes from './problem-codes.json' with { type: 'json' };

/** Codes of content problems, with their descriptions. Published codes never change. */
export const PROBLEM_CODES = codes.content;

/** Codes of conflicts with the database, which cannot be found in files alone. @public */
export const EDIT_CODES = codes.editing;

/** A code in `PROBLEM_CODES` or `EDIT_CODES`. */
export type ProblemCode = keyof typeof PROBLEM_CODES | keyof typeof EDIT_CODES;
