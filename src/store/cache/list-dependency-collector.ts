import { linkValue } from '../../model/links.js';
import {
  type Field,
  findField,
  type Inverse,
  camelCasePath,
  type Kind,
  type Model,
  type Shape,
} from '../../model/model.js';
import type { KindPlan, KindPlans } from '../documents/kind-plan.js';
import type { FilterInput, Page, PageQuery } from '../entries.js';
import { splitFilter } from '../filters/filter-parts.js';
import { isQuantifier } from '../filters/quantified-filters.js';
import type { Dependencies } from './dependencies.js';
import { ANY_TARGET, draftsTag, entryTag, originTag } from './dependency-tags.js';

type FieldNames = Set<string>;

/** Context of a filter: its position, and the collected dependencies. */
interface FilterContext {
  fields: FieldNames;
  dependencies: Dependencies;
  /** Top-level field that contains the filtered embedded object; null while filtering the entry itself. */
  topField: string | null;
  /** Inverse link that `via` refers to; null if there is none. */
  inverse: Inverse | null;
}

/** Collects the dependencies of lists: the fields that they filter, sort and count by, also across links. */
export class ListDependencyCollector {
  constructor(
    private readonly model: Model,
    private readonly plans: KindPlans,
  ) {}

  addPage(kind: string, query: PageQuery, dependencies: Dependencies): void {
    const { kind: ownKind } = this.plans.get(kind)!;
    dependencies.add(ownKind.folder, this.collectFields(ownKind, query, dependencies));
  }

  addInversePages(
    kind: string,
    inverseName: string,
    parentSlugs: readonly string[],
    query: PageQuery,
    dependencies: Dependencies,
  ): void {
    const targetKind = this.model.kind(kind);
    const inverseLink = targetKind.inverses.find(({ name }) => name === inverseName);
    for (const origin of inverseLink?.origins ?? []) {
      const originKind = this.model.kind(origin.kind);
      // Lists of several kinds are sorted by title, and filtered by kind alone.
      const fields = inverseLink!.mixed ? ['title'] : this.collectFields(originKind, query, dependencies, inverseLink);
      dependencies.add(originTag(originKind.folder, origin, ANY_TARGET), fields);
      for (const slug of parentSlugs) {
        dependencies.add(originTag(originKind.folder, origin, linkValue(origin.field, targetKind, slug)), fields);
      }
    }
  }

  /** Adds the entries of a page. @param fields names of the fields read; null for all */
  addEdges({ edges }: Page, fields: readonly string[] | null, dependencies: Dependencies): void {
    for (const { entry } of edges) this.addEntry(entry.kind, entry.slug, fields, dependencies);
  }

  addEntry(kind: string, slug: string, fields: readonly string[] | null, dependencies: Dependencies): void {
    dependencies.add(entryTag(this.model.kind(kind).folder, slug), fields);
  }

  addFilterOfKinds(
    kinds: readonly string[],
    filter: FilterInput,
    dependencies: Dependencies,
    inverse: Inverse | null = null,
  ): void {
    for (const name of kinds) {
      const kind = this.model.kind(name);
      const fields: FieldNames = new Set();
      this.addFilter(kind, filter, { fields, dependencies, topField: null, inverse });
      dependencies.add(kind.folder, [...fields]);
    }
  }

  private collectFields(
    kind: Kind,
    { filter, orderBy, selection }: PageQuery,
    dependencies: Dependencies,
    inverse: Inverse | null = null,
  ): string[] {
    const fields: FieldNames = new Set();
    if (filter) this.addFilter(kind, filter, { fields, dependencies, topField: null, inverse });
    for (const { path } of orderBy) this.addPath(kind, path, fields, dependencies);
    if (selection.nodes && orderBy.length === 0) fields.add('title');
    for (const { path } of selection.facets) this.addFacet(this.plans.get(kind.name)!, path, fields, dependencies);
    return [...fields];
  }

  private addPath(
    kind: Kind,
    [name, ...restOfPath]: readonly string[],
    fields: FieldNames,
    dependencies: Dependencies,
  ): void {
    fields.add(name!);
    const field = findField(kind, name!);
    if (restOfPath.length === 0 || !field?.link) return;
    for (const member of field.link.members) dependencies.add(this.model.kind(member).folder, [restOfPath[0]!]);
  }

  /** Adds a facet. Its counts exclude links to entries that are not public, so it also depends on drafts. */
  private addFacet(plan: KindPlan, path: readonly string[], fields: FieldNames, dependencies: Dependencies): void {
    fields.add(path[0]!);
    const facet = plan.facets.find(({ name }) => name === camelCasePath(path));
    for (const member of facet?.leaf.link?.members ?? []) {
      const { folder } = this.model.kind(member);
      dependencies.add(folder, []);
      dependencies.add(draftsTag(folder), null);
    }
  }

  private addFilter(shape: Shape, filter: FilterInput, context: FilterContext): void {
    for (const part of splitFilter(filter)) {
      if (part.operator === 'not') this.addFilter(shape, part.part, context);
      else if (part.operator === 'named') this.addCondition(shape, part.name, part.condition, context);
      else if (part.operator !== 'exists')
        for (const nestedPart of part.parts) this.addFilter(shape, nestedPart, context);
    }
  }

  private addCondition(shape: Shape, name: string, condition: FilterInput, context: FilterContext): void {
    const { fields, dependencies, topField, inverse } = context;
    if (name === 'via' && inverse?.via) {
      const [path] = inverse.origins[0]!.path;
      fields.add(path!);
      return this.addFilter(this.model.shape(inverse.via), condition, {
        fields,
        dependencies,
        topField: path!,
        inverse: null,
      });
    }
    const field = findField(shape, name);
    if (!field) return this.addInverse(shape, name, condition, dependencies);
    fields.add(topField ?? name);
    if (field.link) {
      // A link to a withdrawn entry counts as no link.
      for (const member of field.link.members) dependencies.add(this.model.kind(member).folder, []);
      for (const part of conditionParts(field, condition))
        this.addFilterOfKinds(field.link.members, part, dependencies);
    } else if (field.category === 'object') {
      const objectShape = this.model.shape(field.type);
      for (const part of conditionParts(field, condition)) {
        this.addFilter(objectShape, part, { fields, dependencies, topField: topField ?? name, inverse: null });
      }
    }
  }

  private addInverse(shape: Shape, name: string, condition: FilterInput, dependencies: Dependencies): void {
    const kind = this.model.kinds.find((candidate) => candidate.name === shape.name);
    const inverse = kind?.inverses.find((candidate) => candidate.name === name);
    for (const { kind: sourceKind, path } of inverse?.origins ?? []) {
      dependencies.add(this.model.kind(sourceKind).folder, [path[0]!]);
      const viaParts = condition['via'] ? [{ via: condition['via'] }] : [];
      for (const part of [...quantifiedParts(condition), ...viaParts])
        this.addFilterOfKinds([sourceKind], part, dependencies, inverse);
    }
  }
}

function conditionParts(field: Field, condition: FilterInput): FilterInput[] {
  return field.list ? quantifiedParts(condition) : [condition];
}

function quantifiedParts(condition: FilterInput): FilterInput[] {
  const quantifiedEntries = Object.entries(condition).filter(([name, part]) => isQuantifier(name) && part != null);
  return quantifiedEntries.map(([, part]) => part as FilterInput);
}
