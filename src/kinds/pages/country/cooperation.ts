import { type Html, html } from '../../../html/html.js';
import { type PageWriter, withShortTitle } from '../../../html/page-writer.js';
import { timelineBar, spanYears } from '../../../html/timeline-bar.js';
import { fieldLabel } from '../../../i18n/kind-labels.js';
import { enumLabelHtml } from '../enum-label.js';
import { localisedAt, type PagePart, type PartScope } from '../page-part.js';
import {
  asCountry,
  type CooperationValues,
  listCurrentGroups,
  type Membership,
  providesContact,
} from './country-page-values.js';
import { inPageLanguage } from '../../../i18n/localised-text.js';

const MAX_GROUPS = 3;
const IN_FORCE = 'IN_FORCE';

/** Cooperation of a country, and its group memberships on a common time scale. */
export const countryCooperationPart: PagePart = {
  fields: `cooperation { type state date partner { ...Name acronym website } note }
    memberOf(first: 12) { edges { node { ...Name } via { from to } } }`,
  replacesFields: ['cooperation', 'memberOf'],
  keyFacts(scope) {
    const { cooperation, memberOf } = asCountry(scope);
    const { writer, kind } = scope;
    const newest = cooperation.toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''))[0];
    const fact = cooperation.find(providesContact) ?? newest;
    const currentGroups = listCurrentGroups(memberOf.edges).slice(0, MAX_GROUPS);
    const type = fact && enumLabelHtml(fact.type, 'CooperationType', writer);
    return [
      ...(fact === undefined
        ? []
        : [
            {
              title: fieldLabel(writer.messages, kind, 'cooperation'),
              value: html`${providesContact(fact) ? html`<a href="#contact">${type}</a>` : type}<small
                  >${writer.localised(writer.title(withShortTitle(fact.partner)))} ·
                  ${enumLabelHtml(fact.state, 'CooperationState', writer)}</small
                >`,
            },
          ]),
      ...(currentGroups.length === 0
        ? []
        : [
            {
              title: inPageLanguage(writer.labels.belongs),
              value: html`${currentGroups.map((group, index) => html`${index > 0 && html`<br />`}${writer.link(group)}`)}`,
            },
          ]),
    ];
  },
  sections(scope) {
    const { cooperation, memberOf } = asCountry(scope);
    if (cooperation.length + memberOf.edges.length === 0) return [];
    const { writer, kind } = scope;
    return [
      {
        id: 'cooperation',
        title: fieldLabel(writer.messages, kind, 'cooperation'),
        body: html`${cooperation.length > 0 && cooperationTable(cooperation, scope)}${
          memberOf.edges.length > 0 &&
          html`<h3>${writer.labels.belongs}</h3>
            ${membershipTable(memberOf.edges, writer)}`
        }`,
      },
    ];
  },
};

function cooperationTable(cooperation: readonly CooperationValues[], scope: PartScope): Html {
  const { writer } = scope;
  const label = (field: string) => fieldLabel(writer.messages, 'CooperationFact', field);
  const columns = ['type', 'state', 'partner', 'note'] as const;
  return html`<table class="stack">
    <thead>
      <tr>
        ${columns.map((field) => html`<th scope="col">${writer.localised(label(field))}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${groupByAgreement(cooperation).map((stages) => {
        const { type, partner } = stages[0]!;
        const stagesWithNote = stages.filter(({ note }) => note !== null);
        return html`<tr>
          <th scope="row">${enumLabelHtml(type, 'CooperationType', writer)}</th>
          <td data-l="${label('state').text}">
            ${stages.map((stage, index) => html`${index > 0 && html`<br />`}${stageHtml(stage, writer)}`)}
          </td>
          <td data-l="${label('partner').text}">${writer.link(withShortTitle(partner))}</td>
          <td ${stagesWithNote.length > 0 && html` data-l="${label('note').text}"`}>
            ${stagesWithNote.map(({ note, index }) => html`${writer.localised(localisedAt(scope, `cooperation[${index}].note`, note!))} `)}
          </td>
        </tr> `;
      })}
    </tbody>
  </table>`;
}

/** Groups forms of cooperation by type and partner: the stages of one agreement. */
function groupByAgreement(cooperation: readonly CooperationValues[]): (CooperationValues & { index: number })[][] {
  const agreements = new Map<string, (CooperationValues & { index: number })[]>();
  for (const [index, fact] of cooperation.entries()) {
    const agreementKey = `${fact.type} ${fact.partner.path}`;
    agreements.set(agreementKey, [...(agreements.get(agreementKey) ?? []), { ...fact, index }]);
  }
  return [...agreements.values()];
}

function stageHtml({ state, date }: CooperationValues, writer: PageWriter): Html {
  const since =
    state === IN_FORCE ? html` ${writer.dateSpan({ from: date })}` : html`, ${date !== null && writer.date(date)}`;
  return html`${enumLabelHtml(state, 'CooperationState', writer)}${date !== null && since}`;
}

function membershipTable(edges: readonly Membership[], writer: PageWriter): Html {
  const times = edges.flatMap(({ node, via }) => via.map((time) => ({ node, time })));
  const years = spanYears(
    times.map(({ time }) => time),
    new Date().getUTCFullYear(),
  );
  const ordered = times.toSorted((a, b) => ((a.time.from ?? '') < (b.time.from ?? '') ? -1 : 1));
  return html`<table class="spans">
    <tbody>
      ${ordered.map(
        ({ node, time }) =>
          html`<tr>
            <th scope="row">${writer.link(node)}</th>
            <td>${years && (time.from || time.to) && timelineBar(time, years)}</td>
            <td>${writer.dateSpan(time)}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}
