import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';
import type { Role } from '../model/model.js';
import type { TrustedDocumentCache } from '../graphql/trusted/trusted-document-cache.js';
import type { TrustedDocument } from '../store/trusted-documents.js';

type RequestParams = Record<string, unknown>;

/** Error messages that client libraries recognise; the libraries then send the query text. */
const NOT_FOUND_MESSAGE = 'PersistedQueryNotFound';
const NOT_SUPPORTED_MESSAGE = 'PersistedQueryNotSupported';

/** Writes the text of a trusted document into requests with `documentId` or `extensions.persistedQuery.sha256Hash`. */
export class TrustedDocumentResolver {
  private readonly resolved = new WeakMap<FastifyRequest, TrustedDocument>();

  constructor(private readonly documents: TrustedDocumentCache) {}

  documentOf(request: FastifyRequest): TrustedDocument | undefined {
    return this.resolved.get(request);
  }

  /**
   * Resolves the trusted document of a request, and writes its text into the request as the query.
   * @throws AppError BAD_REQUEST, PERSISTED_QUERY_NOT_FOUND, NOT_TRUSTED, DATABASE_UNREACHABLE
   */
  async resolve(request: FastifyRequest, role: Role): Promise<void> {
    const { documents } = this;
    if (!documents.isRead) await documents.read();
    const isGet = request.method !== 'POST';
    const sent = (isGet ? request.query : request.body) as RequestParams | null | undefined;
    if (typeof sent !== 'object' || sent === null) return;
    const text = typeof sent['query'] === 'string' && sent['query'] !== '' ? sent['query'] : null;
    const isOpen = !documents.isLocked || role !== 'READER';
    if (text !== null && isOpen && sent['extensions'] === undefined) return;

    const givenId = sent['documentId'] ?? '';
    if (typeof givenId !== 'string') throw new AppError('BAD_REQUEST', '"documentId" must be a string.');
    const extensions = readExtensions(sent['extensions']);
    const id = sent['documentId'] ?? digestIn(extensions);
    const document =
      text !== null ? documents.findByText(text) : typeof id === 'string' ? documents.find(id) : undefined;
    if (document) this.resolved.set(request, document);
    else if (text !== null && !isOpen) throw notTrustedError();
    else if (text === null && id !== undefined) {
      // If there are no documents at all, clients should stop sending digests.
      if (documents.count === 0 && !('documentId' in sent)) throw notSupportedError();
      throw documentNotFoundError(id, 'documentId' in sent);
    }
    const variables = document && this.upgradedVariables(document, sent['variables']);
    writeQuery(request, { ...sent, query: document?.text ?? text, ...(variables && { variables }) }, extensions);
  }

  /** Returns variables with former names replaced by current ones; undefined if they are not an object. */
  private upgradedVariables({ text }: TrustedDocument, sent: unknown): RequestParams | undefined {
    const variables = typeof sent === 'string' ? parseObject(sent) : sent;
    if (typeof variables !== 'object' || variables === null) return undefined;
    return this.documents.upgradeVariables(text, variables as RequestParams);
  }
}

/** Writes the query text into a request, and removes `persistedQuery` from its extensions. */
function writeQuery(request: FastifyRequest, sent: RequestParams, extensions: RequestParams | null): void {
  const { persistedQuery: _dealtWith, ...otherExtensions } = extensions ?? {};
  if (sent['query'] === null) return;
  if (request.method === 'POST') {
    request.body = { ...sent, ...(extensions && { extensions: otherExtensions }) };
    return;
  }
  const address = new URL(request.url, 'http://host');
  address.searchParams.set('query', String(sent['query']));
  const variables = typeof sent['variables'] === 'object' ? JSON.stringify(sent['variables']) : undefined;
  if (variables !== undefined) address.searchParams.set('variables', variables);
  if (extensions) address.searchParams.set('extensions', JSON.stringify(otherExtensions));
  request.raw.url = `${address.pathname}${address.search}`;
  Object.assign(request.query as RequestParams, {
    query: sent['query'],
    ...(variables !== undefined && { variables }),
  });
}

function readExtensions(value: unknown): RequestParams | null {
  if (typeof value === 'object') return value as RequestParams | null;
  return typeof value === 'string' ? parseObject(value) : null;
}

/** Parses JSON; null if it is invalid or not an object. */
function parseObject(json: string): RequestParams | null {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' ? (parsed as RequestParams | null) : null;
  } catch {
    return null;
  }
}

function digestIn(extensions: RequestParams | null): unknown {
  const named = extensions?.['persistedQuery'];
  return typeof named === 'object' && named !== null ? (named as RequestParams)['sha256Hash'] : undefined;
}

function documentNotFoundError(id: unknown, isPlain: boolean): AppError {
  const message = `There is no trusted document ${JSON.stringify(id)?.slice(0, 220)}; add it, or send its text as "query".`;
  return new AppError(
    'PERSISTED_QUERY_NOT_FOUND',
    isPlain ? message : NOT_FOUND_MESSAGE,
    isPlain ? {} : { help: message },
  );
}

function notSupportedError(): AppError {
  const help = 'The server has no trusted documents; send the text as "query".';
  return new AppError('PERSISTED_QUERY_NOT_SUPPORTED', NOT_SUPPORTED_MESSAGE, { help });
}

function notTrustedError(): AppError {
  return new AppError('NOT_TRUSTED', 'This is not a trusted document. Send the "documentId" of one, or a token.');
}
