import { entryRows } from '../../../html/entry-lists.js';
import { type Html, html } from '../../../html/html.js';
import { withShortTitle } from '../../../html/page-writer.js';
import { externalLink } from '../../../html/external-link.js';
import { enumLabelHtml } from '../enum-label.js';
import { localisedAt, type PagePart, type PartScope } from '../page-part.js';
import {
  asCountry,
  type CooperationValues,
  CURRENT_GROUPS_FILTER,
  isNetwork,
  NETWORK_FILTER,
  providesContact,
  RESOURCE_SELECTION,
  uniqueByPath,
} from './country-page-values.js';
import { inPageLanguage } from '../../../i18n/localised-text.js';

const MAX_CONTACTS = 8;
const THIRD_COUNTRIES = 'groups: { some: { slug: { eq: "third-countries" } } }';

/**
 * Contacts in a country: desks, prosecutors, contact points, bodies and networks. If a country has no desk, prosecutor
 * or contact point, the page says so and names the networks for all third countries.
 */
export const countryContactsPart: PagePart = {
  fields: 'organisations(first: 6) { nodes { ...Name summary } }',
  rootFields: `groupNetworks: resources(first: ${MAX_CONTACTS}, filter: { ${NETWORK_FILTER}, groups: ${CURRENT_GROUPS_FILTER} }) ${RESOURCE_SELECTION}
    thirdCountryNetworks: resources(first: ${MAX_CONTACTS}, filter: { ${NETWORK_FILTER}, ${THIRD_COUNTRIES} }) ${RESOURCE_SELECTION}`,
  replacesFields: ['organisations'],
  sections(scope) {
    const { cooperation, organisations, relevantResources, groupNetworks, thirdCountryNetworks } = asCountry(scope);
    const { writer } = scope;
    const desks = cooperation.filter(providesContact).map((fact) => contactItem(fact, scope));
    const networks = relevantResources.nodes.filter(isNetwork);
    const fallback = desks.length === 0 ? thirdCountryNetworks.nodes : [];
    const otherOrganisations = uniqueByPath([...organisations.nodes, ...networks, ...groupNetworks.nodes, ...fallback]);
    if (desks.length + otherOrganisations.length === 0) return [];
    const rows = otherOrganisations.slice(0, MAX_CONTACTS).map((entry) => ({ ...entry, meta: [] }));
    return [
      {
        id: 'contact',
        title: inPageLanguage(writer.labels.whoTo),
        body: html`${
          desks.length > 0
            ? html`<ul class="two">
                ${desks}
              </ul>`
            : html`<p>${writer.labels.noContact}</p>`
        }${rows.length > 0 && entryRows(rows, writer)}`,
      },
    ];
  },
};

function contactItem(fact: CooperationValues, scope: PartScope): Html {
  const { writer } = scope;
  const { type, partner, note } = fact;
  const index = asCountry(scope).cooperation.indexOf(fact);
  return html`<li>
    <b class="t">${enumLabelHtml(type, 'CooperationType', writer)}</b>, ${writer.link(withShortTitle(partner))}
    ${note !== null && html`<p>${writer.localised(localisedAt(scope, `cooperation[${index}].note`, note))}</p>`}
    ${partner.website !== null && html`<p>${externalLink(partner.website)}</p>`}
  </li> `;
}
