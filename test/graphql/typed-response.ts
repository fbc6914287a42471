import type { Answers } from '../generated/answers.js';

/**
 * The data of the response to a query text. It is typed if the text is a literal in a test, of any type if a test
 * composes it, and unknown until `npm run generate` has read it.
 */
export type Data<Text extends string> = Text extends keyof Answers ? Answers[Text] : Unwritten<Text>;

// Any object is allowed, because the members of a composed text are unknown.
// oxlint-disable-next-line typescript/no-explicit-any
type Unwritten<Text extends string> = Record<never, never> extends Record<Text, true> ? any : unknown;

/** Expects an object of a type of the schema, and returns it with this type. */
export function expectType<Answer extends { __typename: string }, Name extends Answer['__typename']>(
  answer: Answer,
  name: Name,
): Extract<Answer, { __typename: Name }> {
  expect(answer.__typename).toBe(name);
  return answer as Extract<Answer, { __typename: Name }>;
}
