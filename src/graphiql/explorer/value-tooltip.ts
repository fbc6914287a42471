import { stepPeriod } from './period-slider.js';
import { createElement, readFigures, announce, UI_TEXTS, findView } from './dom-helpers.js';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const TIP_GAP_PX = 14;

/** Position of a figure: its series or rank, and its period. */
interface FigurePosition {
  item: number;
  period: number;
}

const tooltip = createElement('div', { class: 'tip chart', hidden: '', 'aria-hidden': 'true' });
document.body.append(tooltip);

/** Figure that was last selected with the arrow keys; null if there is none. */
let position: FigurePosition | null = null;

/** Shows figures of the charts in a tooltip: those at the pointer, or those selected with the arrow keys. */
export function addTooltip(): void {
  position = null;
  for (const [index, frame] of [...findView().querySelectorAll<HTMLElement>('.fig > div')].entries()) {
    const svg = frame.querySelector<SVGSVGElement>('svg.chart');
    if (!svg) continue;
    frame.id = `chart-${index}`;
    frame.tabIndex = 0;
    frame.setAttribute('role', 'application');
    frame.setAttribute('aria-label', UI_TEXTS.keys);
    frame.addEventListener('pointermove', (event) => showAtPointer(svg, event));
    frame.addEventListener('pointerleave', hideTooltip);
    frame.addEventListener('blur', hideTooltip);
    frame.addEventListener('keydown', (event) => moveByKey(svg, event));
  }
  // Pointing at the name of a line highlights the line.
  for (const name of findView().querySelectorAll<HTMLElement>('.chips li[class], .fig svg[data-plots] > g[class]')) {
    name.addEventListener('pointerenter', () => highlight(name.getAttribute('class')));
    name.addEventListener('pointerleave', () => highlight(null));
  }
}

/** Hides the tooltip, and the marks of the figures that it shows. */
export function hideTooltip(): void {
  tooltip.hidden = true;
  for (const mark of document.querySelectorAll('.cursor')) mark.remove();
  for (const element of document.querySelectorAll('.chart .on')) element.classList.remove('on');
}

function highlight(name: string | null): void {
  for (const svg of findView().querySelectorAll('svg.chart')) {
    svg.classList.toggle('hot', name !== null);
    for (const line of svg.children) line.classList.toggle('on', line.classList.contains(name ?? ' '));
  }
}

/** Returns the positions of the plots of a chart, in units of its view box. */
function readPlots(svg: SVGSVGElement): number[][] {
  return (svg.dataset['plots'] ?? '').split(',').map((numbers) => numbers.split(' ').map(Number));
}

/** Shows the figures at the pointer; hides the tooltip if there are none. */
function showAtPointer(svg: SVGSVGElement, { clientX, clientY, target }: PointerEvent): void {
  if (!svg.dataset['plots']) {
    const items = itemsOf(svg);
    const item = items.findIndex((element) => element.contains(target as Node));
    if (item < 0) return hideTooltip();
    showItemFigure(items, item, [clientX, clientY]);
    return;
  }
  const box = svg.getBoundingClientRect();
  const ratio = svg.viewBox.baseVal.width / box.width;
  const [x, y] = [(clientX - box.left) * ratio, (clientY - box.top) * ratio];
  const { periods } = readFigures();
  const plots = readPlots(svg);
  const plotIndex = plots.findIndex(([left, step, top, bottom]) => {
    const right = left! + step! * (periods.length - 1);
    return x > left! - 20 && x < right + 20 && y > top! - 10 && y < bottom! + 20;
  });
  if (plotIndex < 0) return hideTooltip();
  const [left, step] = plots[plotIndex]!;
  const period = Math.max(0, Math.min(periods.length - 1, Math.round((x - left!) / step!)));
  showPeriodFigures(svg, { item: plotIndex, period }, [clientX, clientY]);
}

function moveByKey(svg: SVGSVGElement, event: KeyboardEvent): void {
  const { key } = event;
  if (key === 'Escape') return hideTooltip();
  const [dx, dy] = [
    Number(key === 'ArrowRight') - Number(key === 'ArrowLeft'),
    Number(key === 'ArrowDown') - Number(key === 'ArrowUp'),
  ];
  if (dx === 0 && dy === 0 && key !== 'Home' && key !== 'End') return;
  event.preventDefault();
  const isOverTime = svg.dataset['plots'] !== undefined;
  if (!isOverTime && dx !== 0) return stepPeriod(dx);
  const { periods, rows } = readFigures();
  const items = isOverTime ? rows : itemsOf(svg);
  const clamp = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));
  const edgeIndex = (length: number) => (key === 'Home' ? 0 : length - 1);
  const isEdge = key === 'Home' || key === 'End';
  const start = position ?? { item: 0, period: periods.length - 1 };
  const isFirst = position === null && !isEdge;
  position = {
    item: isOverTime || !isEdge ? clamp(start.item + (isFirst ? 0 : dy), items.length) : edgeIndex(items.length),
    period: isOverTime && isEdge ? edgeIndex(periods.length) : clamp(start.period + (isFirst ? 0 : dx), periods.length),
  };
  const box = svg.getBoundingClientRect();
  if (!isOverTime) {
    const shape = itemsOf(svg)[position.item]?.getBoundingClientRect();
    if (!shape) return;
    announce(showItemFigure(itemsOf(svg), position.item, [shape.left + shape.width / 2, shape.top + shape.height / 2]));
    return;
  }
  const plots = readPlots(svg);
  const [left, step, top] = plots[Math.min(position.item, plots.length - 1)]!;
  const ratio = box.width / svg.viewBox.baseVal.width;
  showPeriodFigures(svg, position, [
    box.left + (left! + step! * position.period) * ratio,
    box.top + (top! + 20) * ratio,
  ]);
  const { name, texts } = rows[position.item]!;
  announce(`${periods[position.period]}${UI_TEXTS.colon} ${name} ${texts[position.period] || UI_TEXTS.noFigure}`);
}

/** Shows the figures of a period: of all lines, or of one small chart. */
function showPeriodFigures(svg: SVGSVGElement, { item, period }: FigurePosition, at: readonly [number, number]): void {
  const { periods, rows } = readFigures();
  const plots = readPlots(svg);
  const isSmallMultiple = plots.length > 1;
  const [left, step, top, bottom, zero, unit] = plots[Math.min(item, plots.length - 1)]!;
  const x = left! + step! * period;
  const periodRows = rows.map((row, index) => ({ ...row, index, value: row.values[period] ?? null }));
  const plottedRows = isSmallMultiple ? periodRows.slice(item, item + 1) : periodRows;
  hideTooltip();
  const cursor = document.createElementNS(SVG_NAMESPACE, 'g');
  cursor.setAttribute('class', 'cursor');
  appendSvg(cursor, 'line', { x1: x, x2: x, y1: top!, y2: bottom! });
  for (const { index, value } of plottedRows) {
    if (value !== null)
      appendSvg(cursor, 'circle', { cx: x, cy: zero! - value * unit!, r: 5, class: colourOf(index, isSmallMultiple) });
  }
  svg.append(cursor);
  const lines = plottedRows
    .toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
    .map(({ name, texts, index }) =>
      createElement(
        'tr',
        {},
        createElement('th', { class: colourOf(index, isSmallMultiple) }, `■ ${name}`),
        createElement('td', {}, texts[period] || UI_TEXTS.noFigure),
      ),
    );
  showTip([createElement('b', {}, periods[period] ?? ''), createElement('table', {}, ...lines)], at);
}

function colourOf(index: number, isSmallMultiple: boolean): string {
  return `d${isSmallMultiple ? 1 : index + 1}`;
}

function appendSvg(parent: Element, name: string, attributes: Readonly<Record<string, string | number>>): void {
  const element = document.createElementNS(SVG_NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
}

/** Returns the bars by rank, or the countries of a map by descending figure. */
function itemsOf(svg: SVGSVGElement): Element[] {
  const bars = [...svg.querySelectorAll('.row')];
  if (bars.length > 0) return bars;
  const { rows } = readFigures();
  const values = new Map(rows.map(({ name, values: [value] }) => [name, value ?? -Infinity]));
  const readFigure = (element: Element) => values.get(element.getAttribute('data-n')!) ?? -Infinity;
  return [...svg.querySelectorAll('[data-n]')].sort((a, b) => readFigure(b) - readFigure(a) || 0);
}

/** Shows the figure of a bar or country, and returns it as text. */
function showItemFigure(items: readonly Element[], index: number, at: readonly [number, number]): string {
  const item = items[index]!;
  const { rows, periods } = readFigures();
  const name = item.getAttribute('data-n');
  const shownText = rows.find((row) => row.name === name)?.texts[0];
  const text =
    name === null
      ? [...item.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ')
      : `${name}${UI_TEXTS.colon} ${shownText || UI_TEXTS.noFigure}`;
  hideTooltip();
  item.classList.add('on');
  showTip([createElement('b', {}, periods[0] ?? ''), ` ${text}`], at);
  return `${periods[0] ?? ''}${UI_TEXTS.colon} ${text}`;
}

function showTip(content: (Node | string)[], [x, y]: readonly [number, number]): void {
  tooltip.replaceChildren(...content);
  tooltip.hidden = false;
  const { offsetWidth, offsetHeight } = tooltip;
  const left = x + TIP_GAP_PX + offsetWidth > innerWidth ? x - TIP_GAP_PX - offsetWidth : x + TIP_GAP_PX;
  tooltip.style.left = `${Math.max(4, left)}px`;
  tooltip.style.top = `${Math.max(4, Math.min(y, innerHeight - offsetHeight - 4))}px`;
}
