import {
  CHOICE_DEFAULTS,
  type InputChoice,
  type LoadedInput,
  type LoadedQuestion,
  UNSAVED_QUESTION_DEFAULTS,
} from '../saved-queries/loaded-question.js';
import { periodsBetween } from '../series/period.js';
import { formatsFor } from '../i18n/column-labels.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import type { ExplorerQuery } from './explorer-query.js';
import type { Edition, ExplorerMetadata } from './explorer-metadata.js';
import {
  BY_AREA,
  codesWithoutTotal,
  defaultCodes,
  defaultParameterValues,
  EXPLORER_MEASURES,
  type ExplorerState,
  parameterLabel,
  MAX_REQUESTED_CODES,
  measureObstacle,
  toParameterValues,
} from './explorer-state.js';

const MAX_PERIODS = 120;

/** Converts an explorer state to a question, to show its query and form like those of a saved question. */
export function explorerAsQuestion(
  state: ExplorerState,
  metadata: ExplorerMetadata,
  { shown, messages, path }: { shown: ExplorerQuery; messages: LocaleMessages; path: string },
): LoadedQuestion {
  const { slug, title, summary, translation, translations, dimensions } = metadata.indicator;
  return {
    ...UNSAVED_QUESTION_DEFAULTS,
    slug,
    path,
    title,
    summary,
    translation,
    translations,
    document: shown.document,
    defaults: defaultParameterValues(state, metadata),
    state: toParameterValues(state),
    pinned: {
      ...defaultCodes(state.by, metadata),
      ...toParameterValues({ ...state, ...pinnedSettings(shown, state) }),
    },
    inputs: listInputs(state, metadata, messages),
    totals: new Set(dimensions.flatMap(({ total, codes }) => codes.find(({ code }) => code === total)?.title ?? [])),
  };
}

/**
 * Returns the settings that a permalink must contain: areas and period, because later figures may change the defaults.
 * Editions are in separate parameters.
 */
function pinnedSettings({ areas, at, isDefault }: ExplorerQuery, state: ExplorerState): Partial<ExplorerState> {
  const pinsAreas = isDefault && areas.length > 0 && state.view !== 'map' && areas.length <= MAX_REQUESTED_CODES;
  return { at: at ?? state.at, areas: pinsAreas || state.by !== BY_AREA ? areas : state.areas, edition: null };
}

function listInputs(state: ExplorerState, metadata: ExplorerMetadata, messages: LocaleMessages): LoadedInput[] {
  const { by, measure, view, from, to } = state;
  const { dimensions, coverage, translation } = metadata.indicator;
  const input = (name: string, overrides: Partial<LoadedInput>): LoadedInput => ({
    name,
    title: parameterLabel(name, metadata, messages),
    titleLang: null,
    description: null,
    form: 'TEXT',
    isRequired: false,
    isList: false,
    indicatorSlug: null,
    choices: [],
    covers: null,
    ...overrides,
  });
  const langOf = (field: string) => (translation.missing.includes(field) ? translation.fellBackTo : null);
  const periods = coverage.from === null ? [] : periodsBetween(coverage.from, coverage.to!);
  const isOverTime = periods.length > 1;
  const listedPeriods = periods.length > MAX_PERIODS ? [] : periods.toReversed();
  const { period: format, date: formatDate } = formatsFor(messages);
  const periodInput = (name: string, isHidden: boolean) =>
    input(name, {
      form: 'PERIOD',
      isHidden: isHidden || !isOverTime,
      choices: listedPeriods.map((value) => ({ ...CHOICE_DEFAULTS, value, title: format(value) })),
    });
  const { explorer } = messages;
  const { editions } = metadata;
  const editionChoice = ({ number, date }: Edition): InputChoice => ({
    ...CHOICE_DEFAULTS,
    value: date,
    title: `${number}, ${formatDate(date)}`,
  });
  const groupings = [
    { name: BY_AREA, title: explorer.area, fellBackTo: null },
    ...dimensions.map(({ name, title }, index) => ({ name, title, fellBackTo: langOf(`dimensions[${index}].title`) })),
  ];
  const areas = listAreas(metadata, messages);
  return [
    input('view', { form: 'VALUE', isHidden: true }),
    input('measure', {
      form: 'VALUE',
      isRequired: true,
      isHidden: !isOverTime && areas.length < 2,
      choices: EXPLORER_MEASURES.filter((value) => measureObstacle(value, state, metadata, messages) === null).map(
        (value) => ({ ...CHOICE_DEFAULTS, value, title: explorer.measures[value] }),
      ),
    }),
    periodInput('base', measure !== 'index'),
    input('by', {
      form: 'VALUE',
      isRequired: true,
      isHidden: dimensions.length === 0,
      choices: groupings.map(({ name, ...texts }) => ({ ...CHOICE_DEFAULTS, value: name, ...texts })),
    }),
    ...dimensions.map((dimension, index) => {
      const { name, total, codes } = dimension;
      const choice = ({ code, title }: (typeof codes)[number]): InputChoice => ({
        ...CHOICE_DEFAULTS,
        value: code,
        title,
        fellBackTo: langOf(`dimensions[${index}].codes[${codes.findIndex((item) => item.code === code)}].title`),
      });
      // An empty field selects the total, if the dimension has one.
      const totalCode = codes.find(({ code }) => code === total);
      const emptyChoice = totalCode ? choice(totalCode) : { ...CHOICE_DEFAULTS, value: '', title: '–' };
      return input(name, {
        titleLang: langOf(`dimensions[${index}].title`),
        form: 'CODE',
        isList: name === by,
        choices: codesWithoutTotal(dimension).map(choice),
        ...(name !== by && { emptyChoice }),
      });
    }),
    input('areas', { form: 'AREA', isList: by === BY_AREA, isHidden: areas.length < 2, choices: areas }),
    periodInput('from', from === null && to === null && !isOverTime),
    periodInput('to', from === null && to === null && !isOverTime),
    periodInput('at', view === 'line' || view === 'small'),
    input('edition', {
      form: 'VALUE',
      isHidden: editions.length === 0,
      choices: editions.slice(1).map(editionChoice),
      ...(editions.length > 0 && { emptyChoice: editionChoice(editions[0]!) }),
    }),
    ...['top', 'sort', 'rows', 'scale'].map((name) => input(name, { isHidden: true })),
  ];
}

/** Returns the areas with figures, and the groups with members that have figures. */
function listAreas(metadata: ExplorerMetadata, messages: LocaleMessages): InputChoice[] {
  const coveredCodes = new Set(metadata.indicator.coverage.areas);
  const { groups } = metadata;
  const { lists: listNames } = messages.form;
  return metadata.areas.areas
    .filter(({ code }) => coveredCodes.has(code) || groups.includes(code))
    .map(({ code, titles }) => ({
      ...CHOICE_DEFAULTS,
      value: code,
      title: metadata.areas.nameOf(code, [metadata.locale]),
      group: groups.includes(code) ? (listNames['groups'] ?? null) : null,
      fellBackTo: titles[metadata.locale] === undefined ? 'en' : null,
    }))
    .toSorted(
      (a, b) => Number(a.group !== null) - Number(b.group !== null) || a.title.localeCompare(b.title, metadata.locale),
    );
}
