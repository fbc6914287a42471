import { upperSnakeCase } from '../model/model.js';
import { ITEM_SEPARATOR, splitCell, type TableCell, VALUE_SEPARATOR } from '../tables/table-cell.js';
import type { Column } from '../tables/column.js';
import { findFieldLabel, enumLabel } from '../i18n/column-labels.js';
import { unitLabel } from '../i18n/unit-label.js';
import { readableAlias } from '../i18n/readable-name.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { englishLang, type LocaleFormats } from '../i18n/locale-formats.js';

/** Messages of a page, and its formats for numbers, periods and dates. */
export interface Localisation {
  messages: LocaleMessages;
  format: LocaleFormats;
}

export interface DisplayItem {
  text: string;
  href: string | null;
}

const URL_PATTERN = /^https?:\/\/\S+$/;
const LINKED_TEXT = /^(.+) <(https?:\/\/[^\s>]+|\/[a-z][^\s>]*)>$/;
const ENUM_VALUE_PATTERN = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/;

/** Returns the displayed items of a cell: labels of enum values; numbers, dates and durations in the page's format. */
export function toDisplayItems(cell: TableCell, column: Column, localisation: Localisation): readonly DisplayItem[] {
  if (cell === null || cell === '') return [];
  if (typeof cell !== 'string') return [plainItem(formatValue(cell, column, localisation))];
  const items = cellTexts(cell, column).map((item) => toDisplayItem(item, column, localisation));
  if (column.type !== 'FIELD') return items;
  // Paths to different items of a list have the same label, which is shown once.
  return items.filter(({ text }, index) => items.findIndex((item) => item.text === text) === index);
}

/** Splits the value of a cell into texts; a list has several. */
export function cellTexts(
  cell: TableCell | undefined,
  { type, contractType }: Pick<Column, 'type' | 'contractType'>,
): readonly string[] {
  const isList = contractType === null || type === 'ENUM' || LIST_TYPES.includes(contractType);
  if (isList) return splitCell(cell);
  return cell == null || cell === '' ? [] : [String(cell)];
}

/** Scalar types of which a cell can contain lists. */
const LIST_TYPES = ['PartialDate', 'DateTime', 'Language', 'Locale', 'URL'];

function toDisplayItem(item: string, column: Column, localisation: Localisation): DisplayItem {
  if (URL_PATTERN.test(item)) return { text: item, href: item };
  const [, name, target] = LINKED_TEXT.exec(item) ?? [];
  if (name !== undefined && target !== undefined)
    return { text: name, href: target.startsWith('/') ? `${localePrefix(localisation)}${target}` : target };
  return plainItem(formatText(item, column, localisation));
}

/** Returns the prefix of the paths of pages in the language of a page. */
export function localePrefix({ messages: { locale } }: Localisation): string {
  return englishLang(locale) === null ? '' : `/${locale}`;
}

function plainItem(text: string): DisplayItem {
  return { text, href: null };
}

function formatValue(value: number | boolean, { role }: Column, { messages, format }: Localisation): string {
  if (typeof value === 'boolean') return value ? messages.form.yes : messages.form.no;
  return role === 'rank' ? String(value) : format.number(value);
}

function formatText(text: string, { type, contractType, role }: Column, { messages, format }: Localisation): string {
  if (role === 'list') return findFieldLabel(messages, text) ?? readableAlias(text);
  if (role === 'unit') return unitLabel(messages, text).text;
  if (type === 'ENUM' && contractType !== null) return enumLabel(messages, text, contractType);
  if (type === 'FIELD')
    return text
      .split(VALUE_SEPARATOR)
      .map((part) => labelPath(part, messages))
      .join(VALUE_SEPARATOR);
  switch (contractType) {
    case 'Period':
      return format.period(text);
    case 'PartialDate':
    case 'DateTime':
      return format.date(text);
    case 'Duration':
      return format.duration(text);
    case 'Language':
    case 'Locale':
      return messages.values[text] ?? text;
    case '__typename':
      return enumLabel(messages, upperSnakeCase(text));
    case null:
      if (type !== 'ENUM') return text;
      // Enum values are recognised only by their notation.
      return text
        .split(VALUE_SEPARATOR)
        .map((part) => (ENUM_VALUE_PATTERN.test(part) ? enumLabel(messages, part) : part))
        .join(VALUE_SEPARATOR);
    default:
      return text;
  }
}

/** Labels the path of a field: `sessions.title` becomes "Sessions · Title". Returns other texts unchanged. */
function labelPath(text: string, messages: LocaleMessages): string {
  const names = text.split('.').map((name) => findFieldLabel(messages, name));
  return names.every((name) => name !== undefined) ? names.join(' · ') : text;
}

/** Joins the texts of items. */
export function joinDisplayItems(items: readonly DisplayItem[]): string {
  return items.map(({ text }) => text).join(ITEM_SEPARATOR);
}
