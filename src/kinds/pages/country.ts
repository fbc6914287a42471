import type { EntryRow } from '../../html/entry-lists.js';
import { entryColumns, entryRows } from '../../html/entry-lists.js';
import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { Fallback, LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { spanBar, yearsOf } from '../../html/span-bar.js';
import { webLink } from '../../html/web-link.js';
import { fieldLabel, valueLabel } from '../../words/labels.js';
import type { PagePart, PartScope } from './page-part.js';
import type { Tier } from './penalties.js';
import { penalties, TIER_FIELDS, yearsText } from './penalties.js';

interface Offer extends LinkedEntry {
  type: string;
  provider: { title: string; acronym: string | null };
}

interface Meeting extends LinkedEntry {
  startsOn: string | null;
  place: string | null;
}

interface Group extends LinkedEntry {
  networks: { nodes: readonly Offer[] };
  resources: { nodes: readonly Offer[] };
  events: { nodes: readonly Meeting[] };
}

interface Membership {
  node: Group;
  via: readonly { from: string | null; to: string | null }[];
}

interface Fact {
  type: string;
  state: string;
  date: string | null;
  partner: LinkedEntry & { acronym: string | null; website: string | null };
  note: string | null;
}

interface Law extends LinkedEntry {
  act: string;
  tiers: readonly Tier[];
  note: string | null;
}

/** What `asks` asks for, of a country. */
interface Country {
  translation: Fallback;
  groups: { edges: readonly Membership[] };
  cooperation: readonly Fact[];
  laws: { nodes: readonly Law[] };
  organisations: { nodes: readonly LinkedEntry[] };
  networks: { nodes: readonly Offer[] };
  offers: { nodes: readonly Offer[] };
  events: { nodes: readonly Meeting[] };
}

const OFFER = '{ nodes { ...Name summary type provider { title acronym } } }';
const MEETING = '{ nodes { ...Name summary startsOn place } }';
const NETWORK = 'filter: { type: { eq: NETWORK } }';
const OTHER = 'filter: { not: { type: { eq: NETWORK } } }';
/** Forms of cooperation in which somebody answers. */
const CONTACTS = ['NATIONAL_DESK', 'LIAISON_PROSECUTOR', 'CONTACT_POINT'];
const MOST_GROUPS = 3;
const MOST_CONTACTS = 8;
const MOST_OFFERS = 12;
const MOST_MEETINGS = 6;

/** How a country cooperates, and to what it belongs and belonged, on one scale of years. */
export const countryCooperation: PagePart = {
  asks: `cooperation { type state date partner { ...Name acronym website } note }
    groups(first: 30) { edges { node { ...Name networks: resources(first: 6, ${NETWORK}) ${OFFER}
      resources(first: 8, ${OTHER}) ${OFFER} events(first: 4) ${MEETING} } via { from to } } }`,
  inPlaceOf: ['cooperation', 'groups'],
  facts(scope) {
    const { cooperation, groups } = countryOf(scope);
    const { writer, kind } = scope;
    const [fact] = cooperation;
    const today = current(groups.edges).slice(0, MOST_GROUPS);
    return [
      ...(fact === undefined
        ? []
        : [
            {
              title: fieldLabel(writer.words, kind, 'cooperation'),
              value: html`${writer.said(valueLabel(writer.words, fact.type, 'CooperationType'))}<small
                  >${fact.partner.acronym ?? fact.partner.title},
                  ${writer.said(valueLabel(writer.words, fact.state, 'CooperationState'))}</small
                >`,
            },
          ]),
      ...(today.length === 0
        ? []
        : [
            {
              title: { text: writer.labels.belongs, lang: null },
              value: html`${today.map((group, at) => html`${at > 0 && html`<br />`}${writer.link(group)}`)}`,
            },
          ]),
    ];
  },
  sections(scope) {
    const { cooperation, groups } = countryOf(scope);
    if (cooperation.length + groups.edges.length === 0) return [];
    const { writer, kind } = scope;
    return [
      {
        id: 'cooperation',
        title: fieldLabel(writer.words, kind, 'cooperation'),
        body: html`${cooperation.length > 0 && facts(cooperation, scope)}${
          groups.edges.length > 0 &&
          html`<h3>${writer.labels.belongs}</h3>
            ${memberships(groups.edges, writer)}`
        }`,
      },
    ];
  },
};

/** Who answers in a country: desks, prosecutors and contact points, bodies it belongs to, networks. */
export const countryContacts: PagePart = {
  asks: `organisations(first: 6) { nodes { ...Name summary } } networks: resources(first: 6, ${NETWORK}) ${OFFER}`,
  inPlaceOf: ['organisations'],
  sections(scope) {
    const { cooperation, organisations, networks, groups } = countryOf(scope);
    const { writer } = scope;
    const desks = cooperation
      .filter(({ type, state }) => CONTACTS.includes(type) && state !== 'NONE')
      .map((fact) => desk(fact, scope));
    const others = unique([
      ...organisations.nodes,
      ...networks.nodes,
      ...current(groups.edges).flatMap((group) => group.networks.nodes),
    ]);
    if (desks.length + others.length === 0) return [];
    const rows = others.slice(0, MOST_CONTACTS).map((entry) => ({ ...entry, meta: [] }));
    return [
      {
        id: 'contact',
        title: { text: writer.labels.whoTo, lang: null },
        body: html`${
          desks.length > 0 &&
          html`<ul class="two">
            ${desks}
          </ul>`
        }${rows.length > 0 && entryRows(rows, writer)}`,
      },
    ];
  },
};

/** What a country punishes, and how, on one scale. */
export const countryLaws: PagePart = {
  asks: `laws(first: 4) { nodes { ...Name act summary note ${TIER_FIELDS} } }`,
  inPlaceOf: ['laws'],
  facts(scope) {
    const { writer } = scope;
    const [tier] = countryOf(scope).laws.nodes.flatMap(({ tiers }) => tiers);
    const years = tier ? yearsText(tier, writer) : '';
    if (years === '') return [];
    return [
      {
        title: { text: writer.labels.prison, lang: null },
        value: html`<span class="big">${years}</span>`,
      },
    ];
  },
  sections(scope) {
    const { laws } = countryOf(scope);
    if (laws.nodes.length === 0) return [];
    const { writer, kind } = scope;
    return [
      {
        id: 'laws',
        title: fieldLabel(writer.words, kind, 'laws'),
        body: html`${laws.nodes.map((law) => lawBlock(law, writer))}`,
      },
    ];
  },
};

/** What a country, or a group to which it belongs, is offered, and where they met. */
export const countryOffers: PagePart = {
  asks: `offers: resources(first: 8, ${OTHER}) ${OFFER} events(first: 6) ${MEETING}`,
  inPlaceOf: ['resources', 'events'],
  sections(scope) {
    const { offers, events, groups } = countryOf(scope);
    const { writer, kind } = scope;
    const ofGroups = current(groups.edges);
    const resources = unique([...offers.nodes, ...ofGroups.flatMap((group) => group.resources.nodes)]).slice(
      0,
      MOST_OFFERS,
    );
    const meetings = unique([...events.nodes, ...ofGroups.flatMap((group) => group.events.nodes)])
      .toSorted((one, other) => ((one.startsOn ?? '') < (other.startsOn ?? '') ? 1 : -1))
      .slice(0, MOST_MEETINGS);
    const { labels, words } = writer;
    return [
      ...(resources.length === 0
        ? []
        : [
            {
              id: 'resources',
              title: fieldLabel(words, kind, 'resources'),
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

function countryOf({ entry }: PartScope): Country {
  return entry as unknown as Country;
}

/** The groups to which it belongs today. */
function current(edges: readonly Membership[]): readonly Group[] {
  const today = new Date().toISOString().slice(0, 10);
  return edges.filter(({ via }) => via.some(({ to }) => to === null || to >= today)).map(({ node }) => node);
}

function unique<T extends LinkedEntry>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}

function facts(cooperation: readonly Fact[], scope: PartScope): Html {
  const { writer } = scope;
  const label = (field: string) => fieldLabel(writer.words, 'CooperationFact', field);
  const columns = ['type', 'state', 'partner', 'note'] as const;
  return html`<table class="stack">
    <thead>
      <tr>
        ${columns.map((field) => html`<th scope="col">${writer.said(label(field))}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${cooperation.map(
        ({ type, state, date, partner, note }, at) =>
          html`<tr>
            <th scope="row">${writer.said(valueLabel(writer.words, type, 'CooperationType'))}</th>
            <td data-l="${label('state').text}">
              ${writer.said(valueLabel(writer.words, state, 'CooperationState'))}${date !== null && html`, ${writer.date(date)}`}
            </td>
            <td data-l="${label('partner').text}">
              ${writer.link({ ...partner, title: partner.acronym ?? partner.title })}
            </td>
            <td data-l="${label('note').text}">${note !== null && text(`cooperation[${at}].note`, note, scope)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function text(path: string, given: string, scope: PartScope): Html {
  return scope.writer.said({ text: given, lang: scope.writer.langOf(countryOf(scope).translation, path) });
}

function memberships(edges: readonly Membership[], writer: PageWriter): Html {
  const times = edges.flatMap(({ node, via }) => via.map((time) => ({ node, time })));
  const years = yearsOf(
    times.map(({ time }) => time),
    new Date().getUTCFullYear(),
  );
  const ordered = times.toSorted((one, other) => ((one.time.from ?? '') < (other.time.from ?? '') ? -1 : 1));
  return html`<table class="spans">
    <tbody>
      ${ordered.map(({ node, time }) => {
        const said = writer.span(time);
        return html`<tr>
          <th scope="row">${writer.link(node)}</th>
          <td>${years && (time.from || time.to) && spanBar(time, years, writer.spanText(time))}</td>
          <td>${said}</td>
        </tr> `;
      })}
    </tbody>
  </table>`;
}

function desk(fact: Fact, scope: PartScope): Html {
  const { writer } = scope;
  const { type, partner, note } = fact;
  const at = countryOf(scope).cooperation.indexOf(fact);
  return html`<li>
    <b class="t">${writer.said(valueLabel(writer.words, type, 'CooperationType'))}</b>,
    ${writer.link({ ...partner, title: partner.acronym ?? partner.title })}
    ${note !== null && html`<p>${text(`cooperation[${at}].note`, note, scope)}</p>`}
    ${partner.website !== null && html`<p>${webLink(partner.website)}</p>`}
  </li> `;
}

function lawBlock(law: Law, writer: PageWriter): Html {
  const said = (path: string, given: string) =>
    writer.said({ text: given, lang: writer.langOf(law.translation, path) });
  return html`<h3>${writer.link(law)}</h3>
    ${writer.summary(law)}${law.tiers.length > 0 && penalties(law.tiers, { writer, said })}${
      law.note !== null &&
      html`<aside class="beware" aria-label="${writer.labels.beware}">
        <h3>${writer.labels.beware}</h3>
        <p>${said('note', law.note)}</p>
      </aside>`
    }`;
}

function offerRow(offer: Offer, writer: PageWriter): EntryRow {
  const { type, provider } = offer;
  return {
    ...offer,
    meta: [writer.said(valueLabel(writer.words, type, 'ResourceType')), html`${provider.acronym ?? provider.title}`],
  };
}
