import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from '../errors.js';
import { type Context, type ContextOptions, createContext, type SharedServices } from '../graphql/request/context.js';
import type { Viewer } from '../graphql/request/viewer.js';
import { hasRole, accessDeniedError } from '../model/roles.js';
import type { Dependencies } from '../store/cache/dependencies.js';
import type { Admission } from './admission.js';
import type { ResponseCache } from './cache/response-cache.js';
import { type PublicAddress, resolveOrigin } from './public-origin.js';
import { negotiateLocales } from './request-locales.js';
import { authenticate, type TokenLookup } from './authentication.js';
import { TrustedDocumentResolver } from './trusted-document-resolver.js';

/** Dependencies of `ApiContextFactory`. */
export interface ApiDeps {
  services: SharedServices;
  tokens: TokenLookup;
  admission: Admission;
  address: PublicAddress;
  cache: ResponseCache | null;
  deadlineMs: number;
  log: Logger;
}

type ContextOverrides = Pick<ContextOptions, 'dependencies' | 'editions'> & { locales?: readonly string[] };

/** Authenticates API requests, and creates their GraphQL contexts. */
export class ApiContextFactory {
  private readonly viewerByRequest = new WeakMap<FastifyRequest, Viewer>();
  readonly trusted: TrustedDocumentResolver;

  constructor(private readonly deps: ApiDeps) {
    this.trusted = new TrustedDocumentResolver(deps.services.trusted);
  }

  /** Authenticates a request. @throws AppError UNAUTHENTICATED */
  async authenticateRequest(request: FastifyRequest): Promise<void> {
    this.viewerByRequest.set(request, await authenticateViewer(request, this.deps));
  }

  viewerOf(request: FastifyRequest): Viewer {
    return this.viewerByRequest.get(request)!;
  }

  /** Checks the URL parameters. @throws AppError BAD_REQUEST, or FORBIDDEN for a preview without an editor's token */
  checkUrlParameters(request: FastifyRequest): void {
    parseBooleanParameter(request, 'cost');
    const { role } = this.viewerOf(request);
    if (isPreviewRequest(request) && !hasRole(role, 'EDITOR'))
      throw accessDeniedError(role, 'A preview requires the token of an editor; send one, or remove "preview".');
  }

  /** Returns the dependency collector of a response; null if the response is not cached or includes its cost. */
  dependenciesOf(request: FastifyRequest): Dependencies | null {
    return parseBooleanParameter(request, 'cost') ? null : (this.deps.cache?.dependenciesOf(request) ?? null);
  }

  contextOf(
    request: FastifyRequest,
    { locales, dependencies = null, editions = null }: ContextOverrides = {},
  ): Context {
    const { services, deadlineMs, address } = this.deps;
    const viewer = { ...this.viewerOf(request), preview: isPreviewRequest(request), ...(locales && { locales }) };
    return createContext(services, {
      requestId: request.id,
      viewer,
      deadlineMs,
      origin: resolveOrigin(request, address),
      includeCost: parseBooleanParameter(request, 'cost'),
      trustedCost: this.trusted.documentOf(request)?.price,
      dependencies,
      editions,
    });
  }
}

async function authenticateViewer(
  request: FastifyRequest,
  { services, tokens, admission, log }: ApiDeps,
): Promise<Viewer> {
  const locales = negotiateLocales(request, services.model.locales);
  try {
    const token = await authenticate(request.headers.authorization, tokens);
    return { role: token?.role ?? 'READER', name: token?.name ?? null, locales, preview: false };
  } catch (error) {
    if (error instanceof AppError && error.code === 'UNAUTHENTICATED') {
      admission.chargeInvalidToken(request);
      log.warn({ audit: true, client: request.ip, requestId: request.id }, 'a token was refused');
    }
    throw error;
  }
}

/** Parses a boolean URL parameter. Default: false. @throws AppError BAD_REQUEST */
function parseBooleanParameter({ query }: FastifyRequest, name: string): boolean {
  const value = (query as Record<string, unknown>)[name];
  if (value === 'true') return true;
  if (value === undefined || value === 'false') return false;
  throw new AppError('BAD_REQUEST', `The parameter "${name}" must be true or false.`);
}

/** Whether a request includes drafts: `?preview=true` in the URL, or `extensions: { preview: true }` in the body. */
function isPreviewRequest(request: FastifyRequest): boolean {
  const body = request.body as { extensions?: { preview?: unknown } | null } | null | undefined;
  return parseBooleanParameter(request, 'preview') || body?.extensions?.preview === true;
}
