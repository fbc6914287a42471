import { getNamedType } from 'graphql';
import type { QuestionInputChoice } from '../generated/computed.js';
import type { QuestionInput } from '../saved-queries/describe-inputs.js';
import { CHOICE_DEFAULTS } from '../saved-queries/loaded-question.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { textIn, textLocale } from '../reading/locale-fallback.js';
import { messagesFor } from '../i18n/messages-for.js';

/** An input of a question with its current values. Its choices are read only if selected. */
export type BoundInput = QuestionInput & {
  /** Slug of the only indicator that the input refers to; null if there are none or several, or if it is not selected yet. */
  indicatorSlug: string | null;
  maxChoices: number;
  values: readonly string[];
};

/** Language codes of the choices: languages of the EU, and of people who are smuggled. */
const LANGUAGE_CODES =
  'am ar bg bn cs da de el en es et fa fi fr ga hr hu it ku lt lv mt nl pl ps pt ro ru sk sl so sq sr sv ti tr uk ur vi zh';

/** Returns the choices of an input, grouped and sorted by title. Empty for free text. */
export async function listChoices(input: BoundInput, context: ComputedContext): Promise<QuestionInputChoice[]> {
  switch (input.form) {
    case 'AREA':
      return areaChoices(input, context);
    case 'ENTRY':
      return entryChoices(input, context);
    case 'CODE':
      return codeChoices(input, context);
    case 'BREAKDOWN':
      return breakdownChoices(input, context);
    case 'LANGUAGE':
      return languageChoices(context);
    default:
      return input.choices.map((choice) => ({ ...CHOICE_DEFAULTS, ...choice }));
  }
}

async function areaChoices(
  { lists, indicators, values }: BoundInput,
  context: ComputedContext,
): Promise<QuestionInputChoice[]> {
  const coverages = await Promise.all(indicators.map((slug) => context.figures.coverage(slug)));
  const covered = coverages.some(Boolean) ? new Set(coverages.flatMap((coverage) => coverage?.areas ?? [])) : null;
  const listLabels = messagesFor(context.locales).form.lists;
  const listByKind = new Map(lists.map((list) => [kindOfList(list, context), list]));
  // The value of a choice has the spelling with which its area is already selected, if it is.
  const givenSpellings = new Map(
    values.flatMap((text) => [[context.areas.match(text)?.area.code ?? '', text] as const]),
  );
  const choices = context.areas.areas.flatMap((area): QuestionInputChoice[] => {
    const list = listByKind.get(area.kind);
    const hasFigures = covered && covered.has(area.code);
    // A territory is a placeholder for a country without a profile, so it is listed only if it has figures.
    if (list === undefined || (area.kind === 'Territory' && hasFigures !== true)) return [];
    const group = lists.length > 1 ? (listLabels[list] ?? list) : null;
    const title = textIn(area.titles, context.locales, 'en') ?? area.code;
    const lang = fallbackLanguage(area.titles, { originalLocale: 'en' }, context);
    const value = givenSpellings.get(area.code) ?? area.code;
    return [{ ...CHOICE_DEFAULTS, value, title, group, hasFigures, fellBackTo: lang }];
  });
  const groups = Object.values(listLabels);
  const groupRank = ({ group }: QuestionInputChoice) => groups.indexOf(group ?? '');
  return sortByTitle(choices, context).sort((a, b) => groupRank(a) - groupRank(b));
}

async function entryChoices({ lists: [list] }: BoundInput, context: ComputedContext): Promise<QuestionInputChoice[]> {
  const kind = kindOfList(list!, context);
  const [found, withFigures] = await Promise.all([
    context.entries(kind, ['title']),
    kind === 'Indicator' ? context.figures.indicatorsWithFigures() : null,
  ]);
  const indicatorsWithFigures = withFigures && new Set(withFigures);
  const choices = found.map((entry) => ({
    ...CHOICE_DEFAULTS,
    value: entry.slug,
    title: context.text(entry.record['title'], entry) ?? entry.slug,
    hasFigures: indicatorsWithFigures && indicatorsWithFigures.has(entry.slug),
    fellBackTo: fallbackLanguage(entry.record['title'], entry, context),
  }));
  return sortByTitle(choices, context);
}

async function codeChoices(input: BoundInput, context: ComputedContext): Promise<QuestionInputChoice[]> {
  const allBreakdowns = await breakdownChoices(input, context);
  const dimensionPrefix = `${input.dimension}:`;
  return allBreakdowns
    .filter(({ value }) => value.startsWith(dimensionPrefix))
    .map((choice) => ({ ...choice, value: choice.value.slice(dimensionPrefix.length), group: null }));
}

async function breakdownChoices(
  { indicatorSlug }: BoundInput,
  context: ComputedContext,
): Promise<QuestionInputChoice[]> {
  const indicator = indicatorSlug === null ? null : await context.entry('Indicator', indicatorSlug, ['dimensions']);
  if (!indicator) return [];
  return (indicator.record.dimensions ?? []).flatMap((dimension) =>
    dimension.codes.map(({ code, title }) => ({
      value: `${dimension.name}:${code}`,
      title: context.text(title, indicator) ?? code,
      group: context.text(dimension.title, indicator) ?? dimension.name,
      hasFigures: null,
      fellBackTo: fallbackLanguage(title, indicator, context),
    })),
  );
}

/** Returns the language of a localised text, if it differs from the requested one; else null. */
function fallbackLanguage(
  texts: unknown,
  { originalLocale }: { originalLocale: string },
  { locales }: ComputedContext,
) {
  const found = textLocale(texts, { originalLocale }, locales);
  return found === locales[0] ? null : found;
}

function languageChoices(context: ComputedContext): QuestionInputChoice[] {
  const names = new Intl.DisplayNames([...context.locales], { type: 'language' });
  const choices = LANGUAGE_CODES.split(' ').map((code) => {
    const name = names.of(code) ?? code;
    return { ...CHOICE_DEFAULTS, value: code, title: name.charAt(0).toUpperCase() + name.slice(1) };
  });
  return sortByTitle(choices, context);
}

function sortByTitle(choices: readonly QuestionInputChoice[], { locales }: ComputedContext): QuestionInputChoice[] {
  const { compare } = new Intl.Collator([...locales]);
  return choices.toSorted((a, b) => compare(a.title, b.title));
}

/** Returns the kind of the entries in a root list. */
function kindOfList(list: string, { contract }: ComputedContext): string {
  const field = contract.getQueryType()!.getFields()[list]!;
  return getNamedType(field.type).name.replace(/Connection$/, '');
}
