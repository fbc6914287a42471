import { entryColumns, type EntryRow } from '../../html/entry-lists.js';
import { largeSearchForm } from '../../html/large-search-form.js';
import { type Html, html } from '../../html/html.js';
import { type LinkedEntry, NAME_FRAGMENT, type PageWriter, withShortTitle } from '../../html/page-writer.js';
import { countLabel, listLabel, listIntroduction, localisedEnumLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from './enum-label.js';
import { CLAIMS_SELECTION } from './quoted-series.js';
import { changeSummary, type HomePageChange, longestTrendFigure, type TrendWithClaims } from './home-sections.js';
import { EXAMPLE_SEARCHES_SELECTION, type ExampleSearchesResponse, exampleSearchLinks } from './search-examples.js';
import { CASE_STAGES } from './case-stages.js';

interface CountedValue {
  value: string;
  count: number;
}

interface ListResult<T = object, F = object> {
  totalCount: number;
  nodes: readonly T[];
  facets: F;
}

type PublishedEntry = LinkedEntry & { publishedOn: string | null };
type Country = LinkedEntry & { code: string; cooperation: readonly { type: string; state: string }[] };

export interface HomePageResponse extends ExampleSearchesResponse {
  resources: ListResult<
    PublishedEntry & { resourceType: string; provider: LinkedEntry & { acronym: string | null } },
    Record<'resourceType' | 'audiences' | 'stages', readonly CountedValue[]>
  >;
  leaflets: ListResult<PublishedEntry>;
  trends: ListResult<TrendWithClaims, { direction: readonly CountedValue[] }>;
  countries: ListResult<Country>;
  questions: { totalCount: number };
  changes: { nodes: readonly HomePageChange[] };
}

/** Query of the home page. `$from` is the first year to show. */
export const HOME_QUERY = `query Home($from: Period) {
  resources(first: 4, orderBy: [{ publishedOn: DESC }]) { totalCount
    facets { resourceType { value count } audiences { value count } stages { value count } }
    nodes { ...Name resourceType publishedOn provider { ...Name acronym } } }
  leaflets(first: 4, orderBy: [{ publishedOn: DESC }]) { totalCount nodes { ...Name publishedOn } }
  trends(first: 6, orderBy: [{ periodTo: DESC }]) { totalCount
    facets { direction { value count } } nodes { ...Name ${CLAIMS_SELECTION} } }
  countries(first: 100, orderBy: [{ code: ASC }]) { totalCount nodes { ...Name code cooperation { type state } } }
  ${EXAMPLE_SEARCHES_SELECTION}
  questions { totalCount }
  changes(first: 3) { nodes { at author message count entries(first: 3) { action entry { ...Name } } } }
} ${NAME_FRAGMENT}`;

/** State of a form of cooperation that explicitly does not exist. */
const NO_COOPERATION = 'NONE';
const MAX_FACET_ITEMS = 4;
/** Displayed forms of cooperation, with their CSS classes. */
const COOPERATION_FORMS = [
  ['NATIONAL_DESK', 'a'],
  ['REPRESENTATIVE', 'b'],
  ['LIAISON_PROSECUTOR', 'b'],
  ['COOPERATION_AGREEMENT', 'c'],
  ['WORKING_ARRANGEMENT', 'd'],
  ['PROJECT', 'd'],
] as const;

/** Renders the main content of the home page. */
export function homeContent(response: HomePageResponse, writer: PageWriter): Html {
  const { labels } = writer;
  return html`${hero(response, writer)}
    <div class="wrap">
      <ul class="doors">
        ${listCards(response, writer)}
      </ul>
      <section aria-labelledby="stage">
        <h2 id="stage">${labels.whereInCase}</h2>
        <ol class="stages">
          ${CASE_STAGES.map((stage) => {
            const count = response.resources.facets.stages.find(({ value }) => value === stage)?.count ?? 0;
            const label = localisedEnumLabel(writer.messages, stage, 'ProceedingStage');
            const href = writer.path('/resources', new URLSearchParams({ stages: stage }));
            return html`<li>
              <a href="${href}"><b>${writer.format.number(count)}</b> ${writer.localised(label)}</a>
            </li> `;
          })}
        </ol>
      </section>
      <section aria-labelledby="cooperation">
        <h2 id="cooperation">${labels.howCountries}</h2>
        <dl class="tiles">
          ${COOPERATION_FORMS.map(([type, cssClass]) => countryTiles(type, cssClass, response.countries.nodes, writer))}
        </dl>
      </section>
      <div class="split">
        <section aria-labelledby="latest">
          <h2 id="latest">${labels.latestPublished}</h2>
          ${entryColumns(
            response.resources.nodes.map((resource) => publishedRow(resource, writer)),
            writer,
          )}
        </section>
        ${longestTrendFigure(response.trends.nodes, writer)}
      </div>
      ${changeSummary(response.changes.nodes, writer)}
    </div>`;
}

function hero(response: HomePageResponse, writer: PageWriter): Html {
  const { resources, questions } = response;
  const { labels, messages, format } = writer;
  const count = (number: number, singular: string, plural: string) =>
    html`<span class="soft num"
      >${format.number(number)} ${writer.localised(countLabel(messages, number, { singular, plural }))}</span
    >`;
  return html`<div class="hero">
    <div class="wrap">
      <div>
        <h1>${labels.homeTitle}</h1>
        <p class="lead">${labels.homeLead}</p>
        ${largeSearchForm(writer)}${exampleSearchLinks(response, writer)}
      </div>
      <nav class="whom" aria-labelledby="whom">
        <h2 id="whom">${labels.forWhom}</h2>
        <ul>
          ${resources.facets.audiences.slice(0, MAX_FACET_ITEMS).map(
            ({ value, count: number }) =>
              html`<li>
                <a href="${writer.path('/resources', new URLSearchParams({ audiences: value }))}"
                  >${enumLabelHtml(value, 'Audience', writer)}</a
                >
                ${count(number, 'resource', 'resources')}
              </li> `,
          )}
          <li>
            <a href="${writer.path('/q')}">${enumLabelHtml('ANALYST', 'Audience', writer)}</a>
            ${count(questions.totalCount, 'question', 'questions')}
          </li>
        </ul>
      </nav>
    </div>
  </div> `;
}

function listCards({ resources, leaflets, trends, countries }: HomePageResponse, writer: PageWriter): readonly Html[] {
  const { messages, format } = writer;
  const number = (count: number) => html`<span class="num soft">${format.number(count)}</span>`;
  const facetItems = (
    plural: string,
    name: string,
    type: string,
    counted: readonly (CountedValue & { more?: [string, string][] })[],
  ) =>
    counted.map(
      ({ value, count, more = [] }) =>
        html`<li>
          <a href="${writer.path(`/${plural}`, new URLSearchParams([[name, value], ...more]))}"
            >${enumLabelHtml(value, type, writer)}</a
          >${number(count)}
        </li> `,
    );
  const forms = COOPERATION_FORMS.slice(0, 3).map(([value]) => ({
    value,
    count: countries.nodes.filter((country) => hasCooperation(country, value)).length,
    more: statesOf(value, countries.nodes).map((state): [string, string] => ['cooperationState', state]),
  }));
  const listCard = (plural: string, total: number, items: readonly Html[]) => {
    const introduction = listIntroduction(messages, plural);
    return html`<li>
      <h2>
        <a href="${writer.path(`/${plural}`)}">${writer.localised(listLabel(messages, plural))}</a>
        <span class="num">${format.number(total)}</span>
      </h2>
      ${introduction && html`<p>${writer.localised(introduction)}</p>`}
      <ul>
        ${items}
      </ul>
    </li> `;
  };
  const leafletItems = leaflets.nodes.map(
    (leaflet) =>
      html`<li>
        <span>${writer.link(leaflet)}</span
        >${leaflet.publishedOn !== null && html`<span class="num soft">${leaflet.publishedOn.slice(0, 4)}</span>`}
      </li> `,
  );
  return [
    listCard(
      'resources',
      resources.totalCount,
      facetItems('resources', 'resourceType', 'ResourceType', resources.facets.resourceType.slice(0, MAX_FACET_ITEMS)),
    ),
    listCard('leaflets', leaflets.totalCount, leafletItems),
    listCard('trends', trends.totalCount, facetItems('trends', 'direction', 'Direction', trends.facets.direction)),
    listCard('countries', countries.totalCount, facetItems('countries', 'cooperationType', 'CooperationType', forms)),
  ];
}

function hasCooperation({ cooperation }: Country, form: string): boolean {
  return cooperation.some(({ type, state }) => type === form && state !== NO_COOPERATION);
}

/** Returns the states of a form of cooperation except NONE, as filter values; empty (no filter) if NONE is unused. */
function statesOf(form: string, countries: readonly Country[]): readonly string[] {
  const facts = countries.flatMap(({ cooperation }) => cooperation.filter(({ type }) => type === form));
  const states = new Set(facts.map(({ state }) => state));
  return states.delete(NO_COOPERATION) ? [...states] : [];
}

/** Renders tiles of the countries with a form of cooperation; false if there are none. */
function countryTiles(type: string, cssClass: string, countries: readonly Country[], writer: PageWriter): Html | false {
  const partners = countries.filter((country) => hasCooperation(country, type));
  if (partners.length === 0) return false;
  return html`<dt>
      ${enumLabelHtml(type, 'CooperationType', writer)}
      <small>${writer.format.number(partners.length)}</small>
    </dt>
    <dd class="${cssClass}">
      ${partners.map(
        ({ path, title, code }) =>
          html`<a href="${writer.path(path)}" title="${title}"><span class="vh">${title}, </span>${code}</a>`,
      )}
    </dd> `;
}

function publishedRow(resource: HomePageResponse['resources']['nodes'][number], writer: PageWriter): EntryRow {
  const { resourceType, publishedOn, provider } = resource;
  return {
    ...resource,
    meta: [
      ...(publishedOn === null ? [] : [writer.date(publishedOn)]),
      enumLabelHtml(resourceType, 'ResourceType', writer),
      writer.localised(writer.title(withShortTitle(provider))),
    ],
  };
}
