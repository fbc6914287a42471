import type { Answers } from '../generated/answers.js';

/**
 * The data that the contract answers to the query of a text: typed where the text is written out in a test, else of
 * any form. What was refused has none.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data<Text extends string> = Text extends keyof Answers ? Answers[Text] : any;

/** Expects an answer to be of a type of the contract, and returns it as that. */
export function ofType<Answer extends { __typename: string }, Name extends Answer['__typename']>(
  answer: Answer,
  name: Name,
): Extract<Answer, { __typename: Name }> {
  expect(answer.__typename).toBe(name);
  return answer as Extract<Answer, { __typename: Name }>;
}
