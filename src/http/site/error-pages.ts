import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../errors.js';
import { type LinkedEntry, NAME_FRAGMENT, type PageWriter } from '../../html/page-writer.js';
import { folderKey, pagePath } from '../../model/entry-key.js';
import { entryKindName, type Kind } from '../../model/model.js';
import { REPLACED_BY_FIELD } from '../../pages/entry/entry-query.js';
import type { PageEntry } from '../../pages/entry/entry-page-data.js';
import { localisedPagePath } from '../../html/page-shell.js';
import { errorPage, type ErrorPageInput } from '../../pages/error-page.js';
import { inPageLanguage, type LocalisedText } from '../../i18n/localised-text.js';
import { fieldLabel, kindLabel, listLabel } from '../../i18n/kind-labels.js';
import { prefersHtml } from '../accept-headers.js';
import { sendError, sendNotFound } from '../error-responses.js';
import { encodeGlobalId } from '../../graphql/request/global-id.js';
import { QueryRejectedError, errorPageStatus, sendQueryErrorsAsJson } from '../query-errors.js';
import { sendPage } from '../send-page.js';
import { parsePageRequest, type SiteDeps, type SitePageRequest } from './page-request.js';
import { canonicalPath } from './canonical-path.js';

/** Error for an entry that does not exist or was withdrawn. */
export class EntryNotFoundError extends AppError {
  /** @param withdrawn remaining data of a withdrawn entry; null if the entry does not exist */
  constructor(
    readonly kind: Kind,
    readonly slug: string,
    readonly withdrawn: { title: LocalisedText; newer: readonly LinkedEntry[] } | null = null,
  ) {
    const name = `${kind.singular} "${slug.slice(0, 100)}"`;
    super('NOT_FOUND', withdrawn ? `The ${name} was withdrawn.` : `There is no ${name}.`);
  }
}

/** Error for an expired preview link. */
export class PreviewExpiredError extends AppError {
  constructor() {
    super('NOT_FOUND', 'This preview link has expired. Save the draft again to get a new "previewLink".');
  }
}

/** Creates the error for an entry that is not public. */
export function hiddenEntryError(kind: Kind, entry: PageEntry, writer: PageWriter): EntryNotFoundError {
  const { slug, title, translation } = entry;
  const { nodes = [] } = (entry[REPLACED_BY_FIELD] ?? {}) as { nodes?: readonly LinkedEntry[] };
  return new EntryNotFoundError(kind, slug, {
    title: { text: title, lang: writer.findLang(translation, 'title') },
    newer: nodes,
  });
}

const STATUS_GONE = 410;
const MAX_SUGGESTIONS = 6;
const MAX_QUERY_LENGTH = 100;
const NEAREST_QUERY = `query Nearest($query: String!, $kinds: [EntryKind!]) {
  search(query: $query, kinds: $kinds, first: ${MAX_SUGGESTIONS}) { nodes { ...Name } } } ${NAME_FRAGMENT}`;

const SUCCESSOR = 'query Successor($id: ID!) { node(id: $id) { ... on Entry { path status } } }';

/** Adds the error handler of the site: error pages for browsers, JSON for other clients. */
export function addErrorPages(scope: FastifyInstance, deps: SiteDeps): void {
  scope.setErrorHandler<FastifyError | AppError | QueryRejectedError>(async (error, request, reply) => {
    const status = errorPageStatus(error);
    const successor =
      error instanceof EntryNotFoundError && error.withdrawn ? await findSuccessor(error, request, deps) : null;
    if (successor !== null) return reply.redirect(successor, 301);
    if (status === null || !prefersHtml(request)) {
      if (error instanceof PreviewExpiredError || (error instanceof EntryNotFoundError && error.withdrawn)) {
        return sendError(reply, error, STATUS_GONE);
      }
      return sendQueryErrorsAsJson(error, reply);
    }
    const page = parsePageRequest(request, deps, true);
    if (error instanceof EntryNotFoundError) return sendEntryNotFound(reply, error, page);
    if (error instanceof PreviewExpiredError) {
      const { previewExpired, previewExpiredLead } = page.writer.labels;
      return sendErrorPage(reply, {
        status: STATUS_GONE,
        title: inPageLanguage(previewExpired),
        lead: inPageLanguage(previewExpiredLead),
        writer: page.writer,
      });
    }
    const { notFound, refused } = page.writer.messages.site;
    return sendErrorPage(reply, {
      status,
      title: inPageLanguage(status === 404 ? notFound : refused),
      lead: { text: error.message, lang: page.writer.englishLang },
      searchText: '',
      writer: page.writer,
    });
  });
}

/** Returns the URL of the entry of another kind that replaced a withdrawn one, in the requested format, or null. */
async function findSuccessor(
  { kind, slug }: EntryNotFoundError,
  request: FastifyRequest,
  deps: SiteDeps,
): Promise<string | null> {
  const { writer, execute } = parsePageRequest(request, deps);
  const { path, search } = writer.address;
  const id = encodeGlobalId(folderKey(kind, slug));
  const { node } = await execute<{ node: { path: string; status: string } | null }>(SUCCESSOR, { id });
  if (node?.status !== 'PUBLISHED') return null;
  const format = /\.[a-z]+$/.exec(path)?.[0] ?? '';
  return format === '' ? writer.path(node.path, search) : `${writer.path(node.path)}${format}`;
}

/** Sends a 404 page. Redirects if the URL differs from an existing one only in spelling. */
export function sendPageNotFound(request: FastifyRequest, reply: FastifyReply, deps: SiteDeps): FastifyReply {
  const { writer } = parsePageRequest(request, deps, true);
  const { locales, kinds } = deps.services.model;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const publicKinds = kinds.filter(({ audience }) => audience === null);
  const canonical = isRead ? canonicalPath(writer.address.path, publicKinds, locales) : null;
  if (canonical) {
    const locale = canonical.locale ?? writer.locale;
    return reply.redirect(localisedPagePath({ locale }, canonical.path, writer.address.search), 301);
  }
  if (!prefersHtml(request)) return sendNotFound(reply);
  return sendErrorPage(reply, notFoundPageInput(writer, slugToWords(writer.address.path.split('/').at(-1)!), []));
}

async function sendEntryNotFound(
  reply: FastifyReply,
  { kind, slug, withdrawn }: EntryNotFoundError,
  { writer, execute }: SitePageRequest,
): Promise<FastifyReply> {
  if (withdrawn) {
    const { withdrawn: text, withdrawnLead, replacedBy } = writer.labels;
    const { newer, title } = withdrawn;
    const suggestedEntries = newer.length > 0 ? newer : await nearestEntries(kind, slugToWords(title.text), execute);
    return sendErrorPage(reply, {
      status: STATUS_GONE,
      title,
      lead: inPageLanguage(`${text}. ${withdrawnLead}`),
      related: {
        title: newer.length > 0 ? replacedBy : fieldLabel(writer.messages, kind.name, 'related').text,
        entries: suggestedEntries,
      },
      historyPath: `${pagePath(kind, slug)}/history`,
      writer,
      eyebrow: kindLabel(writer.messages, kind),
      parentList: parentListLink(kind, writer),
    });
  }
  const searchWords = slugToWords(slug);
  const missing = notFoundPageInput(writer, searchWords, await nearestEntries(kind, searchWords, execute));
  return sendErrorPage(reply, { ...missing, parentList: parentListLink(kind, writer) });
}

function parentListLink({ plural }: Kind, writer: PageWriter): NonNullable<ErrorPageInput['parentList']> {
  return { ...listLabel(writer.messages, plural), path: `/${plural}` };
}

function slugToWords(slug: string): string {
  return slug
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, MAX_QUERY_LENGTH);
}

function notFoundPageInput(writer: PageWriter, requestedText: string, entries: readonly LinkedEntry[]): ErrorPageInput {
  const { notFound, notFoundLead, didYouMean } = writer.messages.site;
  return {
    status: 404,
    title: inPageLanguage(notFound),
    lead: inPageLanguage(notFoundLead),
    related: { title: didYouMean, entries },
    searchText: requestedText,
    writer,
  };
}

/** Returns the entries most similar to a text; empty without a search index. */
async function nearestEntries(
  kind: Kind,
  query: string,
  execute: SitePageRequest['execute'],
): Promise<readonly LinkedEntry[]> {
  if (query === '') return [];
  try {
    const { search } = await execute<{ search: { nodes: readonly LinkedEntry[] } }>(NEAREST_QUERY, {
      query,
      kinds: [entryKindName(kind)],
    });
    return search.nodes;
  } catch (error) {
    if (error instanceof QueryRejectedError) return [];
    throw error;
  }
}

function sendErrorPage(reply: FastifyReply, input: ErrorPageInput): FastifyReply {
  void reply.code(input.status).header('cache-control', 'no-store');
  return sendPage(reply, errorPage(input), input.writer.locale);
}
