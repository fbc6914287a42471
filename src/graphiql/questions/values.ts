import type { Input, Values } from './question.js';

/** A value of one input as its field holds it: texts, of which a list has several. */
export type FieldValue = readonly string[];

/** A value of a variable as a field shows it. */
export function fieldOf(value: unknown, { form }: Input): FieldValue {
  if (value == null) return [];
  if (form === 'JSON') return [JSON.stringify(value)];
  return [value].flat().map((each: unknown) => {
    if (typeof each !== 'object' || each === null) return String(each);
    const { dimension, code } = each as { dimension?: unknown; code?: unknown };
    return form === 'BREAKDOWN' ? `${String(dimension)}:${String(code)}` : JSON.stringify(each);
  });
}

/** A value of a variable from what its field holds; null where it holds nothing. @throws Error where it cannot be read */
export function valueOf(field: FieldValue, { form, isList }: Input): unknown {
  const texts = field.filter((text) => text !== '');
  if (texts.length === 0) return null;
  if (form === 'JSON') return JSON.parse(texts[0]!) as unknown;
  const values = texts.map((text) => {
    switch (form) {
      case 'NUMBER':
        return Number(text);
      case 'YES_NO':
        return text === 'true';
      case 'BREAKDOWN': {
        const [dimension, code = ''] = text.split(':');
        return { dimension, code };
      }
      default:
        return text;
    }
  });
  return isList ? values : values[0];
}

/** The values without those that say nothing: what is not given has the default of the query. */
export function given(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null));
}

/** The values that an address gives to the inputs of a question, each under its name; a list by commas or several times. */
export function valuesIn(search: URLSearchParams, inputs: readonly Input[]): Values {
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const given = search.getAll(input.name);
      if (given.length === 0) return [];
      const texts = input.isList && input.form !== 'JSON' ? given.flatMap((text) => text.split(',')) : given.slice(-1);
      try {
        return [[input.name, valueOf(texts, input)]];
      } catch {
        return [];
      }
    }),
  );
}

/** Writes into an address what differs from the question's own values. */
export function writeValues(search: URLSearchParams, values: Values, own: Values, inputs: readonly Input[]): void {
  for (const input of inputs) {
    const value = values[input.name];
    if (JSON.stringify(value ?? null) === JSON.stringify(own[input.name] ?? null)) continue;
    search.set(input.name, fieldOf(value, input).join(','));
  }
}
