import type { Field } from '../../src/model/model.js';
import type { EntryRecord } from '../../src/store/entries.js';

/** Returns all values at a path, through lists and objects, with duplicates. */
export function leafValues(value: unknown, path: readonly string[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each) => leafValues(each, path));
  return path.length === 0 ? [value] : leafValues((value as EntryRecord)[path[0]!], path.slice(1));
}

/** Compares two values for sorting. */
export function compareOrder(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Removes case and accents, one character at a time. */
export function foldText(text: string): string {
  return [...text.normalize('NFKD')]
    .filter((letter) => !/\p{Mark}/u.test(letter))
    .join('')
    .toLowerCase();
}

/** Returns the start of a date and the start of the following one, in milliseconds. */
export function dayInterval(date: string): [number, number] {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const begin = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const end = day ? Date.UTC(year, month! - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return [begin, end];
}

/** Whether a value equals an operand, ignoring case and accents of texts; for partial dates, whether it lies within. */
export function equalsOperand(field: Field, value: unknown, operand: unknown): boolean {
  if (value === null) return false;
  if (field.type === 'PartialDate') {
    const [valueRange, within] = [dayInterval(value as string), dayInterval(operand as string)];
    return valueRange[0] >= within[0] && valueRange[1] <= within[1];
  }
  if (field.type === 'DateTime') return new Date(value as string).getTime() === new Date(operand as string).getTime();
  if (['String', 'URL', 'Markdown'].includes(field.type))
    return foldText(value as string) === foldText(operand as string);
  return value === operand;
}

/** Whether a value meets a comparison. */
export function matchesComparison(field: Field, value: unknown, operator: string, operand: unknown): boolean {
  if (field.type === 'PartialDate') {
    const [valueRange, operandRange] = [dayInterval(value as string), dayInterval(operand as string)];
    return {
      lt: valueRange[1] <= operandRange[0],
      lte: valueRange[1] <= operandRange[1],
      gt: valueRange[0] >= operandRange[1],
      gte: valueRange[0] >= operandRange[0],
    }[operator]!;
  }
  const [valueRange, operandRange] =
    field.type === 'DateTime'
      ? [value, operand].map((each) => new Date(each as string).getTime())
      : [value as number, operand as number];
  return {
    lt: valueRange! < operandRange!,
    lte: valueRange! <= operandRange!,
    gt: valueRange! > operandRange!,
    gte: valueRange! >= operandRange!,
  }[operator]!;
}
