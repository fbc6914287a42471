import { closestMatch } from '../model/closest-match.js';
import type { ResultTable } from '../tables/table.js';
import { inPageLanguage, type LocalisedText } from '../i18n/localised-text.js';
import { OtherLanguageTexts } from '../i18n/other-language-texts.js';
import type { InputChoice, LoadedInput } from './loaded-question.js';
import type { Localisation } from './display-cell.js';
import type { VariableValues } from './variable-values.js';

/** Suggestion for an empty answer: a sentence, and a link to an alternative. */
export interface EmptyAnswerHelp {
  sentence: string;
  /** The alternative: its text, the text split by language, and all its values. Null if there is none. */
  link: { text: string; parts: readonly LocalisedText[]; values: VariableValues } | null;
}

interface Query {
  query: string;
  variables: VariableValues;
}

/** Response to `alternativesQuery`, by alias. */
export type AlternativesResponse = Readonly<
  Record<string, { availability?: Availability | null; area?: { code: string } | null; suggestions?: string[] } | null>
>;

interface Availability {
  hasFigures: boolean;
  latestPeriod: string | null;
}

/** Maximum number of values to look up. */
const MAX_LOOKUPS = 4;

/** Whether an answer needs help, because it has no rows or no figures. */
export function needsHelp(
  table: Pick<ResultTable, 'columns' | 'rows'> | null | undefined,
  inputs: readonly LoadedInput[],
): boolean {
  if (!table || table.rows.length === 0) return true;
  const valueColumn = table.columns.findIndex(({ role }) => role === 'value');
  if (valueColumn < 0) return inputs.some(({ indicatorSlug }) => indicatorSlug !== null);
  return table.rows.every((row) => row[valueColumn] === null);
}

/** Returns the query that finds alternatives; null if there is nothing to look up. */
export function alternativesQuery(inputs: readonly LoadedInput[], values: VariableValues): Query | null {
  const areas = unknownValues(inputs, values, 'AREA').map(({ text: givenText }, index) => ({
    field: `area${index}: area(code: $area${index}) { area { code } suggestions }`,
    definitions: [`$area${index}: String!`],
    variables: { [`area${index}`]: givenText },
  }));
  const periods = requestedPeriods(inputs, values).map(({ input, period, area }, index) => ({
    field: `period${index}: indicator(slug: $indicator${index}) { availability(period: $period${index}, area: $of${index}) { hasFigures latestPeriod } }`,
    definitions: [`$indicator${index}: Slug!`, `$period${index}: Period`, `$of${index}: AreaCode`],
    variables: { [`indicator${index}`]: input.indicatorSlug, [`period${index}`]: period, [`of${index}`]: area },
  }));
  const selections = [...areas, ...periods];
  if (selections.length === 0) return null;
  const definitions = selections.flatMap((part) => part.definitions).join(', ');
  return {
    query: `query Help(${definitions}) { ${selections.map(({ field }) => field).join(' ')} }`,
    variables: Object.assign({}, ...selections.map(({ variables }) => variables)) as VariableValues,
  };
}

/** Suggests a period with figures, or the nearest area or entry, from the response to `alternativesQuery`. */
export function suggestAlternatives(
  inputs: readonly LoadedInput[],
  values: VariableValues,
  response: AlternativesResponse,
  { messages, format }: Localisation,
): EmptyAnswerHelp[] {
  const { help } = messages;
  const unknownAreas = unknownValues(inputs, values, 'AREA').flatMap(
    ({ input, text: given }, index): EmptyAnswerHelp[] => {
      const result = response[`area${index}`];
      if (!result || result.area) return [];
      const [firstSuggestion] = result.suggestions ?? [];
      return [
        { sentence: help.noArea({ given }), link: linkTo(firstSuggestion, null, { input, text: given, values }, help) },
      ];
    },
  );
  const entries = unknownValues(inputs, values, 'ENTRY').map(({ input, text: given }): EmptyAnswerHelp => {
    const nearestEntry = nearestChoice(given, input);
    const sentence = offersIndicators(input) ? help.noIndicator({ given }) : help.noEntry({ given });
    return { sentence, link: linkTo(nearestEntry?.value, nearestEntry ?? null, { input, text: given, values }, help) };
  });
  const periods = requestedPeriods(inputs, values).flatMap(({ input, period, area }, index): EmptyAnswerHelp[] => {
    const availability = response[`period${index}`]?.availability;
    if (!availability || availability.hasFigures) return [];
    const { latestPeriod } = availability;
    const name = area === null ? null : areaName(area, inputs);
    if (latestPeriod === null) return name === null ? [] : [{ sentence: help.noFigures({ area: name }), link: null }];
    const label = format.period(period);
    const missingText =
      name === null ? help.noFigure({ period: label }) : help.noFigureFor({ area: name, period: label });
    const sentence = `${missingText} ${help.latestIs({ period: format.period(latestPeriod) })}`;
    return [
      {
        sentence,
        link: {
          text: help.showIt,
          parts: [inPageLanguage(help.showIt)],
          values: { ...values, [input.name]: latestPeriod },
        },
      },
    ];
  });
  const sentences = [...unknownAreas, ...entries, ...periods];
  return sentences.filter(
    ({ sentence }, index) => sentences.findIndex((candidate) => candidate.sentence === sentence) === index,
  );
}

interface Mismatch {
  input: LoadedInput;
  text: string;
}

function collectTexts(value: unknown): string[] {
  return [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');
}

/** Returns values that are not among an input's choices, such as other spellings. Skips inputs without choices. */
function unknownValues(inputs: readonly LoadedInput[], values: VariableValues, form: LoadedInput['form']): Mismatch[] {
  return inputs
    .filter((input) => input.form === form && input.choices.length > 0)
    .flatMap((input) =>
      collectTexts(values[input.name])
        .filter((text) => !input.choices.some(({ value }) => value === text))
        .map((text) => ({ input, text })),
    )
    .slice(0, MAX_LOOKUPS);
}

function offersIndicators({ choices }: LoadedInput): boolean {
  return choices.some(({ hasFigures }) => hasFigures !== null);
}

/** Returns the requested periods of indicators, with the requested area if there is only one. */
function requestedPeriods(inputs: readonly LoadedInput[], values: VariableValues) {
  const areas = inputs
    .filter(({ form, indicatorSlug }) => form === 'AREA' && indicatorSlug !== null)
    .flatMap(({ name }) => collectTexts(values[name]));
  const area = areas.length === 1 ? areas[0]! : null;
  return inputs
    .filter(({ form, indicatorSlug }) => form === 'PERIOD' && indicatorSlug !== null)
    .flatMap((input) => collectTexts(values[input.name]).map((period) => ({ input, period, area })))
    .slice(0, MAX_LOOKUPS);
}

function areaName(code: string, inputs: readonly LoadedInput[]): string {
  const choices = inputs.flatMap((input) => (input.form === 'AREA' ? input.choices : []));
  return choices.find(({ value }) => value === code)?.title ?? code;
}

function nearestChoice(givenText: string, { choices }: LoadedInput) {
  const names = choices.flatMap(({ value, title }) => [value, title]);
  const suggestion =
    closestMatch(givenText, names) ?? names.find((name) => name.toLowerCase().includes(givenText.toLowerCase()));
  return suggestion === undefined
    ? undefined
    : choices.find(({ value, title }) => value === suggestion || title === suggestion);
}

function linkTo(
  value: string | undefined,
  suggestion: Pick<InputChoice, 'title' | 'fellBackTo'> | null,
  { input, text: given, values }: Mismatch & { values: VariableValues },
  help: Localisation['messages']['help'],
): EmptyAnswerHelp['link'] {
  if (value === undefined) return null;
  const nextValue = input.isList
    ? collectTexts(values[input.name]).map((text) => (text === given ? value : text))
    : value;
  const { title, fellBackTo: lang } = suggestion ?? { title: value, fellBackTo: null };
  const text = help.nearestIs({ name: title });
  return {
    text,
    parts: new OtherLanguageTexts([[title, lang]]).split(text),
    values: { ...values, [input.name]: nextValue },
  };
}
