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
    const params = (isGet ? request.query : request.body) as RequestParams | null | undefined;
    if (typeof params !== 'object' || params === null) return;
    const text = typeof params['query'] === 'string' && params['query'] !== '' ? params['query'] : null;
    const acceptsText = !documents.isLocked || role !== 'READER';
    if (text !== null && acceptsText && params['extensions'] === undefined) return;

    const givenId = params['documentId'] ?? '';
    if (typeof givenId !== 'string') throw new AppError('BAD_REQUEST', '"documentId" must be a string.');
    const extensions = readExtensions(params['extensions']);
    const id = params['documentId'] ?? persistedDigest(extensions);
    const document =
      text !== null ? documents.findByText(text) : typeof id === 'string' ? documents.find(id) : undefined;
    if (document) this.resolved.set(request, document);
    else if (text !== null && !acceptsText) throw notTrustedError();
    else if (text === null && id !== undefined) {
      // If there are no documents at all, clients should stop sending digests.
      if (documents.count === 0 && !('documentId' in params)) throw notSupportedError();
      throw documentNotFoundError(id, 'documentId' in params);
    }
    const variables = document && this.upgradedVariables(document, params['variables']);
    writeQuery(request, { ...params, query: document?.text ?? text, ...(variables && { variables }) }, extensions);
  }

  /** Returns variables with former names replaced by current ones; undefined if they are not an object. */
  private upgradedVariables({ text }: TrustedDocument, sent: unknown): RequestParams | undefined {
    const variables = typeof sent === 'string' ? parseObject(sent) : sent;
    if (typeof variables !== 'object' || variables === null) return undefined;
    return this.documents.upgradeVariables(text, variables as RequestParams);
  }
}

/** Writes the query text into a request, and removes `persistedQuery` from its extensions. */
function writeQuery(request: FastifyRequest, params: RequestParams, extensions: RequestParams | null): void {
  const { persistedQuery: _resolved, ...otherExtensions } = extensions ?? {};
  if (params['query'] === null) return;
  if (request.method === 'POST') {
    request.body = { ...params, ...(extensions && { extensions: otherExtensions }) };
    return;
  }
  const url = new URL(request.url, 'http://host');
  url.searchParams.set('query', String(params['query']));
  const variables = typeof params['variables'] === 'object' ? JSON.stringify(params['variables']) : undefined;
  if (variables !== undefined) url.searchParams.set('variables', variables);
  if (extensions) url.searchParams.set('extensions', JSON.stringify(otherExtensions));
  request.raw.url = `${url.pathname}${url.search}`;
  Object.assign(request.query as RequestParams, {
    query: params['query'],
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

function persistedDigest(extensions: RequestParams | null): unknown {
  const persistedQuery = extensions?.['persistedQuery'];
  return typeof persistedQuery === 'object' && persistedQuery !== null
    ? (persistedQuery as RequestParams)['sha256Hash']
    : undefined;
}

function documentNotFoundError(id: unknown, hasDocumentId: boolean): AppError {
  const message = `There is no trusted document ${JSON.stringify(id)?.slice(0, 220)}; add it, or send its text as "query".`;
  return new AppError(
    'PERSISTED_QUERY_NOT_FOUND',
    hasDocumentId ? message : NOT_FOUND_MESSAGE,
    hasDocumentId ? {} : { help: message },
  );
}

function notSupportedError(): AppError {
  const help = 'The server has no trusted documents; send the text as "query".';
  return new AppError('PERSISTED_QUERY_NOT_SUPPORTED', NOT_SUPPORTED_MESSAGE, { help });
}

function notTrustedError(): AppError {
  return new AppError('NOT_TRUSTED', 'This is not a trusted document. Send the "documentId" of one, or a token.');
}
