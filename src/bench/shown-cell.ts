import type { Cell } from '../tables/cell.js';
import type { Column } from '../tables/column.js';
import { valueWord } from '../words/catalogue.js';
import type { Words } from '../words/words.js';
import type { Writing } from '../words/writing.js';

/** What a page says in, and how it writes numbers. */
export interface Saying {
  words: Words;
  writing: Writing;
}

const ADDRESS = /^https?:\/\/\S+$/;
const ENUM_NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;
const BETWEEN_ITEMS = '; ';
const BETWEEN_VALUES = ' / ';

/** A cell as people read it: values of enums in words, numbers, periods and dates as their language writes them. */
export function shownText(cell: Cell, { type, holds, role }: Column, { words, writing }: Saying): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return role === 'rank' ? String(cell) : writing.number(cell);
  if (typeof cell === 'boolean') return cell ? words.answer.yes : words.answer.no;
  if (type === 'ENUM') return joined(cell, (name) => valueWord(words, name, holds));
  switch (holds) {
    case 'Period':
      return writing.period(cell);
    case 'PartialDate':
    case 'DateTime':
      return joined(cell, (date) => writing.date(date));
    case 'Language':
    case 'Locale':
      return joined(cell, (name) => words.values[name] ?? name);
    case null:
      return joined(cell, (item) => item.split(BETWEEN_VALUES).map(partIn(words)).join(BETWEEN_VALUES));
    default:
      return cell;
  }
}

/** The address that a cell holds and nothing else; null for other cells. */
export function addressIn(cell: Cell): string | null {
  return typeof cell === 'string' && ADDRESS.test(cell) ? cell : null;
}

function joined(text: string, written: (item: string) => string): string {
  return text.split(BETWEEN_ITEMS).map(written).join(BETWEEN_ITEMS);
}

/** Of what was put together from an object nobody knows which part is the name of a value, but for its look. */
function partIn(words: Words): (part: string) => string {
  return (part) => (ENUM_NAME.test(part) ? valueWord(words, part) : (words.values[part] ?? part));
}
