import { html } from '../../html/html.js';
import type { LinkedEntry } from '../../html/page-writer.js';
import { fieldLabel } from '../../words/labels.js';
import type { PagePart } from './page-part.js';
import type { FigureSeries, QuotedFigure } from './series-figure.js';
import { SERIES_FIELDS, seriesFigure } from './series-figure.js';

interface Measure extends LinkedEntry {
  series: readonly FigureSeries[];
}

/** An indicator of more areas than these says little of a trend without a choice among them. */
const MOST_AREAS = 2;

/** What measures a trend, each with what its text says of it; indicators of many areas by their names. */
export const trendFigures: PagePart = {
  asks: `indicators { ...Name summary series(first: ${MOST_AREAS + 1}) { ${SERIES_FIELDS} } }`,
  inPlaceOf: ['indicators'],
  sections({ entry, writer, kind }) {
    const indicators = (entry['indicators'] ?? []) as readonly Measure[];
    if (indicators.length === 0) return [];
    const quotes = (entry['claims'] ?? []) as readonly QuotedFigure[];
    const drawn = indicators.flatMap((indicator) =>
      indicator.series.length > MOST_AREAS
        ? []
        : indicator.series.flatMap((series) => seriesFigure(series, indicator, { writer, quotes }) ?? []),
    );
    return [
      {
        id: 'indicators',
        title: fieldLabel(writer.words, kind, 'indicators'),
        body: html`${drawn.length > 0 && html`<div class="multiples">${drawn}</div>`}
          <ul class="two">
            ${indicators.map((indicator) => html`<li>${writer.link(indicator, 't')}</li> `)}
          </ul>`,
      },
    ];
  },
};
