import type { Values } from '../bench/values.js';
import { parse } from 'graphql';
import type { QuestionInput } from '../bench/inputs.js';
import { describeInputs } from '../bench/inputs.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { wordsIn } from '../words/words-in.js';
import { readCoverage } from './indicator-series.js';
import type { ServedInput } from './input-choices.js';
import { listChoices } from './input-choices.js';
import type { ModuleOf } from './typed-module.js';

/** Variables of a query that are told of. */
const MOST_INPUTS = 20;
/** Choices of an input, and of all inputs of a question together. */
const MOST_CHOICES = { each: 300, all: 1500 };

/** How large the inputs of a question can become. */
export const inputSizes = () => ({
  each: MOST_INPUTS,
  inside: { choices: { each: MOST_CHOICES.each, per: MOST_CHOICES.all } },
});

/**
 * What a query asks its reader for.
 *
 * @param values of its variables as JSON, each but the last given way to by the next; what is no object says nothing
 */
export function servedInputs(
  document: string,
  values: readonly (string | null | undefined)[],
  { contract, locales }: ComputedContext,
): ServedInput[] {
  const given: Values = Object.assign({}, ...values.map(objectIn));
  const inputs = describeInputs(contract, parse(document), wordsIn(locales)).slice(0, MOST_INPUTS);
  const mostChoices = Math.min(MOST_CHOICES.each, Math.floor(MOST_CHOICES.all / Math.max(1, inputs.length)));
  return inputs.map((input) => ({
    ...input,
    measured: measuredBy(input, given),
    mostChoices,
    given: textsIn(given[input.name]),
  }));
}

function measuredBy({ indicator }: QuestionInput, values: Values): string | null {
  if (indicator === null || !indicator.startsWith('$')) return indicator;
  const given = values[indicator.slice(1)];
  return typeof given === 'string' ? given : null;
}

/** The texts of a value; of one text of an address, those between commas. */
function textsIn(value: unknown): string[] {
  return [value].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : []));
}

function objectIn(json: string | null | undefined): Values {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Values) : {};
  } catch {
    return {};
  }
}

/** One variable of a question; what can be chosen for it is read on asking. */
export const questionInput: ModuleOf<'QuestionInput'> = {
  fields: {
    choices: async (input: ServedInput, _args, context) =>
      (await listChoices(input, context)).slice(0, input.mostChoices),
    covers: async ({ measured }: ServedInput, _args, context) => {
      const indicator = measured === null ? null : await context.entry('Indicator', measured, []);
      return indicator && readCoverage(indicator, {}, context);
    },
  },
};
