export const SAVE_QUESTION = /* GraphQL */ `
  mutation SaveQuestion(
    $slug: String!
    $record: QuestionRecord!
    $revision: Int!
    $isNew: Boolean!
    $originalLocale: Locale!
    $publish: Boolean!
  ) {
    questionSave(
      slug: $slug
      record: $record
      expectedRevision: $revision
      options: { originalLocale: $originalLocale, publish: $publish }
    ) @include(if: $isNew) {
      ...Outcome
    }
    questionPatch(slug: $slug, changes: $record, expectedRevision: $revision, options: { publish: $publish })
      @skip(if: $isNew) {
      ...Outcome
    }
  }
  fragment Outcome on EntryPayload {
    revision
    obstacle {
      __typename
    }
    userErrors {
      path
      message
      tip
    }
  }
`;
