import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../gql';
import type { SaveLeafletMutation } from '../gql/graphql';
import { changesOf, type Draft, type Edits } from './draft';

const SaveMutation = graphql(`
  mutation SaveLeaflet($slug: String!, $changes: LeafletPatch!, $expectedRevision: Int!, $publish: Boolean!) {
    leafletPatch(slug: $slug, changes: $changes, expectedRevision: $expectedRevision, options: { publish: $publish }) {
      entry {
        id
        revision
        record
      }
      userErrors {
        path
        message
        tip
      }
      obstacle {
        __typename
        ... on Conflict {
          revision
          record
          fields {
            path
            base
            yours
            theirs
          }
        }
      }
    }
  }
`);

type Payload = NonNullable<SaveLeafletMutation['leafletPatch']>;
export type UserError = Payload['userErrors'][number];
export type Conflict = Extract<NonNullable<Payload['obstacle']>, { __typename: 'Conflict' }>;

/** What came of a save: one of these. */
export type Outcome =
  | { is: 'saved'; draft: Draft }
  | { is: 'refused'; userErrors: readonly UserError[] }
  | { is: 'conflict'; conflict: Conflict; publish: boolean }
  | { is: 'failed'; message: string };

/** Saves the edits of a leaflet, and says what came of the last save. */
export function useSaving(slug: string) {
  const [patch, { loading }] = useMutation(SaveMutation);
  const [outcome, setOutcome] = useState<Outcome>();

  /** @param from what the edits were made from: if the leaflet has another revision by now, the server compares */
  async function save(from: Draft, edits: Edits, publish: boolean): Promise<Outcome> {
    const variables = { slug, changes: changesOf(edits), expectedRevision: from.revision, publish };
    const { data, error } = await patch({ variables });
    const reached = outcomeOf(data?.leafletPatch, publish) ?? {
      is: 'failed',
      message: error?.message ?? 'Nothing was saved.',
    };
    setOutcome(reached);
    return reached;
  }
  return { save, outcome, isSaving: loading };
}

function outcomeOf(payload: Payload | null | undefined, publish: boolean): Outcome | undefined {
  if (!payload) return undefined;
  const { entry, userErrors, obstacle } = payload;
  if (userErrors.length > 0) return { is: 'refused', userErrors };
  if (obstacle?.__typename === 'Conflict') return { is: 'conflict', conflict: obstacle, publish };
  return entry ? { is: 'saved', draft: entry } : undefined;
}
