/** Selected fields of the payloads of `SAVE_QUESTION` and `PATCH_QUESTION`. */
const RESULT_FIELDS = 'revision obstacle { __typename } userErrors { path message tip }';

/** Mutation that saves a new question. */
export const SAVE_QUESTION = /* GraphQL */ `
  mutation SaveQuestion($slug: String!, $record: QuestionRecord!, $originalLocale: Locale!, $publish: Boolean!) {
    result: questionSave(
      slug: $slug
      record: $record
      expectedRevision: 0
      options: { originalLocale: $originalLocale, publish: $publish }
    ) {
      ${RESULT_FIELDS}
    }
  }
`;

/** Mutation that changes fields of an existing question. */
export const PATCH_QUESTION = /* GraphQL */ `
  mutation PatchQuestion($slug: String!, $changes: QuestionPatch!, $revision: Int!, $publish: Boolean!) {
    result: questionPatch(slug: $slug, changes: $changes, expectedRevision: $revision, options: { publish: $publish }) {
      ${RESULT_FIELDS}
    }
  }
`;
