import type { FastifyInstance } from 'fastify';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { isSlug, pagePath } from '../../model/entry-key.js';
import type { Kind } from '../../model/model.js';
import { codeField } from '../../model/model.js';
import { entryPage } from '../../pages/entry/entry-page.js';
import { codeQuery, REPLACED_BY, remainsQuery } from '../../pages/entry/entry-query.js';
import type { PageAnswer, PageEntry } from '../../pages/entry/page-entry.js';
import { pickEntry, EntryScope } from '../../pages/entry/page-entry.js';
import { Refused } from '../refused.js';
import { sendPage } from '../pages.js';
import { askEntries } from './ask-entry.js';
import { NoSuchEntry } from './refusals.js';
import type { OfEntry, PageRequest, SiteParts } from './site-parts.js';
import { pageRequest } from './site-parts.js';

/** Serves the page of every entry of a kind at `/<kind>/<slug>`. One that was renamed leads to its new address. */
export function addEntryPages(scope: FastifyInstance, kind: Kind, parts: SiteParts): void {
  const { model } = parts.services;
  const askEntry = askEntries(model, kind);
  parts.cache?.cover(kind.singular, 'PAGE');
  scope.get<OfEntry>(`/${kind.singular}/:slug`, async (request, reply) => {
    // Codes are written in either case; an address has one.
    const slug = request.params.slug.toLowerCase();
    const { writer, ask } = pageRequest(request, parts);
    if (!isSlug(slug)) throw new NoSuchEntry(kind, slug);
    const entry = await askEntry(slug, ask).catch(async (error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      // One that was withdrawn lacks what every other has.
      const left = await ask<PageAnswer>(remainsQuery(kind), { slug });
      if (left.entry?.status !== 'RETIRED') throw error;
      return pickEntry(left);
    });
    if (!entry) {
      const known = await slugOfCode(kind, slug, ask);
      if (known === null) throw new NoSuchEntry(kind, slug);
      return reply.redirect(writer.path(pagePath(kind, known), writer.address.search), 301);
    }
    if (entry.slug !== request.params.slug) {
      return reply.redirect(writer.path(pagePath(kind, entry.slug), writer.address.search), 301);
    }
    if (entry.status !== 'PUBLISHED') throw new NoSuchEntry(kind, slug, describeLeft(entry, writer));
    return sendPage(reply, entryPage(new EntryScope(model, kind, entry, writer)), writer.locale);
  });
}

/** The slug of the entry of a code that its slug is not, such as the other one of Greece; null where there is none. */
async function slugOfCode(kind: Kind, code: string, ask: PageRequest['ask']): Promise<string | null> {
  if (!codeField(kind)) return null;
  try {
    const { entry } = await ask<{ entry: { slug: string } | null }>(codeQuery(kind), { code: code.toUpperCase() });
    return entry?.slug ?? null;
  } catch (error) {
    // Most of what is no slug is no code either.
    if (error instanceof Refused && error.status < 500) return null;
    throw error;
  }
}

/** What is left of an entry that was withdrawn. */
function describeLeft({ title, translation, ...entry }: PageEntry, writer: PageWriter): NoSuchEntry['withdrawn'] {
  const { nodes = [] } = (entry[REPLACED_BY] ?? {}) as { nodes?: readonly LinkedEntry[] };
  return { title: { text: title, lang: writer.findLang(translation, 'title') }, newer: nodes };
}
