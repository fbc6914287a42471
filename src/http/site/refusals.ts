import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../errors.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { NAME_FRAGMENT } from '../../html/page-writer.js';
import { pagePath } from '../../model/entry-key.js';
import type { Kind } from '../../model/model.js';
import { entryKindName } from '../../model/model.js';
import { REPLACED_BY } from '../../pages/entry/entry-query.js';
import type { PageEntry } from '../../pages/entry/page-entry.js';
import type { MissingInput } from '../../pages/missing-page.js';
import { pathFrom } from '../../html/shell.js';
import { missingPage } from '../../pages/missing-page.js';
import type { Said } from '../../words/said.js';
import { saidHere } from '../../words/said.js';
import { fieldLabel, kindLabel, listLabel } from '../../words/labels.js';
import { isForPerson } from '../accepted.js';
import { sendError, sendNotFound } from '../errors.js';
import { Refused, refusedStatus, sendToProgram } from '../refused.js';
import { sendPage } from '../pages.js';
import type { PageRequest, SiteParts } from './site-parts.js';
import { pageRequest } from './site-parts.js';
import { tidyPath } from './tidy-path.js';

/** There is no such entry, or it was withdrawn. */
export class NoSuchEntry extends AppError {
  /** @param withdrawn what is left of a withdrawn entry */
  constructor(
    readonly kind: Kind,
    readonly slug: string,
    readonly withdrawn: { title: Said; newer: readonly LinkedEntry[] } | null = null,
  ) {
    const name = `${kind.singular} "${slug.slice(0, 100)}"`;
    super('NOT_FOUND', withdrawn ? `The ${name} was withdrawn.` : `There is no ${name}.`);
  }
}

/** A preview link has expired. */
export class PreviewExpired extends AppError {
  constructor() {
    super('NOT_FOUND', 'This preview link has expired. Save the draft again to get a new "previewLink".');
  }
}

/** Makes the error for an entry that is not shown. */
export function notShown(kind: Kind, entry: PageEntry, writer: PageWriter): NoSuchEntry {
  const { slug, title, translation } = entry;
  const { nodes = [] } = (entry[REPLACED_BY] ?? {}) as { nodes?: readonly LinkedEntry[] };
  return new NoSuchEntry(kind, slug, {
    title: { text: title, lang: writer.findLang(translation, 'title') },
    newer: nodes,
  });
}

const GONE = 410;
const MOST_NEAREST = 6;
const LONGEST_WORDS = 100;
const NEAREST = `query Nearest($query: String!, $kinds: [EntryKind!]) {
  search(query: $query, kinds: $kinds, first: ${MOST_NEAREST}) { nodes { ...Name } } } ${NAME_FRAGMENT}`;

/** Sends error pages to persons, and errors as everywhere to programs. */
export function addRefusals(scope: FastifyInstance, parts: SiteParts): void {
  scope.setErrorHandler<FastifyError | AppError | Refused>(async (error, request, reply) => {
    const status = refusedStatus(error);
    if (status === null || !isForPerson(request)) {
      if (error instanceof PreviewExpired || (error instanceof NoSuchEntry && error.withdrawn)) {
        return sendError(reply, error, GONE);
      }
      return sendToProgram(error, reply);
    }
    const asked = pageRequest(request, parts, true);
    if (error instanceof NoSuchEntry) return sendNoEntry(reply, error, asked);
    if (error instanceof PreviewExpired) {
      const { previewExpired, previewExpiredLead } = asked.writer.labels;
      return sendMissing(reply, {
        status: GONE,
        title: saidHere(previewExpired),
        lead: saidHere(previewExpiredLead),
        others: { title: '', entries: [] },
        wanted: null,
        past: null,
        writer: asked.writer,
      });
    }
    const { notFound, refused } = asked.writer.words.site;
    return sendMissing(reply, {
      status,
      title: saidHere(status === 404 ? notFound : refused),
      lead: { text: error.message, lang: asked.writer.englishLang },
      others: { title: '', entries: [] },
      wanted: '',
      past: null,
      writer: asked.writer,
    });
  });
}

/** Sends 404, or redirects where the address is only spelt otherwise. */
export function sendNoPage(request: FastifyRequest, reply: FastifyReply, parts: SiteParts): FastifyReply {
  const { writer } = pageRequest(request, parts, true);
  const { locales, kinds } = parts.services.model;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const open = kinds.filter(({ audience }) => audience === null);
  const tidy = isRead ? tidyPath(writer.address.path, open, locales) : null;
  if (tidy) {
    const locale = tidy.locale ?? writer.locale;
    return reply.redirect(pathFrom({ locale }, tidy.path, writer.address.search), 301);
  }
  if (!isForPerson(request)) return sendNotFound(reply);
  return sendMissing(reply, noPage(writer, spellOut(writer.address.path.split('/').at(-1)!), []));
}

async function sendNoEntry(
  reply: FastifyReply,
  { kind, slug, withdrawn }: NoSuchEntry,
  { writer, ask }: PageRequest,
): Promise<FastifyReply> {
  if (withdrawn) {
    const { withdrawn: text, withdrawnLead, replacedBy } = writer.labels;
    const { newer, title } = withdrawn;
    const others = newer.length > 0 ? newer : await nearest(kind, spellOut(title.text), ask);
    return sendMissing(reply, {
      status: GONE,
      title,
      lead: saidHere(`${text}. ${withdrawnLead}`),
      others: {
        title: newer.length > 0 ? replacedBy : fieldLabel(writer.words, kind.name, 'related').text,
        entries: others,
      },
      wanted: null,
      past: `${pagePath(kind, slug)}/history`,
      writer,
      was: kindLabel(writer.words, kind),
      within: listOf(kind, writer),
    });
  }
  const wanted = spellOut(slug);
  const missing = noPage(writer, wanted, await nearest(kind, wanted, ask));
  return sendMissing(reply, { ...missing, within: listOf(kind, writer) });
}

function listOf({ plural }: Kind, writer: PageWriter): NonNullable<MissingInput['within']> {
  return { ...listLabel(writer.words, plural), path: `/${plural}` };
}

function spellOut(slug: string): string {
  return slug
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORDS);
}

function noPage(writer: PageWriter, wanted: string, entries: readonly LinkedEntry[]): MissingInput {
  const { notFound, notFoundLead, didYouMean } = writer.words.site;
  return {
    status: 404,
    title: saidHere(notFound),
    lead: saidHere(notFoundLead),
    others: { title: didYouMean, entries },
    wanted,
    past: null,
    writer,
  };
}

/** The entries most similar to some words; none without a search index. */
async function nearest(kind: Kind, query: string, ask: PageRequest['ask']): Promise<readonly LinkedEntry[]> {
  if (query === '') return [];
  try {
    const { search } = await ask<{ search: { nodes: readonly LinkedEntry[] } }>(NEAREST, {
      query,
      kinds: [entryKindName(kind)],
    });
    return search.nodes;
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

function sendMissing(reply: FastifyReply, input: MissingInput): FastifyReply {
  void reply.code(input.status).header('cache-control', 'no-store');
  return sendPage(reply, missingPage(input), input.writer.locale);
}
