import type { FastifyInstance } from 'fastify';
import type { Services } from '../graphql/request/context.js';
import { textIn } from '../reading/locales.js';
import { folderKey, isSlug, pagePath } from '../model/entry-key.js';
import { linksIn } from '../model/links.js';
import type { Inverse, Kind, Model } from '../model/model.js';
import { PUBLIC } from '../model/view.js';
import type { LinkedEntry } from '../pages/entry-fields.js';
import type { LinkedFrom } from '../pages/entry-page.js';
import { entryPage } from '../pages/entry-page.js';
import type { Entries, PageQuery, StoredEntry } from '../store/entries.js';
import type { ResponseCache } from './cache/response-cache.js';
import type { PublicAddress } from './origin.js';
import { pageAddress, sendPage } from './pages.js';
import { queryString } from './query-string.js';
import { localesOf } from './request-locales.js';

/** The most entries of one inverse that a page names; it counts the others. */
const MOST_LINKED = 50;

/** Serves a page for every entry at `/<kind>/<slug>`. One that was renamed leads to its new address. */
export function addEntryPages(
  app: FastifyInstance,
  services: Services,
  { address, cache }: { address: PublicAddress; cache: ResponseCache | null },
): void {
  const { model } = services;
  cache?.keepAnswersOf(app);
  for (const kind of model.kinds.filter(({ audience }) => audience === null)) {
    cache?.cover(kind.singular, 'PAGE');
    app.get<{ Params: { slug: string } }>(`/${kind.singular}/:slug`, async (request, reply) => {
      const { slug } = request.params;
      const { store } = cache?.traced(request, services.store) ?? services;
      const [entry] = isSlug(slug) ? await store.entries.bySlug(kind.name, [slug], null, PUBLIC) : [null];
      if (entry?.movedTo) return reply.redirect(pagePath(kind, entry.movedTo) + queryString(request), 301);
      if (!entry || entry.status !== 'PUBLISHED') return reply.callNotFound();
      const locales = localesOf(request, model.locales);
      const reader = new LinkReader(model, store.entries, locales);
      const [linked, linkedFrom] = await Promise.all([reader.linked(kind, entry), reader.linkedFrom(kind, slug)]);
      const page = entryPage({
        model,
        kind,
        entry,
        locales,
        linked,
        linkedFrom,
        address: pageAddress(request, address),
      });
      return sendPage(reply, page, locales[0]);
    });
  }
}

class LinkReader {
  constructor(
    private readonly model: Model,
    private readonly entries: Entries,
    private readonly locales: readonly string[],
  ) {}

  /** The entries that a record links to, by `folder/slug`. */
  async linked(kind: Kind, { record }: StoredEntry): Promise<Map<string, LinkedEntry>> {
    const wanted = new Map<Kind, Set<string>>();
    for (const { kind: far, slug } of linksIn(this.model, kind, record)) {
      wanted.set(far, (wanted.get(far) ?? new Set()).add(slug));
    }
    const found = await Promise.all(
      [...wanted].map(async ([far, slugs]) => {
        const entries = await this.entries.bySlug(far.name, [...slugs], ['title'], PUBLIC);
        return entries
          .filter((entry) => entry !== null)
          .map((entry): [string, LinkedEntry] => [folderKey(far, entry.slug), this.named(entry)]);
      }),
    );
    return new Map(found.flat());
  }

  /** The entries that link here, by each inverse. */
  linkedFrom(kind: Kind, slug: string): Promise<LinkedFrom[]> {
    return Promise.all(kind.inverses.map((inverse) => this.byInverse(kind, slug, inverse)));
  }

  private async byInverse(kind: Kind, slug: string, { name }: Inverse): Promise<LinkedFrom> {
    const query: PageQuery = {
      filter: null,
      orderBy: [],
      first: MOST_LINKED,
      after: null,
      last: null,
      before: null,
      locales: this.locales,
      want: { nodes: true, fields: ['title'], totalCount: true, facets: [] },
    };
    const page = (await this.entries.inversePages(kind.name, name, [slug], query, PUBLIC)).get(slug);
    const entries = page?.edges.map(({ entry }) => this.named(entry)) ?? [];
    return { name, entries, totalCount: page?.totalCount ?? 0 };
  }

  private named({ kind, slug, record, originalLocale }: StoredEntry): LinkedEntry {
    const title = textIn(record['title'], this.locales, originalLocale) ?? slug;
    return { singular: this.model.kind(kind).singular, slug, title };
  }
}
