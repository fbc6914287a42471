import type { ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { type Context, createContext, type SharedServices } from '../../graphql/request/context.js';
import type { Viewer } from '../../graphql/request/viewer.js';
import { PageWriter } from '../../html/page-writer.js';
import { messagesFor } from '../../i18n/messages-for.js';
import { executeQuery, type QueryData } from '../execute-query.js';
import type { ResponseCache } from '../cache/response-cache.js';
import { requireData } from '../query-errors.js';
import { type PublicAddress, resolveOrigin } from '../public-origin.js';
import { pageAddress } from '../send-page.js';
import { pageLocales, errorPageLocales } from '../request-locales.js';
import { formatDay } from '../../model/iso-date.js';

/** Dependencies of the site's routes. */
export interface SiteDeps {
  apollo: ApolloServer<Context>;
  services: SharedServices;
  address: PublicAddress;
  cache: ResponseCache | null;
  deadlineMs: number;
}

export interface EntryRoute {
  Params: { slug: string };
}

/** The writer of a requested page, and the function that executes its queries. */
export interface SitePageRequest {
  writer: PageWriter;
  /** Executes a query as an anonymous reader, or as another viewer. @throws QueryRejectedError */
  execute<T>(query: string, variables: QueryData, viewer?: Partial<Viewer>): Promise<T>;
}

/**
 * Creates the writer and the query function of a requested page. The token of a request is ignored.
 * @param isErrorPage whether to ignore an unknown locale, as on error pages
 * @throws AppError BAD_REQUEST for an unknown locale
 */
export function parsePageRequest(request: FastifyRequest, deps: SiteDeps, isErrorPage = false): SitePageRequest {
  const { services, address, apollo, deadlineMs, cache } = deps;
  const { model } = services;
  const requestedLocales = (isErrorPage ? errorPageLocales : pageLocales)(request, model.locales);
  const messages = messagesFor(requestedLocales);
  const locales = [...new Set([messages.locale, ...model.locales.slice(0, 1)])];
  return {
    writer: new PageWriter(messages, pageAddress(request, address, messages.locale)),
    async execute<T>(query: string, variables: QueryData, viewer: Partial<Viewer> = {}) {
      const context = createContext(services, {
        requestId: request.id,
        viewer: { role: 'READER', name: null, locales, preview: false, ...viewer },
        deadlineMs,
        origin: resolveOrigin(request, address),
        isHttpResponse: false,
        // The preview page of a draft is not cached.
        dependencies: (viewer.draft ? null : cache?.dependenciesOf(request)) ?? null,
      });
      return requireData(await executeQuery(apollo, { query, variables }, context)) as T;
    },
  };
}

const YEARS_OF_FIGURES = 18;

/** Returns the first year of the figures that pages show. */
export function firstFigureYear(): string {
  return String(new Date().getUTCFullYear() - YEARS_OF_FIGURES);
}

/** Returns the query variables of an entry's page. */
export function entryPageVariables(slug: string): QueryData {
  return { slug, from: firstFigureYear(), today: formatDay(new Date()) };
}
