import type { LoadedQuestion } from './loaded-question.js';
import { decodeCommasAndColons } from './permalink-path.js';
import { AS_OF, EDITIONS } from './pin-as-of.js';
import { formatFieldValue, parseUrlValues } from './variable-values.js';

/** View of questions that are answered in the editor instead of a page. */
export const EDITOR_VIEW = 'JSON';

/** Fields that `hasOwnPage` reads. */
export const OWN_PAGE_FIELDS = ['view', 'explorer'];

/** Whether an entry has a page of its own. Questions that the editor or the explorer answers have none. */
export function hasOwnPage({ view, explorer }: Readonly<Record<string, unknown>>): boolean {
  return view !== EDITOR_VIEW && !explorer;
}

/** A variable in the parameters of a view. */
export const VARIABLE_PATTERN = /^\$(\w+)$/;

/** Returns the path of the explorer view that answers a question with the values in a URL; null if there is none. */
export function explorerPath(
  { explorer, defaults, inputs, vintage }: LoadedQuestion,
  search: URLSearchParams,
): string | null {
  if (!explorer) return null;
  const values = { ...defaults, ...parseUrlValues(search, inputs).values };
  const formatVariable = (name: string) => {
    const input = inputs.find((candidate) => candidate.name === name);
    return input ? formatFieldValue(values[name], input).join(',') : '';
  };
  const { slug, path } = explorer.indicator;
  const indicatorInput = inputs.find(({ name }) => defaults[name] === slug);
  const indicatorSlug = (indicatorInput && formatVariable(indicatorInput.name)) || slug;
  const parameters = fillParameters(explorer.parameters, formatVariable);
  const editionParameters = { [AS_OF]: search.get(AS_OF) ?? vintage, [EDITIONS]: search.get(EDITIONS) };
  for (const [name, text] of Object.entries(editionParameters)) if (text) parameters.set(name, text);
  return withParameters(`${path.slice(0, -slug.length)}${encodeURIComponent(indicatorSlug)}`, parameters);
}

/** Replaces the variables in the parameters of a view with the texts of their values. Omits empty parameters. */
export function fillParameters(
  parameters: string | null | undefined,
  textOf: (variable: string) => string,
): URLSearchParams {
  const filledParameters = new URLSearchParams();
  for (const [name, text] of new URLSearchParams(parameters ?? '')) {
    const parts = text.split(',').map((part) => {
      const variable = VARIABLE_PATTERN.exec(part)?.[1];
      return variable === undefined ? part : textOf(variable);
    });
    const value = parts.filter((part) => part !== '').join(',');
    if (value !== '') filledParameters.append(name, value);
  }
  return filledParameters;
}

/** Returns a path with legible parameters. With the parameter `changes`, the path leads to the section of editions. */
export function withParameters(path: string, parameters: URLSearchParams): string {
  const section = parameters.has('changes') ? '#editions' : '';
  return decodeCommasAndColons(`${path}${parameters.size > 0 ? `?${parameters}` : ''}${section}`);
}
