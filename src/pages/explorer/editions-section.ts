import type { Edition, EditionDifferences } from '../../explorer/explorer-metadata.js';
import { comparedAreas } from '../../explorer/explorer-query.js';
import { type ChangeCategory, toParameterValues } from '../../explorer/explorer-state.js';
import { type Html, html } from '../../html/html.js';
import { enumLabel } from '../../i18n/column-labels.js';
import type { FigureParts } from './explorer-figure.js';

type SectionParts = Pick<FigureParts, 'input' | 'links' | 'writer'>;
type ChangedCell = EditionDifferences['cells'][number];

/** Renders the editions of the figures, and how the shown one differs from the one before it. */
export function editionsSection({ input, links, writer }: SectionParts): Html | null {
  const { metadata, state, revisions } = input;
  const { vintages } = metadata.indicator;
  if (vintages.length === 0) return null;
  const { messages } = writer;
  const editions = metadata.editions.length > 0 ? metadata.editions : vintages;
  const isShown = (number: number) => number === vintages[0]!.number;
  const path = ({ number, date }: Edition) =>
    links.page(toParameterValues({ ...state, edition: number === editions[0]!.number ? null : date }));
  const { one, first, against } = messages.explorer.editions;
  const second = editions.at(-2);
  const isOnly = second === undefined && input.asOf === null && input.editions === null;
  return html`<section aria-labelledby="editions">
    <h2 id="editions">${writer.labels.editions}</h2>
    <ul>
      ${editions.map((edition) => {
        const { number, date, dateOf } = edition;
        const name = html`${messages.columns['vintage_number']} ${number}, ${writer.date(date)}`;
        const isLinked = metadata.editions.length > 0 && !isShown(number);
        return html`<li>
          ${isLinked ? html`<a href="${path(edition)}" rel="nofollow">${name}</a>` : name}
          <span class="soft">(${enumLabel(messages, dateOf, 'VintageDate')})</span>
        </li>`;
      })}
    </ul>
    ${
      revisions
        ? differencesHtml(revisions, { input, links, writer })
        : html`<p>
            ${isOnly ? one : first({ number: String(vintages[0]!.number) })}
            ${second && html`<a href="${path(second)}#editions" rel="nofollow">${against({ newer: String(second.number), older: String(vintages[0]!.number) })}</a>`}
          </p>`
    }
  </section> `;
}

function differencesHtml(revisions: EditionDifferences, { input, links, writer }: SectionParts): Html {
  const { metadata, state } = input;
  const { messages, format } = writer;
  const { editions } = messages.explorer;
  const [newer, older] = editionNumbers(input);
  const areaNames = comparedAreas(state, metadata)?.map((code) => metadata.areas.nameOf(code, [metadata.locale]));
  const { changed, sameValue, compared, appeared, vanished, cells, others } = revisions;
  const texts: Readonly<Record<ChangeCategory, string>> = {
    changed: compared === null ? editions.changedOnly({ count: changed }) : editions.changed({ changed, compared }),
    sameValue: editions.sameValue({ count: sameValue }),
    appeared: editions.appeared({ count: appeared }),
    vanished: editions.vanished({ count: vanished }),
  };
  const categories = Object.keys(texts) as ChangeCategory[];
  const listedCategory = input.changes;
  const total = listedCategory && revisions[listedCategory];
  const scope = { included: format.number(cells.length), existing: format.number(total ?? 0) };
  const truncation = total !== null && cells.length < total && html`. ${messages.scope.items(scope)}`;
  return html`<p>${editions.against({ newer, older })}${areaNames && ` (${areaNames.join(', ')})`}${format.colon}</p>
    <ul>
      ${categories.map((category) => {
        const path = html`${links.page(undefined, { changes: category })}#editions`;
        return html`<li>
          ${revisions[category] > 0 && category !== listedCategory ? html`<a href="${path}" rel="nofollow">${texts[category]}</a>` : texts[category]}
        </li>`;
      })}
      ${listedCategory && html`<li><a href="${links.page()}#editions">${editions.largest}</a></li>`}
    </ul>
    ${cells.length > 0 && changesTable(cells, html`${listedCategory ? texts[listedCategory] : editions.largest}${truncation}`, { input, writer })}
    ${
      others.length > 0 &&
      html`<p>
        ${editions.others}${format.colon}
        ${others.map((other, index) => html`${index > 0 && `${format.semicolon} `}${writer.link({ ...other, path: `${other.path}#editions` })}`)}
      </p>`
    }`;
}

/** Returns the numbers of the shown edition and of the one before it. */
function editionNumbers({ metadata }: SectionParts['input']): [newer: string, older: string] {
  const [newer, older] = metadata.indicator.vintages;
  return [String(newer!.number), String(older!.number)];
}

function changesTable(
  cells: readonly ChangedCell[],
  caption: Html,
  { input, writer }: Omit<SectionParts, 'links'>,
): Html {
  const { messages, format } = writer;
  const { columns, explorer } = messages;
  const { dimensions } = input.metadata.indicator;
  const [newer, older] = editionNumbers(input);
  const editionLabel = (number: string) => `${columns['vintage_number']} ${number}`;
  const formatRemarks = ({ flags, note }: Pick<NonNullable<ChangedCell['after']>, 'flags' | 'note'>) =>
    [...flags.map((flag) => enumLabel(messages, flag, 'ObservationFlag')), ...(note === null ? [] : [note])].join(', ');
  const findTitle = ({ dimension, code }: ChangedCell['breakdown'][number]) =>
    dimensions.find(({ name }) => name === dimension)?.codes.find((item) => item.code === code)?.title ?? code;
  const figureCell = (number: string, cell: ChangedCell['before']) =>
    html`<td class="n" data-l="${editionLabel(number)}">${cell?.value == null ? ':' : format.number(cell.value)}</td>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${explorer.editions.largest}">
    <table class="stack edits">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${columns['area']}</th>
          <th scope="col">${columns['period']}</th>
          <th scope="col" class="n">${editionLabel(older)}</th>
          <th scope="col" class="n">${editionLabel(newer)}</th>
          <th scope="col" class="n">%</th>
          <th scope="col">${columns['source']}</th>
          <th scope="col">${columns['note']}</th>
        </tr>
      </thead>
      <tbody>
        ${cells.map(({ area, breakdown, period, percent, before, after }) => {
          const { source, ...shownCell } = (after ?? before)!;
          return html`<tr>
            <th scope="row">${[area.title, ...breakdown.map(findTitle)].join(', ')}</th>
            <td>${format.period(period)}</td>
            ${figureCell(older, before)}${figureCell(newer, after)}
            <td class="n">${percent === null ? '' : format.signedNumber(percent)}</td>
            <td>${source && writer.link(source)}</td>
            <td>${formatRemarks(shownCell)}</td>
          </tr> `;
        })}
      </tbody>
    </table>
  </div>`;
}
