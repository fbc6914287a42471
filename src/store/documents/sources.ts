import type { Document } from 'mongodb';
import type { View } from '../../model/view.js';
import { draftsName } from '../connection/database.js';
import type { Match } from './match.js';
import { all, asDocument } from './match.js';

/** Where the entries of a kind are read for a view: a collection and the first stages of a pipeline over it. */
export interface Source {
  collection: string;
  stages: Document[];
}

/**
 * The entries of a kind that a view lists and that meet a condition.
 *
 * This is the one rule of visibility for lists, counts, filters, facets and inverses: the public sees what is
 * published; a preview sees each draft in place of what is published. Retired entries are in no list.
 */
export function listed(folder: string, match: Match, view: View): Source {
  if (!view.preview) return { collection: folder, stages: [{ $match: asDocument(publicMatch(match)) }] };
  const published = asDocument(all([{ status: 'PUBLISHED', superseded: null }, match]));
  const drafts = asDocument(all([{ status: 'DRAFT' }, match]));
  return {
    collection: folder,
    stages: [{ $match: published }, { $unionWith: { coll: draftsName(folder), pipeline: [{ $match: drafts }] } }],
  };
}

/** The condition on the collection of a kind for what the public is shown in lists. */
export function publicMatch(match: Match): Match {
  return all([{ status: 'PUBLISHED' }, match]);
}

/** The entries of a kind that are there and that a view has in no list, retired ones among them. */
export function unlisted(folder: string, view: View): Source[] {
  if (view.preview) return [{ collection: draftsName(folder), stages: [{ $match: { status: 'RETIRED' } }] }];
  return withheld(folder, { hidden: true });
}

/** The entries of a kind that are there and of which a view is shown nothing: a link to one leads nowhere. */
export function unseen(folder: string, view: View): Source[] {
  return view.preview ? [] : withheld(folder, { hidden: true, status: 'WITHDRAWN' });
}

/** What was published and no longer is, as far as it meets a condition, and what never was. */
function withheld(folder: string, marks: Document): Source[] {
  return [
    { collection: folder, stages: [{ $match: marks }] },
    {
      collection: draftsName(folder),
      stages: [{ $match: { status: { $in: ['DRAFT', 'RETIRED'] }, publishedAt: null } }],
    },
  ];
}

/** One pipeline over all the sources, each with stages of its own; there must be at least one. */
export function united(sources: readonly Source[]): Source {
  const [first, ...rest] = sources;
  return {
    collection: first!.collection,
    stages: [
      ...first!.stages,
      ...rest.map(({ collection, stages }) => ({ $unionWith: { coll: collection, pipeline: stages } })),
    ],
  };
}

/** A source with further stages. */
export function followedBy(source: Source, ...stages: Document[]): Source {
  return { collection: source.collection, stages: [...source.stages, ...stages] };
}
