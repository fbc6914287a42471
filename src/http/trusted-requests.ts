import type { FastifyRequest } from 'fastify';
import { upgradeVariables } from '../contract/upgrade-variables.js';
import { AppError } from '../errors.js';
import type { Role } from '../model/model.js';
import type { KnownDocuments } from '../graphql/trusted/known-documents.js';
import type { TrustedDocument } from '../store/trusted.js';

type Sent = Record<string, unknown>;

/** Messages that client libraries recognise; they then send the query text. */
const MISSED = 'PersistedQueryNotFound';
const UNSUPPORTED = 'PersistedQueryNotSupported';

/**
 * Adds the text of a trusted document to requests that name it by `documentId` or
 * `extensions.persistedQuery.sha256Hash`.
 */
export class TrustedRequests {
  private readonly found = new WeakMap<FastifyRequest, TrustedDocument>();

  constructor(private readonly documents: KnownDocuments) {}

  /** Returns the trusted document of a request, if any. */
  of(request: FastifyRequest): TrustedDocument | undefined {
    return this.found.get(request);
  }

  /**
   * Resolves the trusted document of a request, and adds its text. @throws AppError BAD_REQUEST,
   * PERSISTED_QUERY_NOT_FOUND, NOT_TRUSTED, DATABASE_UNREACHABLE
   */
  async take(request: FastifyRequest, role: Role): Promise<void> {
    const { documents } = this;
    if (!documents.isRead) await documents.read();
    const isGet = request.method !== 'POST';
    const sent = (isGet ? request.query : request.body) as Sent | null | undefined;
    if (typeof sent !== 'object' || sent === null) return;
    const text = typeof sent['query'] === 'string' && sent['query'] !== '' ? sent['query'] : null;
    const isOpen = !documents.isLocked || role !== 'READER';
    if (text !== null && isOpen && sent['extensions'] === undefined) return;

    const given = sent['documentId'] ?? '';
    if (typeof given !== 'string') throw new AppError('BAD_REQUEST', '"documentId" must be a string.');
    const extensions = readExtensions(sent['extensions']);
    const id = sent['documentId'] ?? digestIn(extensions);
    const document = text !== null ? documents.ofText(text) : typeof id === 'string' ? documents.find(id) : undefined;
    if (document) this.found.set(request, document);
    else if (text !== null && !isOpen) throw notTrusted();
    else if (text === null && id !== undefined) {
      // If there are no documents at all, clients should stop sending digests.
      if (documents.count === 0 && !('documentId' in sent)) throw unsupported();
      throw missing(id, 'documentId' in sent);
    }
    const variables = document && this.upgradedVariables(document, sent['variables']);
    put(request, { ...sent, query: document?.text ?? text, ...(variables && { variables }) }, extensions);
  }

  /** The variables under current names, for clients that were built for former ones; undefined if they are not an object. */
  private upgradedVariables({ text }: TrustedDocument, sent: unknown): Sent | undefined {
    const variables = typeof sent === 'string' ? parseObject(sent) : sent;
    if (typeof variables !== 'object' || variables === null) return undefined;
    return upgradeVariables(this.documents.model, text, variables as Sent);
  }
}

/** Writes the query text into a request, and removes the resolved digest. */
function put(request: FastifyRequest, sent: Sent, extensions: Sent | null): void {
  const { persistedQuery: _dealtWith, ...others } = extensions ?? {};
  if (sent['query'] === null) return;
  if (request.method === 'POST') {
    request.body = { ...sent, ...(extensions && { extensions: others }) };
    return;
  }
  const address = new URL(request.url, 'http://host');
  address.searchParams.set('query', String(sent['query']));
  const variables = typeof sent['variables'] === 'object' ? JSON.stringify(sent['variables']) : undefined;
  if (variables !== undefined) address.searchParams.set('variables', variables);
  if (extensions) address.searchParams.set('extensions', JSON.stringify(others));
  request.raw.url = `${address.pathname}${address.search}`;
  Object.assign(request.query as Sent, { query: sent['query'], ...(variables !== undefined && { variables }) });
}

function readExtensions(given: unknown): Sent | null {
  if (typeof given === 'object') return given as Sent | null;
  return typeof given === 'string' ? parseObject(given) : null;
}

/** Parses JSON; null if it is invalid or not an object. */
function parseObject(json: string): Sent | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' ? (parsed as Sent | null) : null;
  } catch {
    return null;
  }
}

function digestIn(extensions: Sent | null): unknown {
  const named = extensions?.['persistedQuery'];
  return typeof named === 'object' && named !== null ? (named as Sent)['sha256Hash'] : undefined;
}

function missing(id: unknown, isPlain: boolean): AppError {
  const message = `There is no trusted document ${JSON.stringify(id)?.slice(0, 220)}; add it, or send its text as "query".`;
  return new AppError('PERSISTED_QUERY_NOT_FOUND', isPlain ? message : MISSED, isPlain ? {} : { help: message });
}

function unsupported(): AppError {
  const help = 'The server has no trusted documents; send the text as "query".';
  return new AppError('PERSISTED_QUERY_NOT_SUPPORTED', UNSUPPORTED, { help });
}

function notTrusted(): AppError {
  return new AppError('NOT_TRUSTED', 'This is not a trusted document. Send the "documentId" of one, or a token.');
}
