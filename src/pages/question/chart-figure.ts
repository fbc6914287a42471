import type { Chart } from '../../charts/chart.js';
import { Html, html } from '../../html/html.js';
import { saidWithin } from '../../html/page-writer.js';

/** How wide a chart is drawn, in pixels, where there is room and where there is not. */
export const WIDTHS = { wide: 760, narrow: 340 };
/** Bytes of charts that stand in the page itself. */
const MOST_OF_CHARTS = 24_000;
/** Characters of what a chart says in words. */
const MOST_OF_SUMMARY = 900;

/**
 * The chart twice: as a wide screen and as a phone has room for it; one of them is shown. What is too much for the page
 * is a picture of its own, which a browser fetches where it shows it.
 *
 * @param label what a picture is called whose summary has parts in another language, which an attribute cannot mark
 */
export function chartFigure(
  chart: Chart,
  narrow: Chart,
  { file, label }: { file: (width: number) => string; label: string },
): Html | null {
  if (chart.form === 'NONE') return null;
  let left = MOST_OF_CHARTS;
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
    <figcaption>${saidWithin(shortened(chart.summary), chart.foreign)}</figcaption>
  </figure> `;
}

function isInOneLanguage({ foreign, summary }: Extract<Chart, { svg: string }>): boolean {
  return foreign.split(summary).every(({ lang }) => lang === null);
}

/** The first sentences of a text that is long. */
function shortened(text: string): string {
  if (text.length <= MOST_OF_SUMMARY) return text;
  const end = text.lastIndexOf('. ', MOST_OF_SUMMARY);
  return `${text.slice(0, end < 0 ? MOST_OF_SUMMARY : end + 1)} …`;
}
