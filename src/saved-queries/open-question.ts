import type { FixedEditions } from '../model/editions.js';
import type { ScreenTable } from '../tables/table.js';
import type { QuestionInput } from './inputs.js';
import type { Values } from './values.js';

export interface Choice {
  value: string;
  title: string;
  group: string | null;
  hasFigures: boolean | null;
  /** The locale of the title, where it is not the requested one. */
  fellBackTo: string | null;
}

/** An input of a question, as the API returns it. */
export interface OpenInput extends Pick<
  QuestionInput,
  'name' | 'title' | 'description' | 'form' | 'isRequired' | 'isList'
> {
  /** The key of the indicator behind its values; null if there is none, or it is unknown. */
  measured: string | null;
  choices: readonly Choice[];
  covers: { from: string | null; to: string | null } | null;
}

/** A question with its form. */
export interface OpenQuestion {
  /** `series` for the page of a series, which is no entry. */
  slug: string;
  title: string;
  summary: string | null;
  task: string | null;
  /** Its audience and revision, for an entry. */
  role?: string;
  revision?: number;
  translation?: { missing: readonly string[]; fellBackTo: string | null };
  translations?: readonly { locale: string; missing: readonly string[] }[];
  document: string;
  /** Its default values. */
  own: Values;
  /** The vintage of its figures; null for the newest. */
  vintage: string | null;
  /** The path of its main table, and the first view of its answer; null for the default. */
  table: string | null;
  view: string | null;
  inputs: readonly OpenInput[];
}

/** A question with the tables of its answer, the main one first; null for none. */
export interface OpeningAnswer {
  question: OpenQuestion;
  tables: readonly ScreenTable[] | null;
  /** The editions that give the same answer later; null without figures. */
  fixed: FixedEditions | null;
}

/** The slug of the page of a series, which no entry has. */
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

/** Reads a question with its form, by its slug and its values as JSON. */
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

/** Reads the question of a series with its form. */
export const SERIES_QUERY = `query OpenSeries($values: String) {
  seriesQuestion {
    title
    summary
    document
    ${INPUTS}
  }
}`;
