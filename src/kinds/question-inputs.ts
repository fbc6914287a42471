import type { VariableValues } from '../saved-queries/variable-values.js';
import { parse } from 'graphql';
import { describeInputs, type QuestionInput } from '../saved-queries/describe-inputs.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { messagesFor } from '../i18n/messages-for.js';
import { readCoverage } from './indicator-series.js';
import { listChoices, type BoundInput } from './question-input-choices.js';
import type { KindModuleOf } from './kind-module-types.js';

const MAX_INPUTS = 20;
/** Maximum number of choices per input, and of all inputs together. */
const MAX_CHOICES = { each: 300, all: 1500 };

export const questionInputsSize = () => ({
  each: MAX_INPUTS,
  nested: { choices: { each: MAX_CHOICES.each, per: MAX_CHOICES.all } },
});

/** Returns the inputs of a query. Later JSON objects of `values` take precedence; invalid ones are ignored. */
export function inputsOfQuery(
  document: string,
  values: readonly (string | null | undefined)[],
  { contract, locales }: ComputedContext,
): BoundInput[] {
  const givenValues: VariableValues = Object.assign({}, ...values.map(parseObject));
  const inputs = describeInputs(contract, parse(document), messagesFor(locales)).slice(0, MAX_INPUTS);
  const maxChoices = Math.min(MAX_CHOICES.each, Math.floor(MAX_CHOICES.all / Math.max(1, inputs.length)));
  return inputs.map((input) => {
    const indicators = selectedIndicators(input, givenValues);
    const [first = null, ...others] = indicators;
    const indicatorSlug = others.length === 0 ? first : null;
    return { ...input, indicators, indicatorSlug, maxChoices, values: splitValues(givenValues[input.name]) };
  });
}

function selectedIndicators({ indicators }: QuestionInput, values: VariableValues): string[] {
  const slugs = indicators.map((slug) => (slug.startsWith('$') ? values[slug.slice(1)] : slug));
  return slugs.filter((slug) => typeof slug === 'string');
}

/** Splits a URL parameter value at commas. */
function splitValues(value: unknown): string[] {
  return [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : []));
}

function parseObject(json: string | null | undefined): VariableValues {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? (value as VariableValues) : {};
  } catch {
    return {};
  }
}

export const questionInputModule: KindModuleOf<'QuestionInput'> = {
  fields: {
    choices: async (input: BoundInput, _args, context) =>
      (await listChoices(input, context)).slice(0, input.maxChoices),
    covers: async ({ indicatorSlug }: BoundInput, _args, context) => {
      const indicator = indicatorSlug === null ? null : await context.entry('Indicator', indicatorSlug, []);
      return indicator && readCoverage(indicator, {}, context);
    },
  },
};
