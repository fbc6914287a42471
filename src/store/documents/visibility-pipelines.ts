import type { Document } from 'mongodb';
import type { View } from '../../model/visibility.js';
import { draftCollectionName } from '../connection/database.js';
import { allConditions, type MatchCondition, toMatchDocument } from './match-conditions.js';

/** A collection, and the first stages of a pipeline on it. */
export interface PipelineSource {
  collection: string;
  stages: Document[];
}

/**
 * Returns the source of the entries of a kind that a view lists and that match a condition. This is the only visibility
 * rule for lists, counts, filters, facets and inverse links. A preview lists drafts in place of published entries.
 * Retired entries are never listed.
 */
export function listedEntries(folder: string, match: MatchCondition, view: View): PipelineSource {
  if (!view.preview) return { collection: folder, stages: [{ $match: toMatchDocument(matchPublished(match)) }] };
  const publishedMatch = toMatchDocument(allConditions([{ status: 'PUBLISHED', superseded: null }, match]));
  const draftMatch = toMatchDocument(allConditions([{ status: 'DRAFT' }, match]));
  return {
    collection: folder,
    stages: [
      { $match: publishedMatch },
      { $unionWith: { coll: draftCollectionName(folder), pipeline: [{ $match: draftMatch }] } },
    ],
  };
}

export function matchPublished(match: MatchCondition): MatchCondition {
  return allConditions([{ status: 'PUBLISHED' }, match]);
}

/** Selects the entries of a kind that exist but that a view does not list, including retired ones. */
export function unlistedEntries(folder: string, view: View): PipelineSource[] {
  if (view.preview) return [{ collection: draftCollectionName(folder), stages: [{ $match: { status: 'RETIRED' } }] }];
  return nonPublicEntries(folder, { hidden: true });
}

/** Selects the entries of a kind that exist but are not visible in a view. Links to them resolve to null. */
export function invisibleEntries(folder: string, view: View): PipelineSource[] {
  return view.preview ? [] : nonPublicEntries(folder, { hidden: true, status: 'WITHDRAWN' });
}

/** Selects the entries of the published collection that match, and the drafts that were never published. */
function nonPublicEntries(folder: string, match: Document): PipelineSource[] {
  return [
    { collection: folder, stages: [{ $match: match }] },
    {
      collection: draftCollectionName(folder),
      stages: [{ $match: { status: { $in: ['DRAFT', 'RETIRED'] }, publishedAt: null } }],
    },
  ];
}

/** Combines sources into one pipeline. `sources` must not be empty. */
export function unionSources(sources: readonly PipelineSource[]): PipelineSource {
  const [firstSource, ...otherSources] = sources;
  return {
    collection: firstSource!.collection,
    stages: [
      ...firstSource!.stages,
      ...otherSources.map(({ collection, stages }) => ({ $unionWith: { coll: collection, pipeline: stages } })),
    ],
  };
}

export function appendStages(source: PipelineSource, ...stages: Document[]): PipelineSource {
  return { collection: source.collection, stages: [...source.stages, ...stages] };
}
