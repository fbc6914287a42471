import codes from './problem-codes.json' with { type: 'json' };

/** Codes of problems in content, with their meanings. Published codes never change; files, mutations and imports share them. */
export const PROBLEM_CODES = codes.content;

/**
 * Codes of conflicts with the database, which files alone do not show.
 *
 * @public
 */
export const EDIT_CODES = codes.editing;

/** A code of one of these tables. */
export type ProblemCode = keyof typeof PROBLEM_CODES | keyof typeof EDIT_CODES;
