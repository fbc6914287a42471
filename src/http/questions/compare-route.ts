import type { FastifyInstance } from 'fastify';
import { readListParameter } from '../../explorer/explorer-state.js';
import { COMPARABLE_MEASURES, type ComparedArea, comparePage } from '../../pages/explorer/compare-page.js';
import { NAME_FRAGMENT } from '../../html/page-writer.js';
import { sendPage } from '../send-page.js';
import { requireData } from '../query-errors.js';
import { addErrorPages } from '../site/error-pages.js';
import type { ExplorerDeps } from './explorer-routes.js';
import { createPageContext } from './page-request-context.js';

const MAX_COMPARED_AREAS = 6;
/** Maximum length of a URL parameter value that a notice quotes, in characters. */
const MAX_QUOTED_LENGTH = 60;

/** Serves the comparison of areas at `/compare`. All areas are read with one query. */
export function addCompareRoute(app: FastifyInstance, deps: ExplorerDeps): void {
  void app.register(async (scope) => {
    addErrorPages(scope, deps.site);
    scope.get('/compare', async (request, reply) => {
      const { address, localisation, execute } = createPageContext(request, deps);
      const { messages } = localisation;
      const { search } = address;
      const truncate = (text: string) => text.slice(0, MAX_QUOTED_LENGTH);
      const requestedAreas = readListParameter(search, 'areas');
      const comparedAreas = requestedAreas.slice(0, MAX_COMPARED_AREAS);
      const requestedMeasure = search.get('measure') ?? '';
      const measure = COMPARABLE_MEASURES.find((name) => name === requestedMeasure) ?? 'value';
      const data =
        comparedAreas.length === 0
          ? {}
          : requireData(await execute(compareQuery(comparedAreas.length, measure), variablesOf(comparedAreas)));
      const responses = Object.values(data) as { area: ComparedArea | null }[];
      const foundAreas = responses.flatMap(({ area }) => area ?? []);
      const areas = foundAreas.filter(
        ({ code }, index) => foundAreas.findIndex((area) => area.code === code) === index,
      );
      const areaIndex = deps.areas.current;
      const { help, compare, explorer } = messages;
      const omittedAreas = requestedAreas.slice(MAX_COMPARED_AREAS);
      const isMeasureKnown = requestedMeasure === '' || requestedMeasure === measure;
      const measureLabel = explorer.inputs.measure;
      const notices = [
        ...comparedAreas
          .filter((_, index) => !responses[index]!.area)
          .map((text) => help.noArea({ given: truncate(text) })),
        ...(omittedAreas.length > 0 ? [compare.tooMany({ names: omittedAreas.map(truncate).join(', ') })] : []),
        ...(isMeasureKnown ? [] : [explorer.unknownChoice({ given: truncate(requestedMeasure), name: measureLabel })]),
      ];
      const choices = areaIndex.areas
        .map(({ code }) => ({ code, title: areaIndex.nameOf(code, [messages.locale]) }))
        .toSorted((a, b) => a.title.localeCompare(b.title, messages.locale));
      return sendPage(reply, comparePage({ areas, measure, notices, choices, messages, address }), messages.locale);
    });
  });
}

/** Returns the query that compares areas. @param areaCount number of areas */
export function compareQuery(areaCount: number, measure: (typeof COMPARABLE_MEASURES)[number]): string {
  const indexes = Array.from({ length: areaCount }, (_, index) => index);
  const recipe = `{ frequency: YEAR${measure === 'per100k' ? ', transform: PER_100K' : ''} }`;
  return `query Compare(${indexes.map((index) => `$area${index}: String!`).join(', ')}) {
    ${indexes.map((index) => `area${index}: area(code: $area${index}) { area { ...Figures } }`).join('\n    ')}
  }
  fragment Figures on Area {
    code title series(recipe: ${recipe}) { indicator { ...Name } unit points { period value state flags } }
  }
  ${NAME_FRAGMENT}`;
}

function variablesOf(areas: readonly string[]): Record<string, string> {
  return Object.fromEntries(areas.map((code, index) => [`area${index}`, code]));
}
