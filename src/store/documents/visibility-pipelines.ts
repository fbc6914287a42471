import type { Document } from 'mongodb';
import type { View } from '../../model/view.js';
import { draftsName } from '../connection/database.js';
import type { Match } from './match.js';
import { all, asDocument } from './match.js';

/** A collection and the first stages of a pipeline over it. */
export interface Source {
  collection: string;
  stages: Document[];
}

/**
 * The entries of a kind that a view lists and that match a condition.
 *
 * The only visibility rule for lists, counts, filters, facets and inverses: the public sees published entries; a
 * preview sees drafts in place of them. No list has retired entries.
 */
export function listedEntries(folder: string, match: Match, view: View): Source {
  if (!view.preview) return { collection: folder, stages: [{ $match: asDocument(publicMatch(match)) }] };
  const published = asDocument(all([{ status: 'PUBLISHED', superseded: null }, match]));
  const drafts = asDocument(all([{ status: 'DRAFT' }, match]));
  return {
    collection: folder,
    stages: [{ $match: published }, { $unionWith: { coll: draftsName(folder), pipeline: [{ $match: drafts }] } }],
  };
}

export function publicMatch(match: Match): Match {
  return all([{ status: 'PUBLISHED' }, match]);
}

/** The entries of a kind that exist but that a view does not list, retired ones among them. */
export function unlistedEntries(folder: string, view: View): Source[] {
  if (view.preview) return [{ collection: draftsName(folder), stages: [{ $match: { status: 'RETIRED' } }] }];
  return withheld(folder, { hidden: true });
}

/** The entries of a kind that exist but that a view cannot see: links to them lead nowhere. */
export function invisibleEntries(folder: string, view: View): Source[] {
  return view.preview ? [] : withheld(folder, { hidden: true, status: 'WITHDRAWN' });
}

/** Withdrawn entries with these marks, and entries that were never published. */
function withheld(folder: string, marks: Document): Source[] {
  return [
    { collection: folder, stages: [{ $match: marks }] },
    {
      collection: draftsName(folder),
      stages: [{ $match: { status: { $in: ['DRAFT', 'RETIRED'] }, publishedAt: null } }],
    },
  ];
}

/** One pipeline over all sources, of which there must be at least one. */
export function unionSources(sources: readonly Source[]): Source {
  const [first, ...rest] = sources;
  return {
    collection: first!.collection,
    stages: [
      ...first!.stages,
      ...rest.map(({ collection, stages }) => ({ $unionWith: { coll: collection, pipeline: stages } })),
    ],
  };
}

export function appendStages(source: Source, ...stages: Document[]): Source {
  return { collection: source.collection, stages: [...source.stages, ...stages] };
}
