/** Texts that the script shows or announces, in the language of the page. */
interface UiTexts {
  add: string;
  remove: string;
  play: string;
  pause: string;
  copy: string;
  copyCitation: string;
  copyText: string;
  copied: string;
  copyFailed: string;
  png: string;
  keys: string;
  failed: string;
  noFigure: string;
  colon: string;
}

const status = document.getElementById('announcement')!;

export const UI_TEXTS = JSON.parse(status.dataset['texts']!) as UiTexts;

/** Returns the part of an explorer page that is reloaded when the reader changes a choice. */
export function findView(): HTMLElement {
  return document.getElementById('view')!;
}

/** Announces a text to screen readers. */
export function announce(text: string): void {
  status.textContent = text;
}

/** Creates an element with attributes and children. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** A row of the table of figures. */
interface Row {
  name: string;
  /** Numbers as shown; empty for a missing figure. */
  texts: readonly string[];
  values: readonly (number | null)[];
}

/** Reads the table of the figures, with its periods in ascending order. */
export function readFigures(): { periods: readonly string[]; rows: readonly Row[] } {
  const table = findView().querySelector<HTMLTableElement>('.pivot table');
  if (!table) return { periods: [], rows: [] };
  const periods = [...table.tHead!.rows[0]!.cells].slice(1).map((cell) => cell.textContent!.trim());
  const rows = [...table.tBodies[0]!.rows].map(({ cells: [head, ...cells] }) => {
    const texts = cells.map((cell) => (cell.classList.contains('gone') ? '' : cell.firstChild!.textContent!.trim()));
    const values = texts.map((text) =>
      text === '' ? null : Number(withoutThousandsSeparators(text).replace(',', '.')),
    );
    return { name: head!.textContent!.trim(), texts: texts.reverse(), values: values.reverse() };
  });
  return { periods: periods.reverse(), rows };
}

/** Removes the thousands separators of a number. */
export function withoutThousandsSeparators(text: string): string {
  const decimal = status.dataset['decimal']!;
  return [...text.replace('−', '-')].filter((sign) => /[\d-]/.test(sign) || sign === decimal).join('');
}
