import type { Field, Kind, LeafPath, Model } from '../../model/model.js';
import { joinedName, linkPaths, markedLeaves } from '../../model/model.js';

/** Fields that are kept beside the record and not in it, with the path at which they stand in a document. */
export const BOOKKEEPING: Readonly<Record<string, string>> = {
  slug: '_id',
  status: 'status',
  revision: 'revision',
  updatedAt: 'updatedAt',
  publishedAt: 'publishedAt',
};

/** How values of a field are compared. `exact`: as they are; that goes for numbers, too. */
export type Comparison = 'text' | 'localised' | 'days' | 'moment' | 'exact' | 'link';

/** A link that records of a kind can hold, by the name under which documents keep its slugs. */
interface PlannedLink {
  name: string;
  path: readonly string[];
  field: Field;
}

/** A leaf that is counted. */
export interface PlannedFacet extends LeafPath {
  name: string;
}

/** A leaf by which lists are ordered. */
export interface PlannedSort extends LeafPath {
  name: string;
  comparison: Comparison;
  /** Whether it stands on the entry's own level and every published entry has a value there. */
  always: boolean;
}

/** What the store knows of a kind beyond the model: made once, used for writing, indexes and reading alike. */
export interface KindPlan {
  kind: Kind;
  links: readonly PlannedLink[];
  facets: readonly PlannedFacet[];
  sorts: readonly PlannedSort[];
}

/** The plans of all kinds by type name. */
export type KindPlans = ReadonlyMap<string, KindPlan>;

/** Computes the plan of every kind of a model. */
export function kindPlans(model: Model): KindPlans {
  return new Map(model.kinds.map((kind) => [kind.name, planKind(model, kind)]));
}

/** The name under which a document keeps the slugs of the link at a path, as in `sessions/topics`. */
export function linkName(path: readonly string[]): string {
  return path.join('/');
}

/** How the values of a field are compared. */
export function chooseComparison(field: Field): Comparison {
  if (field.link) return 'link';
  if (field.localised) return 'localised';
  if (field.type === 'PartialDate') return 'days';
  if (field.type === 'DateTime') return 'moment';
  return ['String', 'URL', 'Markdown'].includes(field.type) ? 'text' : 'exact';
}

function planKind(model: Model, kind: Kind): KindPlan {
  return {
    kind,
    links: linkPaths(model, kind).map(({ path, field }) => {
      const names = path.map(({ name }) => name);
      return { name: linkName(names), path: names, field };
    }),
    facets: markedLeaves(model, kind, 'facet').map((leaf) => ({ ...leaf, name: joinedName(leaf.path) })),
    sorts: markedLeaves(model, kind, 'sort').map((leaf) => ({
      ...leaf,
      name: joinedName(leaf.path),
      comparison: chooseComparison(leaf.leaf),
      always: leaf.fields.length === 1 && leaf.leaf.required,
    })),
  };
}
