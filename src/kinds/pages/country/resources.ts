import { entryColumns, type EntryRow } from '../../../html/entry-lists.js';
import { html } from '../../../html/html.js';
import { type PageWriter, withShortTitle } from '../../../html/page-writer.js';
import { fieldLabel } from '../../../i18n/kind-labels.js';
import { enumLabelHtml } from '../enum-label.js';
import type { PagePart, PartScope } from '../page-part.js';
import {
  asCountry,
  CURRENT_GROUPS_FILTER,
  isNetwork,
  type LinkedResource,
  listCurrentGroups,
  MEETING_SELECTION,
  RESOURCE_SELECTION,
  uniqueByPath,
} from './country-page-values.js';

const MAX_RESOURCES = 10;
/** Maximum number of further resources for the country's groups. */
const MAX_OTHERS = 4;
const MAX_MEETINGS = 6;
/** Resource types used in cases, in order of display. Other types follow. */
const CASE_RESOURCE_TYPES = ['OPERATIONAL_TOOL', 'PLATFORM', 'FUNDING'];
const OTHER_RANK = CASE_RESOURCE_TYPES.length;
const CASE_RESOURCES_FILTER = `resourceType: { in: [${CASE_RESOURCE_TYPES.join(' ')}] }`;
/** Filter for further resources. Networks are excluded, because they are listed as contacts. */
const OTHER_RESOURCES_FILTER = `not: { resourceType: { in: [${[...CASE_RESOURCE_TYPES, 'NETWORK'].join(' ')}] } }`;
const NEWEST_FIRST = 'orderBy: [{ startsOn: DESC }]';

/** Resources for a country and its groups, and their meetings. */
export const countryResourcesPart: PagePart = {
  fields: `relevantResources(first: 24) ${RESOURCE_SELECTION} events(first: ${MAX_MEETINGS}, ${NEWEST_FIRST}) ${MEETING_SELECTION}`,
  rootFields: `groupTools: resources(first: ${MAX_RESOURCES}, filter: { ${CASE_RESOURCES_FILTER}, groups: ${CURRENT_GROUPS_FILTER} }) ${RESOURCE_SELECTION}
    groupResources: resources(first: ${MAX_OTHERS}, filter: { ${OTHER_RESOURCES_FILTER}, groups: ${CURRENT_GROUPS_FILTER} }) ${RESOURCE_SELECTION}
    groupEvents: events(first: ${MAX_MEETINGS}, filter: { participantGroups: ${CURRENT_GROUPS_FILTER} }, ${NEWEST_FIRST}) ${MEETING_SELECTION}`,
  replacesFields: ['relevantResources', 'events'],
  sections(scope) {
    const { relevantResources: ownResources, events, groupTools, groupResources, groupEvents } = asCountry(scope);
    const { writer, kind } = scope;
    const nonNetworks = ownResources.nodes.filter((resource) => !isNetwork(resource));
    const allResources = uniqueByPath([...nonNetworks, ...groupTools.nodes, ...groupResources.nodes]).toSorted(
      (a, b) => rankByType(a) - rankByType(b),
    );
    const resources = allResources.slice(0, MAX_RESOURCES);
    const isTruncated = allResources.length > MAX_RESOURCES || groupResources.nodes.length === MAX_OTHERS;
    const meetings = uniqueByPath([...events.nodes, ...groupEvents.nodes])
      .toSorted((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? 1 : -1))
      .slice(0, MAX_MEETINGS);
    const { labels, messages } = writer;
    return [
      ...(resources.length === 0
        ? []
        : [
            {
              id: 'resources',
              title: fieldLabel(messages, kind, 'relevantResources'),
              more: isTruncated && html`<a href="${groupResourcesPath(scope)}">${labels.seeAll}</a>`,
              body: html`<p class="soft">${labels.throughGroups}</p>
                ${entryColumns(
                  resources.map((resource) => resourceRow(resource, writer)),
                  writer,
                )}`,
            },
          ]),
      ...(meetings.length === 0
        ? []
        : [
            {
              id: 'events',
              title: fieldLabel(messages, kind, 'events'),
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

function rankByType({ resourceType }: LinkedResource): number {
  const rank = CASE_RESOURCE_TYPES.indexOf(resourceType);
  return rank < 0 ? OTHER_RANK : rank;
}

/** Returns the path of the list of all resources for the country's current groups. */
function groupResourcesPath(scope: PartScope): string {
  const slugs = listCurrentGroups(asCountry(scope).memberOf.edges).map(({ path }) =>
    path.slice(path.lastIndexOf('/') + 1),
  );
  return scope.writer.path('/resources', new URLSearchParams(slugs.map((slug): [string, string] => ['groups', slug])));
}

function resourceRow(resource: LinkedResource, writer: PageWriter): EntryRow {
  const { resourceType, provider } = resource;
  return {
    ...resource,
    meta: [
      enumLabelHtml(resourceType, 'ResourceType', writer),
      writer.localised(writer.title(withShortTitle(provider))),
    ],
  };
}
