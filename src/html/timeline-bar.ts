import { type Html, html } from './html.js';

/** Range of years that all bars of a timeline share, inclusive. */
export interface YearRange {
  from: number;
  to: number;
}

/** A span of partial dates. Null means an open start or end. */
export interface DateSpan {
  from: string | null;
  to: string | null;
}

const BAR_WIDTH = 400;
const BAR_HEIGHT = 20;

/** Returns the years from the first to the last date of spans, at least up to `now`; null if none has a date. */
export function spanYears(spans: readonly DateSpan[], now: number): YearRange | null {
  const years = spans.flatMap(({ from, to }) => [from, to]).flatMap((date) => (date ? [Number(date.slice(0, 4))] : []));
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(now, ...years) };
}

/** Renders a span as a bar. Hidden from screen readers, because the dates are next to it as text. */
export function timelineBar({ from, to }: DateSpan, years: YearRange): Html {
  const scale = (BAR_WIDTH - 8) / Math.max(1, years.to - years.from + 1);
  const toX = (date: string, isEnd: boolean) => {
    const [year = 0, month] = date.split('-').map(Number);
    const fraction = month === undefined ? (isEnd ? 1 : 0) : (month - (isEnd ? 0 : 1)) / 12;
    return 4 + (year - years.from + fraction) * scale;
  };
  const left = from ? toX(from, false) : 4;
  const right = to ? toX(to, true) : BAR_WIDTH - 4;
  const width = Math.max(2, right - left).toFixed(1);
  return html`<svg class="bar-line" viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" aria-hidden="true">
    <path class="g" d="M4 ${BAR_HEIGHT / 2}H${BAR_WIDTH - 4}" />
    <rect class="b1" x="${left.toFixed(1)}" y="4" width="${width}" height="12" />
  </svg>`;
}
