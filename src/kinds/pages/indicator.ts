import { html, joinHtml } from '../../html/html.js';
import type { PageWriter } from '../../html/page-writer.js';
import type { Section } from '../../html/section.js';
import { fieldLabel } from '../../i18n/kind-labels.js';
import { enumLabelHtml } from './enum-label.js';
import { localisedAt, type PagePart, type PartScope } from './page-part.js';
import { inPageLanguage } from '../../i18n/localised-text.js';

interface Vintage {
  number: number;
  date: string;
  dateOf: string;
}

interface Dimension {
  name: string;
  title: string;
  total: string | null;
  codes: readonly { code: string; title: string }[];
}

/** Maximum length of a list of the values of a dimension. Longer lists are collapsed. */
const MAX_VALUES = 12;

const DIMENSIONS = 'dimensions { name title total codes { code title } }';

/** Figures of an indicator: a link to its explorer, its editions and its dimensions. */
export const indicatorFiguresPart: PagePart = {
  fields: `path coverage { observations } vintages(first: 6) { number date dateOf } ${DIMENSIONS}`,
  download: { fields: DIMENSIONS, choose: (entry) => breakdownArgument(entry) },
  replacesFields: ['dimensions', 'unitLabel'],
  sections(scope) {
    const { entry, writer, kind } = scope;
    const { observations } = entry['coverage'] as { observations: number };
    const { messages } = writer;
    const link = html`<p>
      <a class="btn" href="${writer.path(String(entry['path']))}">${messages.explorer.explore}</a>
    </p>`;
    return [
      ...(observations === 0 ? [] : [{ id: 'figures', title: fieldLabel(messages, kind, 'series'), body: link }]),
      ...editionsSection((entry['vintages'] ?? []) as readonly Vintage[], writer),
      ...dimensionsSection((entry['dimensions'] ?? []) as readonly Dimension[], scope),
    ];
  },
};

/** Returns a `breakdown` argument with all codes of the dimensions without a total; empty if there are none. */
function breakdownArgument(entry: PartScope['entry']): string {
  const dimensionsWithoutTotal = ((entry['dimensions'] ?? []) as readonly Dimension[]).filter(
    ({ total }) => total === null,
  );
  const codeParts = dimensionsWithoutTotal.flatMap(({ name, codes }) =>
    codes.map(({ code }) => `{ dimension: ${JSON.stringify(name)}, code: ${JSON.stringify(code)} }`),
  );
  return codeParts.length === 0 ? '' : `breakdown: [${codeParts.join(' ')}]`;
}

function editionsSection(allVintages: readonly Vintage[], writer: PageWriter): Section[] {
  if (allVintages.length === 0) return [];
  const edition = fieldLabel(writer.messages, 'Vintage', 'vintage_number');
  return [
    {
      id: 'editions',
      title: inPageLanguage(writer.labels.editions),
      body: html`<ul class="two">
        ${allVintages.map(
          ({ number, date, dateOf }) =>
            html`<li>
              <b>${writer.localised(edition)} ${writer.format.number(number)}</b> · ${writer.date(date)}
              <p>${enumLabelHtml(dateOf, 'VintageDate', writer)}</p>
            </li> `,
        )}
      </ul>`,
    },
  ];
}

/** Renders the dimensions with their values. Long lists are collapsed. */
function dimensionsSection(allDimensions: readonly Dimension[], scope: PartScope): Section[] {
  if (allDimensions.length === 0) return [];
  const { writer, kind } = scope;
  const values = ({ codes }: Dimension, index: number) =>
    joinHtml(
      codes.map(({ title }, codeIndex) =>
        writer.localised(localisedAt(scope, `dimensions[${index}].codes[${codeIndex}].title`, title)),
      ),
    );
  return [
    {
      id: 'dimensions',
      title: fieldLabel(writer.messages, kind, 'dimensions'),
      body: html`<dl class="facts">
        ${allDimensions.map(
          (dimension, index) =>
            html`<dt>${writer.localised(localisedAt(scope, `dimensions[${index}].title`, dimension.title))}</dt>
              <dd>
                ${
                  dimension.codes.length > MAX_VALUES
                    ? html`<details>
                        <summary>${writer.labels.seeAll} (${writer.format.number(dimension.codes.length)})</summary>
                        ${values(dimension, index)}
                      </details>`
                    : values(dimension, index)
                }
              </dd> `,
        )}
      </dl>`,
    },
  ];
}
