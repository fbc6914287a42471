import type { QuestionInput } from './describe-inputs.js';
import type { VariableValues } from './variable-values.js';

/** A value that a form offers for an input. */
export interface InputChoice {
  value: string;
  title: string;
  group: string | null;
  hasFigures: boolean | null;
  /** Locale of the title, if it is not the requested one; else null. */
  fellBackTo: string | null;
}

/** Defaults of a choice: no group, unknown whether it has figures, and a title in the requested language. */
export const CHOICE_DEFAULTS = { group: null, hasFigures: null, fellBackTo: null } as const;

/** An input of a question, as returned by the API. */
export interface LoadedInput extends Pick<
  QuestionInput,
  'name' | 'title' | 'description' | 'form' | 'isRequired' | 'isList'
> {
  /** Language of the title, null for that of the page; absent if it is unknown. */
  titleLang?: string | null;
  /** Slug of the indicator that the values refer to; null if there is none, or if it is unknown. */
  indicatorSlug: string | null;
  choices: readonly InputChoice[];
  /** Choice that an empty field stands for; absent if an empty field means any value. */
  emptyChoice?: InputChoice;
  covers: { from: string | null; to: string | null } | null;
  /** Whether a form keeps the value without showing a field. */
  isHidden?: boolean;
}

/** A question with the inputs of its form. It need not be a saved question. */
export interface LoadedQuestion {
  /** Slug of the question; `series` for the page of a series, which is not an entry. */
  slug: string;
  /** Path of its page. Default: `/q/<slug>`. */
  path?: string;
  title: string;
  summary: string | null;
  task: string | null;
  /** Values of the URL parameters, if they differ from the variables of the document. */
  state?: VariableValues;
  /** Values of the inputs in a permanent link; default: those of the URL. */
  pinned?: VariableValues;
  translation?: { missing: readonly string[]; fellBackTo: string | null };
  translations?: readonly { locale: string; missing: readonly string[] }[];
  document: string;
  defaults: VariableValues;
  /** Vintage of the figures; null for the latest. */
  vintage: string | null;
  /** Path of the main table; null for the default. */
  table: string | null;
  /** Initial view of the answer; null for the default. */
  view: string | null;
  inputs: readonly LoadedInput[];
  /** Titles of totals, which a citation does not name. */
  totals?: ReadonlySet<string>;
  /** View of an indicator that answers the question; absent or null if there is none. */
  explorer?: { indicator: { path: string; slug: string }; parameters: string | null } | null;
}

/** Defaults of the properties that only saved questions have. */
export const UNSAVED_QUESTION_DEFAULTS = { task: null, vintage: null, table: null, view: null } as const;

/** Slug of the page of a series. It is reserved, so no entry has it. */
export const SERIES_SLUG = 'series';

const INPUTS_SELECTION = `inputs(values: $values) {
      name
      title
      description
      form
      isRequired
      isList
      indicatorSlug
      choices { value title group hasFigures fellBackTo }
      covers { from to }
    }`;

/** Query of a question and its form, by slug and values (JSON). */
export const QUESTION_QUERY = `query OpenQuestion($slug: Slug!, $values: String) {
  question(slug: $slug) {
    slug
    title
    summary
    task
    translation { missing fellBackTo }
    translations { locale missing }
    document
    variables
    vintage
    table
    view
    explorer { indicator { path slug } parameters }
    ${INPUTS_SELECTION}
  }
}`;

/** Query of the question that a series permalink opens, and of its form. */
export const SERIES_QUERY = `query OpenSeries($values: String) {
  seriesQuestion {
    title
    summary
    document
    ${INPUTS_SELECTION}
  }
}`;
