import {
  directiveLeaves,
  type Field,
  camelCasePath,
  type Kind,
  type LeafPath,
  linkPaths,
  type Model,
} from '../../model/model.js';

/** Document paths of fields that are not part of the record. */
export const ENTRY_METADATA_PATHS: Readonly<Record<string, string>> = {
  slug: '_id',
  status: 'status',
  revision: 'revision',
  updatedAt: 'updatedAt',
  publishedAt: 'publishedAt',
};

/** Method of comparing the values of a field. A partial date is a range of days; `exact` includes numbers. */
export type ComparisonType = 'text' | 'localised' | 'partialDate' | 'dateTime' | 'exact' | 'link';

interface PlannedLink {
  name: string;
  path: readonly string[];
  field: Field;
}

export interface PlannedFacet extends LeafPath {
  name: string;
}

export interface PlannedSort extends LeafPath {
  name: string;
  comparison: ComparisonType;
  /** Whether the field is required and at the top level, so that every published entry has a value. */
  isAlwaysSet: boolean;
}

/** Links, facets and sort keys of a kind, computed once from the model. */
export interface KindPlan {
  kind: Kind;
  links: readonly PlannedLink[];
  facets: readonly PlannedFacet[];
  sorts: readonly PlannedSort[];
}

export type KindPlans = ReadonlyMap<string, KindPlan>;

export function buildKindPlans(model: Model): KindPlans {
  return new Map(model.kinds.map((kind) => [kind.name, planKind(model, kind)]));
}

/** Returns the name under which a document stores the slugs of a link, as in `sessions/topics`. */
export function linkName(path: readonly string[]): string {
  return path.join('/');
}

export function chooseComparison(field: Field): ComparisonType {
  if (field.link) return 'link';
  if (field.localised) return 'localised';
  if (field.type === 'PartialDate') return 'partialDate';
  if (field.type === 'DateTime') return 'dateTime';
  return ['String', 'URL', 'Markdown'].includes(field.type) ? 'text' : 'exact';
}

function planKind(model: Model, kind: Kind): KindPlan {
  return {
    kind,
    links: linkPaths(model, kind).map(({ path, field }) => {
      const names = path.map(({ name }) => name);
      return { name: linkName(names), path: names, field };
    }),
    facets: directiveLeaves(model, kind, 'facet').map((leaf) => ({ ...leaf, name: camelCasePath(leaf.path) })),
    sorts: directiveLeaves(model, kind, 'sort').map((leaf) => ({
      ...leaf,
      name: camelCasePath(leaf.path),
      comparison: chooseComparison(leaf.leaf),
      isAlwaysSet: leaf.fields.length === 1 && leaf.leaf.required,
    })),
  };
}
