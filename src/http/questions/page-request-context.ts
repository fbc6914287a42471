import type { ApolloServer } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Localisation } from '../../saved-queries/display-cell.js';
import type { Context } from '../../graphql/request/context.js';
import type { PageFigureEditions } from '../../graphql/request/page-figure-editions.js';
import { formatsFor } from '../../i18n/column-labels.js';
import { messagesFor } from '../../i18n/messages-for.js';
import { executeQuery, type ExecuteQuery } from '../execute-query.js';
import type { AreaIndexProvider } from '../../reading/live-area-index.js';
import type { ResponseExporter, FileViewer } from '../files/response-exporter.js';
import type { PublicAddress } from '../public-origin.js';
import { pageAddress } from '../send-page.js';
import { pageLocales } from '../request-locales.js';
import type { QuestionParamsParser } from './question-params.js';

/** Dependencies of the routes of questions. */
export interface QuestionDeps {
  apollo: ApolloServer<Context>;
  parser: QuestionParamsParser;
  files: ResponseExporter;
  address: PublicAddress;
  locales: readonly string[];
  areas: AreaIndexProvider;
  localesOf(request: FastifyRequest): readonly string[];
  contextOf(request: FastifyRequest, locales: readonly string[], editions: PageFigureEditions | null): Promise<Context>;
}

/** Context of a page request: its locale, the URL of the page, and the function that executes its queries. */
export interface PageRequestContext {
  localisation: Localisation;
  address: ReturnType<typeof pageAddress>;
  execute: ExecuteQuery;
  viewer: FileViewer;
}

/** Creates the context of a page request. @param locales default: those of the page */
export function createPageContext(
  request: FastifyRequest,
  deps: QuestionDeps,
  locales: readonly string[] = pageLocales(request, deps.locales),
): PageRequestContext {
  const messages = messagesFor(locales);
  const address = pageAddress(request, deps.address, messages.locale);
  const context = (editions: PageFigureEditions | null) => deps.contextOf(request, locales, editions);
  return {
    localisation: { messages, format: formatsFor(messages) },
    address,
    execute: async (query, variables) => executeQuery(deps.apollo, { query, variables }, await context(null)),
    viewer: { context, origin: address.origin, locale: locales[0]! },
  };
}
