import type { EntryRow } from '../../../html/entry-lists.js';
import { entryColumns } from '../../../html/entry-lists.js';
import { html } from '../../../html/html.js';
import { inShort } from '../../../html/page-writer.js';
import type { PageWriter } from '../../../html/page-writer.js';
import { fieldLabel } from '../../../words/labels.js';
import { valueWord } from '../value-word.js';
import type { PagePart, PartScope } from '../page-part.js';
import type { Offer } from './country-answer.js';
import { asCountry, current, isNetwork, ITS_GROUPS, MEETING, OFFER, unique } from './country-answer.js';

const MOST_OFFERS = 10;
/** Maximum number of other resources from groups. */
const MOST_OTHERS = 4;
const MOST_MEETINGS = 6;
/** Types used in cases, in this order; others follow. */
const USED_IN_CASES = ['OPERATIONAL_TOOL', 'PLATFORM', 'FUNDING'];
const LAST = USED_IN_CASES.length;
const TOOLS = `type: { in: [${USED_IN_CASES.join(' ')}] }`;
/** Networks are among the contacts. */
const OTHERS = `not: { type: { in: [${[...USED_IN_CASES, 'NETWORK'].join(' ')}] } }`;
const NEWEST = 'orderBy: [{ startsOn: DESC }]';

/** Resources for a country and its groups, and their meetings. */
export const countryOffers: PagePart = {
  asks: `relevantResources(first: 24) ${OFFER} events(first: ${MOST_MEETINGS}, ${NEWEST}) ${MEETING}`,
  asksBeside: `groupTools: resources(first: ${MOST_OFFERS}, filter: { ${TOOLS}, groups: ${ITS_GROUPS} }) ${OFFER}
    groupOffers: resources(first: ${MOST_OTHERS}, filter: { ${OTHERS}, groups: ${ITS_GROUPS} }) ${OFFER}
    groupEvents: events(first: ${MOST_MEETINGS}, filter: { participantGroups: ${ITS_GROUPS} }, ${NEWEST}) ${MEETING}`,
  inPlaceOf: ['relevantResources', 'events'],
  sections(scope) {
    const { relevantResources: own, events, groupTools, groupOffers, groupEvents } = asCountry(scope);
    const { writer, kind } = scope;
    const offers = own.nodes.filter((offer) => !isNetwork(offer));
    const all = unique([...offers, ...groupTools.nodes, ...groupOffers.nodes]).toSorted(
      (one, other) => rankOffer(one) - rankOffer(other),
    );
    const resources = all.slice(0, MOST_OFFERS);
    const isCut = all.length > MOST_OFFERS || groupOffers.nodes.length === MOST_OTHERS;
    const meetings = unique([...events.nodes, ...groupEvents.nodes])
      .toSorted((one, other) => ((one.startsOn ?? '') < (other.startsOn ?? '') ? 1 : -1))
      .slice(0, MOST_MEETINGS);
    const { labels, words } = writer;
    return [
      ...(resources.length === 0
        ? []
        : [
            {
              id: 'resources',
              title: fieldLabel(words, kind, 'relevantResources'),
              more: isCut && html`<a href="${ofGroups(scope)}">${labels.seeAll}</a>`,
              body: html`<p class="soft">${labels.throughGroups}</p>
                ${entryColumns(
                  resources.map((offer) => offerRow(offer, writer)),
                  writer,
                )}`,
            },
          ]),
      ...(meetings.length === 0
        ? []
        : [
            {
              id: 'events',
              title: fieldLabel(words, kind, 'events'),
              body: html`<p class="soft">${labels.eventsThroughGroups}</p>
                <ul class="tl">
                  ${meetings.map(
                    (meeting) =>
                      html`<li>
                        <b>${meeting.startsOn !== null && writer.date(meeting.startsOn)}</b>
                        <div>${writer.link(meeting, 't')} ${writer.summary(meeting)}</div>
                      </li>`,
                  )}
                </ul>`,
            },
          ]),
    ];
  },
};

function rankOffer({ type }: Offer): number {
  const rank = USED_IN_CASES.indexOf(type);
  return rank < 0 ? LAST : rank;
}

/** The list of all resources for the present groups. */
function ofGroups(scope: PartScope): string {
  const slugs = current(asCountry(scope).memberOf.edges).map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  return scope.writer.path('/resources', new URLSearchParams(slugs.map((slug): [string, string] => ['groups', slug])));
}

function offerRow(offer: Offer, writer: PageWriter): EntryRow {
  const { type, provider } = offer;
  return {
    ...offer,
    meta: [valueWord(type, 'ResourceType', writer), writer.said(writer.title(inShort(provider)))],
  };
}
