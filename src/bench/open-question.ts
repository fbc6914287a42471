import type { FixedEditions } from '../model/editions.js';
import type { ScreenTable } from '../tables/table.js';
import type { QuestionInput } from './inputs.js';
import type { Values } from './values.js';

/** One value that can be chosen. */
export interface Choice {
  value: string;
  title: string;
  group: string | null;
  hasFigures: boolean | null;
  /** The language of the title, where it is not in the one asked for; else null. */
  fellBackTo: string | null;
}

/** One thing that a question asks its reader for, as the contract tells it. */
export interface OpenInput extends Pick<
  QuestionInput,
  'name' | 'title' | 'description' | 'form' | 'isRequired' | 'isList'
> {
  /** The key of the indicator that is measured where it is used; null where none is, or it is not known. */
  measured: string | null;
  choices: readonly Choice[];
  covers: { from: string | null; to: string | null } | null;
}

/** A question with its form. */
export interface OpenQuestion {
  /** `series` for that of the page of a series, which is no entry. */
  slug: string;
  title: string;
  summary: string | null;
  task: string | null;
  /** Of an entry: whom it is for, and the revision that was read. */
  role?: string;
  revision?: number;
  translation?: { missing: readonly string[]; fellBackTo: string | null };
  /** The languages in which it has any text. */
  translations?: readonly { locale: string; missing: readonly string[] }[];
  document: string;
  /** The values that it comes with. */
  own: Values;
  /** The vintage of the figures that it asks for; null for the newest. */
  vintage: string | null;
  /** The path of the table that it is about, and what its answer is looked at as first; null where that is left open. */
  table: string | null;
  view: string | null;
  inputs: readonly OpenInput[];
}

/** A question as it is opened, with the tables of its answer, the one that answers best first; null where there are none. */
export interface OpeningAnswer {
  question: OpenQuestion;
  tables: readonly ScreenTable[] | null;
  /** By what the same answer is had for good; null where it is made of no figures. */
  fixed: FixedEditions | null;
}

/** The slug under which the figures of a series are asked for; no entry has it. */
export const SERIES_SLUG = 'series';

const INPUTS = `inputs(values: $values) {
      name
      title
      description
      form
      isRequired
      isList
      measured
      choices { value title group hasFigures fellBackTo }
      covers { from to }
    }`;

/** Asks for a question with its form, by its slug and the values that say what can be chosen, as JSON. */
export const QUESTION_QUERY = `query OpenQuestion($slug: Slug!, $values: String) {
  question(slug: $slug) {
    slug
    title
    summary
    task
    translation { missing fellBackTo }
    translations { locale missing }
    role
    revision
    document
    variables
    vintage
    table
    view
    ${INPUTS}
  }
}`;

/** Asks for the question of the page of a series with its form. */
export const SERIES_QUERY = `query OpenSeries($values: String) {
  seriesQuestion {
    title
    summary
    document
    ${INPUTS}
  }
}`;
