import { ObjectId, Timestamp } from 'bson';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName, isNullish } from '../../bson/values.js';
import type { CommandErrorName } from '../../command-error.js';
import { CommandError } from '../../command-error.js';
import { dateAt } from '../calendar.js';
import type { Evaluate, Scope } from '../expression.js';
import { weekdayNumber, type Unit, UNITS } from '../time-units.js';
import { argumentsOf } from './comparison.js';

/** The codes of an operator's errors: for what is no document, for an unknown argument, and for each that must be there. */
export interface ArgumentCodes {
  object: CommandErrorName;
  unknown: CommandErrorName;
  missing: Readonly<Record<string, CommandErrorName>>;
}

/** The named arguments of an operator, compiled. @throws CommandError  an argument is unknown or absent */
export function compiledArguments(
  name: string,
  operand: Value,
  compile: (expression: Value) => Evaluate,
  optional: readonly string[],
  codes: ArgumentCodes,
): Partial<Record<string, Evaluate>> {
  const parts: Doc = argumentsOf(name, operand, optional, codes);
  return Object.fromEntries(Object.entries(parts).map(([field, value]) => [field, compile(value)]));
}

/** What counts as a date: also the seconds of a timestamp and of an ObjectId. Nothing else does. */
export function asDate(value: Value): Date | undefined {
  // one that was made by JavaScript may be none
  if (value instanceof Date) return dateAt(value.getTime());
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  return undefined;
}

/** The date in an argument. @throws CommandError  with the code that is given; it is none */
export function dateIn(name: string, value: Value, code: CommandErrorName = 'Location16006'): Date {
  const date = asDate(value);
  if (date) return date;
  throw new CommandError(code, `can't convert from BSON type ${typeName(value)} to Date in ${name}`);
}

/** A zone: its name, nothing when none is asked for, null when the answer is to be null. */
export function zoneIn(evaluate: Evaluate | undefined, scope: Scope): string | null | undefined {
  if (!evaluate) return undefined;
  const zone = evaluate(scope);
  if (isNullish(zone)) return null;
  if (typeof zone !== 'string')
    throw new CommandError('Location40517', `timezone must evaluate to a string, found ${typeName(zone)}`);
  return zone;
}

/** A unit of time. @throws CommandError  with the code that is given; there is no such unit */
export function unitIn(name: string, value: Value, noText: CommandErrorName, unknown: CommandErrorName): Unit {
  if (typeof value !== 'string')
    throw new CommandError(noText, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  if (!UNITS.includes(value as Unit)) {
    throw new CommandError(unknown, `${name} parameter 'unit' value cannot be recognized as a time unit: ${value}`);
  }
  return value as Unit;
}

/** The day that weeks begin with, Sunday being 0; it matters to weeks alone. Null when the answer is to be null. */
export function startOfWeekIn(name: string, unit: Unit, evaluate: Evaluate | undefined, scope: Scope): number | null {
  if (unit !== 'week' || !evaluate) return 0;
  const value = evaluate(scope);
  if (isNullish(value)) return null;
  if (typeof value !== 'string')
    throw new CommandError(
      'Location5439015',
      `${name} requires 'startOfWeek' to be a string, but got ${typeName(value)}`,
    );
  const number = weekdayNumber(value);
  if (number < 0) {
    throw new CommandError(
      'Location5439016',
      `${name} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`,
    );
  }
  return number;
}

/** An integer of 64 bits in whatever numeric type; nothing when the value is none. */
export function integerIn(value: Value): number | undefined {
  const number = isNumeric(value) ? toDouble(value) : NaN;
  return Number.isInteger(number) && number >= -(2 ** 63) && number < 2 ** 63 ? number : undefined;
}

/** The operand of `{ $year: date }`, `{ $year: [date] }` or `{ $year: { date, timezone } }`. */
export function dateAndZone(
  name: string,
  operand: Value,
  compile: (expression: Value) => Evaluate,
): Partial<Record<string, Evaluate>> {
  const isNamed = isDoc(operand) && !Object.keys(operand)[0]?.startsWith('$');
  if (isNamed) {
    return compiledArguments(name, operand, compile, ['timezone'], {
      object: 'Location40536',
      unknown: 'Location40535',
      missing: { date: 'Location40539' },
    });
  }
  if (Array.isArray(operand) && operand.length !== 1) {
    throw new CommandError(
      'Location40536',
      `${name} accepts exactly one argument if given an array, but was given ${operand.length}`,
    );
  }
  return { date: compile(Array.isArray(operand) ? operand[0]! : operand) };
}
