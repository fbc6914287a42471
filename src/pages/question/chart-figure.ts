import type { Chart } from '../../charts/chart.js';
import { Html, html } from '../../html/html.js';
import { composedTextHtml } from '../../html/page-writer.js';

/** Widths of charts on wide and narrow screens, in pixels. */
export const CHART_WIDTHS = { wide: 760, narrow: 340 };
/** Maximum total size of inline charts, in bytes. */
const MAX_CHART_BYTES = 24_000;
/** Maximum length of a chart summary, in characters. */
const MAX_SUMMARY_LENGTH = 900;

/**
 * Renders a chart for wide and one for narrow screens. CSS shows only one of them. Charts that exceed the size limit
 * become lazily loaded images.
 * @param file  returns the path of the image
 * @param label  text alternative of an image whose summary contains foreign text, which an attribute cannot mark
 */
export function chartFigure(
  chart: Chart,
  narrowChart: Chart,
  {
    file,
    label,
    widths = CHART_WIDTHS,
    hasCaption = true,
  }: { file: (width: number) => string; label: string; widths?: typeof CHART_WIDTHS; hasCaption?: boolean },
): Html | null {
  if (chart.form === 'NONE') return null;
  let remainingBytes = MAX_CHART_BYTES;
  const renderPicture = (drawnChart: Chart, width: number) => {
    if (drawnChart.form === 'NONE') return null;
    remainingBytes -= drawnChart.svg.length;
    if (remainingBytes >= 0) return new Html(drawnChart.svg);
    const isInOneLanguage = drawnChart.foreign.split(drawnChart.summary).every(({ lang }) => lang === null);
    return html`<img
      src="${file(width)}"
      alt="${isInOneLanguage ? drawnChart.summary : label}"
      width="${drawnChart.width}"
      height="${drawnChart.height}"
      loading="lazy"
    />`;
  };
  return html`<figure class="fig${hasCaption ? '' : ' bare'}">
    <div class="wide-only">${renderPicture(chart, widths.wide)}</div>
    <div class="narrow-only">${renderPicture(narrowChart, widths.narrow)}</div>
    ${hasCaption && html`<figcaption>${composedTextHtml(truncateSummary(chart.summary), chart.foreign)}</figcaption>`}
  </figure> `;
}

/** Truncates a long text, if possible at the end of a sentence. */
function truncateSummary(text: string): string {
  if (text.length <= MAX_SUMMARY_LENGTH) return text;
  const end = text.lastIndexOf('. ', MAX_SUMMARY_LENGTH);
  return `${text.slice(0, end < 0 ? MAX_SUMMARY_LENGTH : end + 1)} …`;
}
