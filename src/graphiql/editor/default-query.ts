/** Query that the editor shows on the first visit. */
export const DEFAULT_QUERY = `# Welcome to Signpost.
#
# This is the answer to a first query.
# Change it and press the play button
# (Ctrl-Enter), or choose a question.
# Ctrl-Space proposes fields.

query FirstLook {
  trends(
    first: 3
    filter: { digital: { exists: true }, direction: { eq: RISING } }
    orderBy: [{ periodFrom: DESC }]
  ) {
    totalCount
    nodes {
      title
      summary
      direction
      digital {
        service
        use
      }
      # Links lead there and back.
      topics {
        title
        relevantResources(first: 2) {
          nodes {
            title
          }
        }
      }
      # Every fact has its source.
      citations {
        source {
          title
          url
        }
      }
    }
  }
}
`;
