import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChartTable } from '../../charts/chart.js';
import {
  allAreasQuery,
  indexBaseQuery,
  explorerQuery,
  rankedItemsQuery,
  comparedAreas,
} from '../../explorer/explorer-query.js';
import {
  type Edition,
  EDITION_DIFFERENCES_QUERY,
  type EditionDifferences,
  EDITIONS_QUERY,
  EXPLORER_QUERY,
  type ExplorerMetadata,
  readEditionDifferences,
  readExplorerMetadata,
  readRankedItems,
  routesQuery,
  withRoutes,
} from '../../explorer/explorer-metadata.js';
import { explorerChartOptions, readAllAreas, type ShownFigure } from '../../explorer/shown-figure.js';
import { explorerAsQuestion } from '../../explorer/explorer-as-question.js';
import {
  BY_AREA,
  type ExplorerState,
  type ParsedState,
  parseExplorerState,
  readListParameter,
} from '../../explorer/explorer-state.js';
import { findFileFormat } from '../../files/formats.js';
import { EMBED_SECURITY_POLICY, localisedPagePath, SCRIPT_SECURITY_POLICY } from '../../html/page-shell.js';
import { formatDay } from '../../model/iso-date.js';
import { isSlug, pagePath } from '../../model/entry-key.js';
import { textPagePath } from '../../model/explorer-url.js';
import { type Kind, upperSnakeCase } from '../../model/model.js';
import { embedPage } from '../../pages/explorer/embed-page.js';
import { explorerPage, explorerPartialHtml } from '../../pages/explorer/explorer-page.js';
import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import { AS_OF, EDITIONS } from '../../saved-queries/pin-as-of.js';
import { executeQuery, type QueryData } from '../execute-query.js';
import { EXPLORER_SCRIPT } from '../explorer-script.js';
import { sendPage } from '../send-page.js';
import { requireData } from '../query-errors.js';
import { addErrorPages, EntryNotFoundError } from '../site/error-pages.js';
import type { SiteDeps } from '../site/page-request.js';
import { answerQuestion, EMPTY_ANSWER, type QuestionPageRequest } from './answer-question.js';
import { createPageContext, type PageRequestContext, type QuestionDeps } from './page-request-context.js';
import { sendLoadedQuestionFile } from './answer-files.js';
import { editionsOf, type QuestionParams } from './question-params.js';
import { NAME_PATTERN } from './question-routes.js';

/** Dependencies of the explorers. */
export type ExplorerDeps = QuestionDeps & { site: SiteDeps };

interface OpenedExplorer extends ParsedState, Pick<ShownFigure, 'metadata' | 'shown' | 'allAreas'> {
  question: LoadedQuestion;
  params: QuestionParams;
}

/** First path segment of the charts and tables that other sites embed. */
const EMBED_SEGMENT = 'embed';

/** Serves the explorer of each entry of a kind at `/<kind>/<slug>`, its figures as files, and its chart to embed. */
export function addExplorer(app: FastifyInstance, kind: Kind, deps: ExplorerDeps): void {
  for (const segment of [kind.singular, EMBED_SEGMENT]) deps.site.cache?.makeCacheable(segment, 'PAGE');
  void app.register(async (scope) => {
    addErrorPages(scope, deps.site);
    scope.get<{ Params: { name: string } }>(`/${kind.singular}/:name`, async (request, reply) => {
      const [, name = '', extension] = NAME_PATTERN.exec(request.params.name) ?? [];
      const slug = name.toLowerCase();
      const isPage = extension === undefined;
      const client = createPageContext(request, deps, isPage ? undefined : deps.localesOf(request));
      const { address } = client;
      // Formats of the complete entry, such as BibTeX, have the URL of its text page.
      if (!isPage && !findFileFormat(extension)?.extension)
        return reply.redirect(`${textPagePath(kind, slug)}.${extension}`, 302);
      const hasAllRows = !isPage && extension !== 'svg';
      const explorer = isSlug(slug) ? await openExplorer(slug, kind, client, { ...deps, hasAllRows }) : null;
      // The page with the text of an entry reports that it was withdrawn or renamed.
      if (!explorer && isPage && isSlug(slug))
        return reply.redirect(localisedPagePath(address, textPagePath(kind, slug)), 302);
      if (!explorer) throw new EntryNotFoundError(kind, slug);
      const { indicator } = explorer.metadata;
      if (indicator.slug !== name) {
        const path = `${pagePath(kind, indicator.slug)}${isPage ? '' : `.${extension}`}`;
        return reply.redirect(localisedPagePath(address, path, address.search), 301);
      }
      if (indicator.status !== 'PUBLISHED')
        return reply.redirect(localisedPagePath(address, textPagePath(kind, slug)), 302);
      if (!isPage) {
        const earlier =
          extension === 'svg' ? await readPreviousEdition(explorer, { request, reply, client }, deps) : null;
        const figure = { ...explorer, earlier, messages: client.localisation.messages, search: address.search };
        const chartOptions = (table: ChartTable) => explorerChartOptions(table, figure);
        return sendLoadedQuestionFile(request, reply, { ...explorer, extension, client, chartOptions }, deps);
      }
      return sendExplorer(request, reply, { opened: explorer, client, kind, deps });
    });
    scope.get<{ Params: { slug: string } }>(`/${EMBED_SEGMENT}/:slug`, async (request, reply) => {
      const { slug } = request.params;
      const client = createPageContext(request, deps);
      const explorer = isSlug(slug) ? await openExplorer(slug, kind, client, deps) : null;
      if (explorer?.metadata.indicator.status !== 'PUBLISHED') throw new EntryNotFoundError(kind, slug);
      return sendExplorer(request, reply, { opened: explorer, client, kind, deps, isEmbedded: true });
    });
  });
}

interface ExplorerRequest {
  opened: OpenedExplorer;
  client: PageRequestContext;
  kind: Kind;
  deps: ExplorerDeps;
  isEmbedded?: boolean;
}

async function sendExplorer(
  request: FastifyRequest,
  reply: FastifyReply,
  { opened, client, kind, deps, isEmbedded = false }: ExplorerRequest,
): Promise<FastifyReply> {
  const { metadata, question, params, state, notices, changes, shown, allAreas } = opened;
  const { localisation, address } = client;
  const hasFigures = metadata.indicator.coverage.from !== null;
  const pageRequest = { request, reply, client };
  const render = isEmbedded ? embedPage : address.search.get('for') === 'part' ? explorerPartialHtml : explorerPage;
  const [answer, earlier, revisions] = await Promise.all([
    hasFigures ? answerQuestion(question, params, pageRequest, deps) : EMPTY_ANSWER,
    readPreviousEdition(opened, pageRequest, deps),
    isEmbedded ? null : findEditionDifferences(opened, client, deps),
  ]);
  // The explorer state already contains an edition that the URL chooses, so the parameters must not repeat it.
  const pageParams = state.edition === null ? params : { ...params, asOf: null, editions: null };
  const html = render({
    question,
    ...pageParams,
    ...answer,
    help: [],
    localisation,
    address,
    retrievedOn: formatDay(new Date()),
    metadata,
    state,
    shown,
    allAreas,
    earlier,
    notices,
    changes,
    revisions,
    paths: {
      list: `/${kind.plural}`,
      plural: kind.plural,
      entry: textPagePath(kind, metadata.indicator.slug),
      embed: `/${EMBED_SEGMENT}/${metadata.indicator.slug}`,
    },
    script: EXPLORER_SCRIPT?.path ?? null,
  });
  const policy = isEmbedded ? EMBED_SECURITY_POLICY : SCRIPT_SECURITY_POLICY;
  return sendPage(reply.code(answer.status), html, localisation.messages.locale, policy);
}

/**
 * Reads the data of an explorer for the state in its URL; null if the indicator does not exist.
 * @param hasAllRows  whether rankings and tables contain all rows, unless the URL limits their number
 */
async function openExplorer(
  slug: string,
  kind: Kind,
  client: PageRequestContext,
  { apollo, parser, areas, hasAllRows = false }: ExplorerDeps & { hasAllRows?: boolean },
): Promise<OpenedExplorer | null> {
  const { search } = client.address;
  const { messages } = client.localisation;
  const editionChoices = await readEditionChoices(slug, client);
  const edition = editionChoices?.slice(1).find(({ date }) => date === readListParameter(search, 'edition').at(-1));
  const timeSearch = edition ? new URLSearchParams({ [AS_OF]: edition.at }) : search;
  const editions = editionsOf(
    parser.parseParams({ document: EXPLORER_QUERY, inputs: [], defaults: {}, vintage: null }, timeSearch),
  );
  const execute = async (query: string, variables: QueryData) =>
    requireData(await executeQuery(apollo, { query, variables }, await client.viewer.context(editions)));
  const options = { areas: areas.current, editions: editionChoices, locale: messages.locale };
  const found = readExplorerMetadata(await execute(EXPLORER_QUERY, { slug }), options);
  if (!found) return null;
  const routes = routesQuery(found);
  const known = routes ? withRoutes(found, readRankedItems(await execute(routes.document, routes.variables))) : found;
  const { state: requestedState, changes, notices } = parseExplorerState(search, known, messages);
  const isList = requestedState.view === 'bar' || requestedState.view === 'table';
  const state =
    hasAllRows && isList && requestedState.top === null ? { ...requestedState, rows: 'all' as const } : requestedState;
  const metadata = await rankAreasOrCodes(state, known, execute);
  const baseQuery = indexBaseQuery(state, metadata);
  const grid = baseQuery && (await execute(baseQuery.document, baseQuery.variables));
  const gridBase = (grid?.indicator as { grid: { base: string | null } } | undefined)?.grid.base;
  const shown = explorerQuery(gridBase === undefined ? state : { ...state, base: gridBase }, metadata);
  const areasQuery = allAreasQuery(state, metadata, shown);
  const allAreas = areasQuery && readAllAreas(await execute(areasQuery.document, areasQuery.variables));
  const { document, variables: defaults } = shown;
  const path = pagePath(kind, metadata.indicator.slug);
  const question = explorerAsQuestion(state, metadata, { shown, messages, path });
  const params = parser.parseParams({ document, inputs: [], defaults, vintage: null }, timeSearch);
  return { metadata, state, changes, notices, shown, allAreas, question, params };
}

/** Returns all editions if the URL selects one; empty if it pins a time; else null, to use those in the metadata. */
async function readEditionChoices(
  slug: string,
  { address: { search }, execute }: PageRequestContext,
): Promise<readonly Edition[] | null> {
  if (!search.get('edition')) return search.get(AS_OF) || search.get(EDITIONS) ? [] : null;
  const { indicator } = requireData(await execute(EDITIONS_QUERY, { slug }));
  return (indicator as { vintages: readonly Edition[] } | null)?.vintages ?? [];
}

/** Reads the figures of a line chart or table in the previous edition; null for other views, or if there is none. */
async function readPreviousEdition(
  { metadata, state, question, shown }: OpenedExplorer,
  page: QuestionPageRequest,
  deps: ExplorerDeps,
): Promise<ShownFigure['earlier']> {
  const [, older] = metadata.indicator.vintages;
  if (!older || !['line', 'table'].includes(state.view)) return null;
  const { document, variables: defaults } = shown;
  const params = deps.parser.parseParams({ document, inputs: [], defaults, vintage: older.at }, new URLSearchParams());
  const [table] = (await answerQuestion(question, params, page, deps)).tables;
  return table ? { table, number: older.number } : null;
}

/** Reads the differences between the shown edition and the one before it; null if there is none. */
async function findEditionDifferences(
  { metadata, state, changes, params }: OpenedExplorer,
  { viewer }: PageRequestContext,
  { apollo }: ExplorerDeps,
): Promise<EditionDifferences | null> {
  const { slug, vintages } = metadata.indicator;
  const [newer, older] = vintages;
  if (!newer || !older) return null;
  const listed = changes && upperSnakeCase(changes);
  const areas = comparedAreas(state, metadata);
  const variables = { slug, from: older.at, to: newer.at, areas, listed, isListed: listed !== null };
  const context = await viewer.context(editionsOf(params));
  const { others, ...data } = readEditionDifferences(
    requireData(await executeQuery(apollo, { query: EDITION_DIFFERENCES_QUERY, variables }, context)),
  );
  return { ...data, others: others.filter(({ path }) => !path.endsWith(`/${slug}`)) };
}

/** Returns the metadata with areas or codes ranked by the figures of a state; unchanged if already ranked so. */
async function rankAreasOrCodes(
  state: ExplorerState,
  known: ExplorerMetadata,
  execute: (query: string, variables: QueryData) => Promise<QueryData>,
): Promise<ExplorerMetadata> {
  // Without a total, the area with the highest figure for the first code is compared.
  const needsArea = state.by !== BY_AREA && state.areas.length === 0 && known.ranked.codes.length === 0;
  const metadata = needsArea ? await rankAreasOrCodes({ ...state, by: BY_AREA }, known, execute) : known;
  const ranking = rankedItemsQuery(state, metadata);
  if (!ranking) return metadata;
  const rankedItems = readRankedItems(await execute(ranking.document, ranking.variables));
  return { ...metadata, [state.by === BY_AREA ? 'ranked' : 'rankedCodes']: rankedItems };
}
