import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ChartTable } from '../../charts/chart.js';
import { allAreasQuery, baseQuery, explorerQuery, orderQuery } from '../../explorer/explorer-query.js';
import type { ExplorerFacts, Revisions } from '../../explorer/facts.js';
import {
  EXPLORER_QUERY,
  REVISIONS_QUERY,
  readFacts,
  readOrder,
  routesQuery,
  withRoutes,
} from '../../explorer/facts.js';
import type { ShownFigure } from '../../explorer/figure-options.js';
import { figureOptions, readAllAreas } from '../../explorer/figure-options.js';
import { openExplorer } from '../../explorer/open-explorer.js';
import type { ExplorerState, ReadState } from '../../explorer/state.js';
import { BY_AREA, readState } from '../../explorer/state.js';
import { findFormat } from '../../files/formats.js';
import { pathFrom } from '../../html/page-shell.js';
import { formatDay } from '../../model/calendar-day.js';
import { isSlug, pagePath } from '../../model/entry-key.js';
import { entryPath } from '../../model/explorer-address.js';
import type { Kind } from '../../model/model.js';
import { EMBED_SECURITY_POLICY, SCRIPT_SECURITY_POLICY } from '../../html/page-shell.js';
import { embedPage } from '../../pages/explorer/embed-page.js';
import { explorerPage, explorerPart } from '../../pages/explorer/explorer-page.js';
import type { LoadedQuestion } from '../../saved-queries/loaded-question.js';
import type { Data } from '../execute-query.js';
import { executeQuery } from '../execute-query.js';
import { EXPLORER_SCRIPT } from '../explorer-script.js';
import { sendPage } from '../send-page.js';
import { requireData } from '../query-errors.js';
import { addErrorPages, EntryNotFound } from '../site/error-pages.js';
import type { SiteDeps } from '../site/page-request.js';
import { answerQuestion, NO_ANSWER } from './question-answers.js';
import type { PageClient, QuestionDeps } from './question-client.js';
import { readClient } from './question-client.js';
import { sendQuestionFile } from './question-files.js';
import type { QuestionParams } from './question-params.js';
import { editionsOf } from './question-params.js';

/** Dependencies of the explorers. */
export type ExplorerDeps = QuestionDeps & { site: SiteDeps };

interface OpenedExplorer extends ReadState, Pick<ShownFigure, 'facts' | 'shown' | 'allAreas'> {
  question: LoadedQuestion;
  params: QuestionParams;
}

/** A slug, optionally followed by a dot and a format. */
const NAME_PATTERN = /^([^.]*)(?:\.([\w.]+))?$/;

/** First segment of the paths of figures for the pages of others. */
const EMBED = 'embed';

/** Serves the explorer of each entry of a kind at `/<kind>/<slug>`, its figures as files, and the figure alone. */
export function addExplorer(app: FastifyInstance, kind: Kind, parts: ExplorerDeps): void {
  for (const first of [kind.singular, EMBED]) parts.site.cache?.addRoute(first, 'PAGE');
  void app.register(async (scope) => {
    addErrorPages(scope, parts.site);
    scope.get<{ Params: { name: string } }>(`/${kind.singular}/:name`, async (request, reply) => {
      const [, name = '', ending] = NAME_PATTERN.exec(request.params.name) ?? [];
      const slug = name.toLowerCase();
      const isPage = ending === undefined;
      const client = readClient(request, parts, isPage ? undefined : parts.localesOf(request));
      const { address } = client;
      // Formats of the entry are beside its texts.
      if (!isPage && !findFormat(ending)?.extension) return reply.redirect(`${entryPath(kind, slug)}.${ending}`, 302);
      const opened = isSlug(slug) ? await open(slug, kind, client, parts) : null;
      // The page of the entry explains what became of it.
      if (!opened && isPage && isSlug(slug)) return reply.redirect(pathFrom(address, entryPath(kind, slug)), 302);
      if (!opened) throw new EntryNotFound(kind, slug);
      const { indicator } = opened.facts;
      if (indicator.slug !== name) {
        const path = `${pagePath(kind, indicator.slug)}${isPage ? '' : `.${ending}`}`;
        return reply.redirect(pathFrom(address, path, address.search), 301);
      }
      if (indicator.status !== 'PUBLISHED') return reply.redirect(pathFrom(address, entryPath(kind, slug)), 302);
      if (!isPage) {
        const figure = { ...opened, messages: client.localisation.messages, search: address.search };
        const chartOptions = (table: ChartTable) => figureOptions(table, figure);
        return sendQuestionFile(request, reply, { ...opened, ending, client, chartOptions }, parts);
      }
      return sendExplorer(request, reply, { opened, client, kind, parts });
    });
    scope.get<{ Params: { slug: string } }>(`/${EMBED}/:slug`, async (request, reply) => {
      const { slug } = request.params;
      const client = readClient(request, parts);
      const opened = isSlug(slug) ? await open(slug, kind, client, parts) : null;
      if (opened?.facts.indicator.status !== 'PUBLISHED') throw new EntryNotFound(kind, slug);
      return sendExplorer(request, reply, { opened, client, kind, parts, isEmbedded: true });
    });
  });
}

async function sendExplorer(
  request: FastifyRequest,
  reply: FastifyReply,
  {
    opened,
    client,
    kind,
    parts,
    isEmbedded = false,
  }: {
    opened: OpenedExplorer;
    client: PageClient;
    kind: Kind;
    parts: ExplorerDeps;
    isEmbedded?: boolean;
  },
): Promise<FastifyReply> {
  const { facts, question, params, state, notices, shown, allAreas } = opened;
  const { localisation, address } = client;
  const hasFigures = facts.indicator.coverage.from !== null;
  const answer = hasFigures ? await answerQuestion(question, params, { request, reply, client }, parts) : NO_ANSWER;
  const render = isEmbedded ? embedPage : address.search.get('for') === 'part' ? explorerPart : explorerPage;
  const html = render({
    question,
    ...params,
    ...answer,
    help: [],
    localisation,
    address,
    retrievedOn: formatDay(new Date()),
    facts,
    state,
    shown,
    allAreas,
    notices,
    revisions: render === explorerPage ? await readRevisions(opened, client, parts) : null,
    paths: {
      list: `/${kind.plural}`,
      plural: kind.plural,
      entry: entryPath(kind, facts.indicator.slug),
      embed: `/${EMBED}/${facts.indicator.slug}`,
    },
    script: EXPLORER_SCRIPT?.path ?? null,
  });
  const policy = isEmbedded ? EMBED_SECURITY_POLICY : SCRIPT_SECURITY_POLICY;
  return sendPage(reply.code(answer.status), html, localisation.messages.locale, policy);
}

/** Reads the facts of an indicator, then the state in the URL; null if there is no such indicator. */
async function open(
  slug: string,
  kind: Kind,
  { address, localisation, viewer }: PageClient,
  { apollo, reader, areas }: ExplorerDeps,
): Promise<OpenedExplorer | null> {
  const { search } = address;
  const { messages } = localisation;
  const editions = editionsOf(reader.read({ document: EXPLORER_QUERY, inputs: [], own: {}, vintage: null }, search));
  const execute = async (query: string, variables: Data) =>
    requireData(await executeQuery(apollo, { query, variables }, await viewer.context(editions)));
  const found = readFacts(await execute(EXPLORER_QUERY, { slug }), { areas: areas.current, locale: messages.locale });
  if (!found) return null;
  const routes = routesQuery(found);
  const known = routes ? withRoutes(found, readOrder(await execute(routes.document, routes.variables))) : found;
  const { state, notices } = readState(search, known, messages);
  const facts = await orderFacts(state, known, execute);
  const base = baseQuery(state, facts);
  const grid = base && (await execute(base.document, base.variables));
  const shown = explorerQuery(grid ? { ...state, base: readBase(grid) } : state, facts);
  const others = allAreasQuery(state, facts, shown);
  const allAreas = others && readAllAreas(await execute(others.document, others.variables));
  const { document, variables: own } = shown;
  const path = pagePath(kind, facts.indicator.slug);
  const question = openExplorer(state, facts, { shown, messages, path });
  const params = reader.read({ document, inputs: [], own, vintage: null }, search);
  return { facts, state, notices, shown, allAreas, question, params };
}

/** Reads the differences between the shown edition and the one before it; null if there is none. */
async function readRevisions(
  { facts, params }: OpenedExplorer,
  { viewer }: PageClient,
  { apollo }: ExplorerDeps,
): Promise<Revisions | null> {
  const { slug, vintages } = facts.indicator;
  const [newer, older] = vintages;
  if (!newer || !older) return null;
  const variables = { slug, from: older.at, to: newer.at };
  const context = await viewer.context(editionsOf(params));
  const { indicator } = requireData(await executeQuery(apollo, { query: REVISIONS_QUERY, variables }, context));
  return (indicator as { changes: Revisions }).changes;
}

/** Orders the areas or codes by the figures of a state, as far as their order is not known. */
async function orderFacts(
  state: ExplorerState,
  known: ExplorerFacts,
  execute: (query: string, variables: Data) => Promise<Data>,
): Promise<ExplorerFacts> {
  // Without a total, the area with the highest figure for the first code is compared.
  const needsArea = state.by !== BY_AREA && state.areas.length === 0 && known.ranked.codes.length === 0;
  const facts = needsArea ? await orderFacts({ ...state, by: BY_AREA }, known, execute) : known;
  const order = orderQuery(state, facts);
  if (!order) return facts;
  const ranked = readOrder(await execute(order.document, order.variables));
  return { ...facts, [state.by === BY_AREA ? 'ranked' : 'rankedCodes']: ranked };
}

function readBase({ indicator }: Data): string | null {
  return (indicator as { grid: { base: string | null } }).grid.base;
}
