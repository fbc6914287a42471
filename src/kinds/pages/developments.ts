import type { Html } from '../../html/html.js';
import { html } from '../../html/html.js';
import type { LinkedEntry, PageWriter } from '../../html/page-writer.js';
import { valueWord } from './value-word.js';

interface Figure {
  period: string;
  value: number | null;
}

export interface Development {
  indicator: LinkedEntry;
  percent: number | null;
  absolute: number;
  unit: string;
  from: Figure;
  to: Figure;
}

export const DEVELOPMENTS =
  'developments(first: 8) { indicator { ...Name } percent absolute unit from { period value } to { period value } }';

const MOST = 3;

/** The largest changes in the figures of an area; false for none. @param since  earliest year of a current change */
export function largestChanges(
  all: readonly Development[],
  { writer, since }: { writer: PageWriter; since: number },
): Html | false {
  const recent = all.filter(({ to }) => Number(to.period.slice(0, 4)) >= since);
  // Several indicators can have the same change, broken down differently.
  const figures = recent.map(({ from, to }) => JSON.stringify([from, to]));
  const isFirst = (_: Development, at: number) => figures.indexOf(figures[at]!) === at;
  const developments = recent.filter(isFirst).slice(0, MOST);
  if (developments.length === 0) return false;
  return html`<h3>${writer.labels.largestChanges}</h3>
    <ul class="two">
      ${developments.map((each) => change(each, writer))}
    </ul>`;
}

function change({ indicator, percent, absolute, unit, from, to }: Development, writer: PageWriter): Html {
  const { writing } = writer;
  const way = absolute > 0 ? 'RISING' : absolute < 0 ? 'FALLING' : 'STABLE';
  const by = percent === null ? writing.change(absolute) : `${writing.change(percent)} %`;
  const figure = ({ period, value }: Figure) =>
    html`${value === null ? '?' : writing.number(value)} (${writing.period(period)})`;
  return html`<li>
    ${writer.link(indicator, 't')}
    <p>
      ${valueWord(way, 'Direction', writer)} <b class="num nb">${by}</b><br />${figure(from)} → ${figure(to)},
      ${writer.unit(unit)}
    </p>
  </li> `;
}
