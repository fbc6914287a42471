import { escapeSvg, svgElement } from './svg.js';
import { textWidth } from './text-width.js';

/** An entry of a legend: a symbol, and the text that explains it. */
export interface LegendEntry {
  text: string;
  /** SVG elements of the symbol, drawn from the origin. */
  symbol: string;
  /** Width and height of the symbol, in pixels. */
  size: number;
  /** Whether the symbol has the scale of the drawing, so that both shrink together on a narrow screen. */
  isToScale?: true;
}

const FONT_PX = 12;
const MIN_ENTRY_PX = 74;
const GAP_PX = 6;
const BOX_PX = 15;

/** Returns a legend entry with a coloured box. @param attributes  SVG attributes of the box */
export function boxEntry(text: string, attributes: Readonly<Record<string, string>>): LegendEntry {
  const size = { x: 0.5, y: 0.5, width: BOX_PX - 1, height: BOX_PX - 1, 'stroke-width': 0.6 };
  return { text, symbol: svgElement('rect', { ...size, stroke: 'currentColor', ...attributes }), size: BOX_PX };
}

/** Draws a legend in rows. */
export function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
  top: number,
): { svg: string; height: number } {
  let [x, y, row] = [0, top, 0];
  const drawn = entries.map(({ text, symbol, size }) => {
    const entryWidth = Math.max(MIN_ENTRY_PX, size + GAP_PX + textWidth(text, FONT_PX) + 14);
    if (x > 0 && x + entryWidth > width) [x, y, row] = [0, y + row, 0];
    const label = svgElement(
      'text',
      { x: x + size + GAP_PX, y: y + size / 2 + 4, 'font-size': FONT_PX },
      escapeSvg(text),
    );
    const placed = svgElement('g', { transform: `translate(${Math.round(x)},${Math.round(y)})` }, symbol);
    [x, row] = [x + entryWidth, Math.max(row, size + GAP_PX + 1)];
    return placed + label;
  });
  return { svg: drawn.join(''), height: y + row - top };
}
