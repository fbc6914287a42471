import type { QuestionInput } from './inputs.js';

/** What must be known of an input to read and write its values. */
export type Field = Pick<QuestionInput, 'name' | 'form' | 'isList'>;

/** The values of the variables of a query. */
export type Values = Readonly<Record<string, unknown>>;

/** A value of one input as its field holds it: texts, of which a list has several. */
export type FieldValue = readonly string[];

/** What of an address could not be read, by the name of the input. */
export interface WrongValue {
  name: string;
  given: string;
  reason: 'NUMBER' | 'JSON' | 'YES_NO' | 'BREAKDOWN';
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BREAKDOWN = /^([^:]+):(.+)$/;

/** A value of a variable as a field shows it. */
export function showValue(value: unknown, { form }: Pick<Field, 'form'>): FieldValue {
  if (value == null) return [];
  if (form === 'JSON') return [JSON.stringify(value)];
  return [value].flat().map((each: unknown) => {
    if (typeof each !== 'object' || each === null) return String(each);
    const { dimension, code } = each as { dimension?: unknown; code?: unknown };
    return form === 'BREAKDOWN' ? `${String(dimension)}:${String(code)}` : JSON.stringify(each);
  });
}

/**
 * A value of a variable from what its field holds; null where it holds nothing.
 *
 * @throws WrongText where it cannot be read
 */
export function readValue(field: FieldValue, { form, isList }: Pick<Field, 'form' | 'isList'>): unknown {
  const texts = field.map((text) => text.trim()).filter((text) => text !== '');
  if (texts.length === 0) return null;
  const values = texts.map((text) => READ[form]?.(text) ?? text);
  return isList && form !== 'JSON' ? values : values[0];
}

/** Thrown for a text that is not what it is asked for as. */
export class WrongText extends Error {
  constructor(
    readonly given: string,
    readonly reason: WrongValue['reason'],
  ) {
    super(`"${given}" cannot be read`);
  }
}

const READ: Readonly<Partial<Record<Field['form'], (text: string) => unknown>>> = {
  NUMBER(text) {
    if (!NUMBER.test(text)) throw new WrongText(text, 'NUMBER');
    return Number(text);
  },
  YES_NO(text) {
    if (text !== 'true' && text !== 'false') throw new WrongText(text, 'YES_NO');
    return text === 'true';
  },
  // A day means the beginning of it.
  MOMENT: (text) => (DAY.test(text) ? `${text}T00:00:00.000Z` : text),
  BREAKDOWN(text) {
    const [, dimension, code] = BREAKDOWN.exec(text) ?? [];
    if (code === undefined) throw new WrongText(text, 'BREAKDOWN');
    return { dimension, code };
  },
  JSON(text) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new WrongText(text, 'JSON');
    }
  },
};

/** The values without those that say nothing: what is not given has the default of the query. */
export function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
}

/**
 * The values that an address gives to the inputs of a question, each under its name; a list by commas or several times.
 * What is given as nothing is null.
 */
export function valuesIn(
  search: URLSearchParams,
  inputs: readonly Field[],
): { values: Values; wrong: readonly WrongValue[] } {
  const values: Record<string, unknown> = {};
  const wrong: WrongValue[] = [];
  for (const input of inputs) {
    const texts = search.getAll(input.name);
    if (texts.length === 0) continue;
    const field = input.isList && input.form !== 'JSON' ? texts.flatMap((text) => text.split(',')) : texts.slice(-1);
    try {
      values[input.name] = readValue(field, input);
    } catch (error) {
      if (!(error instanceof WrongText)) throw error;
      wrong.push({ name: input.name, given: error.given, reason: error.reason });
    }
  }
  return { values, wrong };
}

/** Writes into an address what differs from a question's own values; what is nothing and differs is written as empty. */
export function writeValues(search: URLSearchParams, values: Values, own: Values, inputs: readonly Field[]): void {
  for (const input of inputs) {
    const value = values[input.name];
    if (JSON.stringify(value ?? null) === JSON.stringify(own[input.name] ?? null)) continue;
    search.set(input.name, showValue(value, input).join(','));
  }
}

/** The values that a question comes with. @param variables JSON, or null for none */
export function ownValues(variables: string | null): Values {
  return variables === null || variables.trim() === '' ? {} : (JSON.parse(variables) as Values);
}
