import type { ExplorerDimension, Revisions } from '../../explorer/facts.js';
import { REVISIONS_QUERY } from '../../explorer/facts.js';
import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import { enumLabel } from '../../i18n/column-labels.js';
import type { ExplorerPageInput } from './explorer-input.js';

/** Renders the editions, and how the shown one differs from the one before it. */
export function editionsSection({ facts, revisions }: ExplorerPageInput, writer: PageWriter): Html | null {
  const { vintages } = facts.indicator;
  if (vintages.length === 0) return null;
  const { messages } = writer;
  return html`<section aria-labelledby="editions">
    <h2 id="editions">${writer.labels.editions}</h2>
    <ul>
      ${vintages.map(
        ({ number, date, dateOf }) =>
          html`<li>
            ${messages.columns['vintage_number']} ${number}, ${writer.date(date)}
            <span class="soft">(${enumLabel(messages, dateOf, 'VintageDate')})</span>
          </li>`,
      )}
    </ul>
    ${revisions ? differences(revisions, facts.indicator, writer) : html`<p>${messages.explorer.editions.one}</p>`}
  </section> `;
}

function differences(
  revisions: Revisions,
  indicator: ExplorerPageInput['facts']['indicator'],
  writer: PageWriter,
): Html {
  const { slug, vintages, dimensions } = indicator;
  const { editions } = writer.messages.explorer;
  const [newer, older] = vintages as [(typeof vintages)[number], (typeof vintages)[number]];
  const { changed, sameValue, compared, appeared, vanished, cells } = revisions;
  const variables = JSON.stringify({ slug, from: older.at, to: newer.at });
  const query = `/graphiql?${new URLSearchParams({ query: REVISIONS_QUERY, variables })}`;
  const counts = [
    { count: changed, text: editions.changed({ changed, compared }) },
    { count: sameValue, text: editions.sameValue({ count: sameValue }) },
    { count: appeared, text: editions.appeared({ count: appeared }) },
    { count: vanished, text: editions.vanished({ count: vanished }) },
  ];
  return html`<p>
      ${editions.against({ newer: String(newer.number), older: String(older.number) })}${writer.format.colon}
    </p>
    <ul>
      ${counts.map(({ count, text }) => html`<li>${count > 0 ? html`<a href="${query}">${text}</a>` : text}</li>`)}
    </ul>
    ${cells.length > 0 && changesTable(cells, { newer: newer.number, older: older.number, dimensions }, writer)}`;
}

function changesTable(
  cells: Revisions['cells'],
  { newer, older, dimensions }: { newer: number; older: number; dimensions: readonly ExplorerDimension[] },
  writer: PageWriter,
): Html {
  const { messages, format } = writer;
  const { columns, explorer } = messages;
  const edition = (number: number) => `${columns['vintage_number']} ${number}`;
  const remarks = ({ flags, note }: Revisions['cells'][number]['after']) =>
    [...flags.map((flag) => enumLabel(messages, flag, 'ObservationFlag')), ...(note === null ? [] : [note])].join(', ');
  const titleOf = ({ dimension, code }: Revisions['cells'][number]['breakdown'][number]) =>
    dimensions.find(({ name }) => name === dimension)?.codes.find((one) => one.code === code)?.title ?? code;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${explorer.editions.largest}">
    <table>
      <caption>
        ${explorer.editions.largest}
      </caption>
      <thead>
        <tr>
          <th scope="col">${columns['area']}</th>
          <th scope="col">${columns['period']}</th>
          <th scope="col" class="n">${edition(older)}</th>
          <th scope="col" class="n">${edition(newer)}</th>
          <th scope="col" class="n">%</th>
          <th scope="col">${columns['source']}</th>
          <th scope="col">${columns['note']}</th>
        </tr>
      </thead>
      <tbody>
        ${cells.map(
          ({ area, breakdown, period, percent, before, after }) =>
            html`<tr>
              <th scope="row">${[area.title, ...breakdown.map(titleOf)].join(', ')}</th>
              <td>${format.period(period)}</td>
              <td class="n">${format.number(before.value!)}</td>
              <td class="n">${format.number(after.value!)}</td>
              <td class="n">${format.change(percent)}</td>
              <td>${after.source && writer.link(after.source)}</td>
              <td>${remarks(after)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
