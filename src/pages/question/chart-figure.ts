import type { Chart } from '../../charts/chart.js';
import { Html, html } from '../../html/html.js';
import { localisedSpan } from '../../html/page-writer.js';

/** The widths of charts on wide and narrow screens, in pixels. */
export const WIDTHS = { wide: 760, narrow: 340 };
/** The maximum size of inline charts, in bytes. */
const MAX_CHART_BYTES = 24_000;
/** In characters. */
const MAX_SUMMARY_LENGTH = 900;

/**
 * The chart for wide and for narrow screens, one of which is shown. A chart that is too large for the page is an image,
 * which browsers load when it is visible. @param label the text of an image whose description has foreign parts, which
 * an attribute cannot mark
 */
export function chartFigure(
  chart: Chart,
  narrow: Chart,
  { file, label }: { file: (width: number) => string; label: string },
): Html | null {
  if (chart.form === 'NONE') return null;
  let left = MAX_CHART_BYTES;
  const picture = (drawn: Chart, width: number) => {
    if (drawn.form === 'NONE') return null;
    left -= drawn.svg.length;
    if (left >= 0) return new Html(drawn.svg);
    return html`<img
      src="${file(width)}"
      alt="${isInOneLanguage(drawn) ? drawn.summary : label}"
      width="${drawn.width}"
      height="${drawn.height}"
      loading="lazy"
    />`;
  };
  return html`<figure class="fig">
    <div class="wide-only">${picture(chart, WIDTHS.wide)}</div>
    <div class="narrow-only">${picture(narrow, WIDTHS.narrow)}</div>
    <figcaption>${localisedSpan(shortened(chart.summary), chart.foreign)}</figcaption>
  </figure> `;
}

function isInOneLanguage({ foreign, summary }: Extract<Chart, { svg: string }>): boolean {
  return foreign.split(summary).every(({ lang }) => lang === null);
}

/** The first sentences of a long text. */
function shortened(text: string): string {
  if (text.length <= MAX_SUMMARY_LENGTH) return text;
  const end = text.lastIndexOf('. ', MAX_SUMMARY_LENGTH);
  return `${text.slice(0, end < 0 ? MAX_SUMMARY_LENGTH : end + 1)} …`;
}
