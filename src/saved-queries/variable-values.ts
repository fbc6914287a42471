import type { QuestionInput } from './describe-inputs.js';

export type InputSpec = Pick<QuestionInput, 'name' | 'form' | 'isList'>;

/** Values of the variables of a query. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** Texts in the form field of an input; several if the value is a list. */
export type FieldTexts = readonly string[];

/** An invalid value in a URL, with the name of its input and the reason. */
export interface InvalidValue {
  name: string;
  text: string;
  reason: 'NUMBER' | 'JSON' | 'YES_NO' | 'BREAKDOWN';
}

const NUMBER_PATTERN = /^-?\d+(?:\.\d+)?$/;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const BREAKDOWN_PATTERN = /^([^:]+):(.+)$/;

/** Formats the value of a variable for its form field. */
export function formatFieldValue(value: unknown, { form }: Pick<InputSpec, 'form'>): FieldTexts {
  if (value == null) return [];
  if (form === 'JSON') return [JSON.stringify(value)];
  return [value].flat().map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return String(item);
    const { dimension, code } = item as { dimension?: unknown; code?: unknown };
    return form === 'BREAKDOWN' ? `${String(dimension)}:${String(code)}` : JSON.stringify(item);
  });
}

/** Parses the value of a field; null if it is empty. @throws InvalidTextError */
export function parseFieldValue(field: FieldTexts, { form, isList }: Pick<InputSpec, 'form' | 'isList'>): unknown {
  const texts = field.map((text) => text.trim()).filter((text) => text !== '');
  if (texts.length === 0) return null;
  const values = texts.map((text) => FORM_PARSERS[form]?.(text) ?? text);
  return isList && form !== 'JSON' ? values : values[0];
}

/** Thrown if a text does not match the form of its input. */
export class InvalidTextError extends Error {
  constructor(
    readonly givenText: string,
    readonly reason: InvalidValue['reason'],
  ) {
    super(`"${givenText}" cannot be read`);
  }
}

const FORM_PARSERS: Readonly<Partial<Record<InputSpec['form'], (text: string) => unknown>>> = {
  NUMBER(text) {
    if (!NUMBER_PATTERN.test(text)) throw new InvalidTextError(text, 'NUMBER');
    return Number(text);
  },
  YES_NO(text) {
    if (text !== 'true' && text !== 'false') throw new InvalidTextError(text, 'YES_NO');
    return text === 'true';
  },
  // A day means midnight UTC.
  MOMENT: (text) => (DAY_PATTERN.test(text) ? `${text}T00:00:00.000Z` : text),
  BREAKDOWN(text) {
    const [, dimension, code] = BREAKDOWN_PATTERN.exec(text) ?? [];
    if (code === undefined) throw new InvalidTextError(text, 'BREAKDOWN');
    return { dimension, code };
  },
  JSON(text) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new InvalidTextError(text, 'JSON');
    }
  },
};

/** Removes null values, so that the defaults of the query apply. */
export function withoutNullValues(values: VariableValues): VariableValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
}

/** Parses the values in a URL. Lists are comma-separated or repeated parameters. An empty parameter means null. */
export function parseUrlValues(
  search: URLSearchParams,
  inputs: readonly InputSpec[],
): { values: VariableValues; wrong: readonly InvalidValue[] } {
  const values: Record<string, unknown> = {};
  const invalidValues: InvalidValue[] = [];
  for (const input of inputs) {
    const texts = search.getAll(input.name);
    if (texts.length === 0) continue;
    const field = input.isList && input.form !== 'JSON' ? texts.flatMap((text) => text.split(',')) : texts.slice(-1);
    try {
      values[input.name] = parseFieldValue(field, input);
    } catch (error) {
      if (!(error instanceof InvalidTextError)) throw error;
      invalidValues.push({ name: input.name, text: error.givenText, reason: error.reason });
    }
  }
  return { values, wrong: invalidValues };
}

/** Adds the values that differ from the defaults to a URL. A null value becomes an empty parameter. */
export function writeUrlValues(
  search: URLSearchParams,
  values: VariableValues,
  defaults: VariableValues,
  inputs: readonly InputSpec[],
): void {
  for (const input of inputs) {
    const value = values[input.name];
    if (JSON.stringify(value ?? null) === JSON.stringify(defaults[input.name] ?? null)) continue;
    search.set(input.name, formatFieldValue(value, input).join(','));
  }
}

/** Parses the default values of a question, a JSON object or null. */
export function parseDefaultValues(variables: string | null): VariableValues {
  return variables === null || variables.trim() === '' ? {} : (JSON.parse(variables) as VariableValues);
}
