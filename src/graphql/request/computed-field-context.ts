import { type GraphQLResolveInfo, type GraphQLSchema, responsePathAsArray } from 'graphql';
import { memoiseByObject } from '../../memoise.js';
import { parseFolderKey } from '../../model/entry-key.js';
import type { ComputedContext, FigureReader } from '../../reading/computed-context.js';
import { textIn, preferLocale } from '../../reading/locale-fallback.js';
import { EntryReference } from '../../reading/entry-reference.js';
import type { FigureScope } from '../../tables/figure-scope.js';
import type { AreaIndex } from '../../series/area-index.js';
import type { StoredEntry } from '../../store/entries.js';
import type { EntrySelection } from '../selection/entry-selection.js';
import type { Context } from './context.js';

type Path = GraphQLResolveInfo['path'];

const MAX_ENTRIES = 500;

/** Returns the selection of a field list. Memoised, because each kind passes the same array every time. */
const toSelection = memoiseByObject((fields: readonly string[]): EntrySelection => {
  const sortedFields = [...fields].sort();
  return { fields: sortedFields, digest: sortedFields.join(' ') };
});

/** The context of a computed field. A class, not an object literal, because one is created per field. */
export class ComputedFieldContext implements ComputedContext {
  readonly origin: string;
  readonly locales: readonly string[];
  readonly figures: FigureReader;

  constructor(
    private readonly context: Context,
    readonly contract: GraphQLSchema,
    private readonly path?: Path,
    readonly unknownAreas: readonly string[] = [],
  ) {
    this.origin = context.origin;
    this.locales = context.viewer.locales;
    this.figures = context.loaders.figures;
  }

  get areas(): AreaIndex {
    return this.context.areas.current;
  }

  reference(kind: string, slug: string): EntryReference {
    return new EntryReference(kind, slug);
  }

  entry(kind: string, slug: string, fields: readonly string[] | null): Promise<StoredEntry | null> {
    return this.context.loaders.entry(kind, slug, fields ? toSelection(fields) : { fields, digest: '*' });
  }

  async entries(kind: string, fields: readonly string[]): Promise<readonly StoredEntry[]> {
    const { locales } = this;
    const pageSelection = { nodes: true, fields, totalCount: false, facets: [], cursors: false };
    const orderBy = [{ path: ['title'], direction: 'ASC' as const }];
    const pageQuery = {
      filter: null,
      orderBy,
      first: MAX_ENTRIES,
      after: null,
      last: null,
      before: null,
      locales,
      selection: pageSelection,
    };
    return (await this.context.loaders.page(kind, pageQuery)).edges.map(({ entry }) => entry);
  }

  addScope(scope: Omit<FigureScope, 'path'>): void {
    this.context.scopes.push({ ...scope, path: responsePathAsArray(this.path) });
  }

  areaCodeAt(link: string): string | null {
    const key = parseFolderKey(this.context.model, link);
    return this.areas.areas.find(({ kind, slug }) => kind === key?.kind.name && slug === key.slug)?.code ?? null;
  }

  text(texts: unknown, { originalLocale }: Pick<StoredEntry, 'originalLocale'>, locale?: string | null) {
    return textIn(texts, preferLocale(locale, this.locales), originalLocale);
  }
}
