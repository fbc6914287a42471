import { ANSWER_LABELS } from './labels/answer-labels.js';
import { CHART_LABELS } from './labels/chart-labels.js';
import { CITE_LABELS } from './labels/cite-labels.js';
import { COLUMN_LABELS } from './labels/column-labels.js';
import { FIELD_LABELS } from './labels/field-labels.js';
import { FILE_LABELS } from './labels/file-labels.js';
import { FORM_LABELS } from './labels/form-labels.js';
import { HELP_LABELS } from './labels/help-labels.js';
import { KIND_LABELS } from './labels/kind-labels.js';
import type { InOneLanguage, LabelTable } from './labels/languages.js';
import { inOneLanguage } from './labels/languages.js';
import { LIST_LABELS } from './labels/list-labels.js';
import { QUESTION_LABELS } from './labels/question-labels.js';
import { SCREEN_LABELS } from './labels/screen-labels.js';
import { SCOPE_LABELS } from './labels/scope-labels.js';
import { SITE_LABELS } from './labels/site-labels.js';
import { COMPUTED_UNITS, UNIT_LABELS } from './labels/unit-labels.js';
import { VALUE_LABELS } from './labels/value-labels.js';

/** What pages with a script say, too, by part; what only those of entries say is in labels.ts. */
const TABLES = {
  /** The letter before the number of a quarter. */
  quarter: ['Q', 'T', 'Q', 'T', 'T'],
  site: SITE_LABELS,
  question: QUESTION_LABELS,
  form: FORM_LABELS,
  answer: ANSWER_LABELS,
  file: FILE_LABELS,
  cite: CITE_LABELS,
  help: HELP_LABELS,
  chart: CHART_LABELS,
  scope: SCOPE_LABELS,
  screen: SCREEN_LABELS,
  columns: COLUMN_LABELS,
  kinds: KIND_LABELS,
  fields: FIELD_LABELS,
  lists: LIST_LABELS,
  values: VALUE_LABELS,
  units: UNIT_LABELS,
  computedUnits: COMPUTED_UNITS,
} as const satisfies LabelTable;

/** All that Signpost itself says on its screens, in one language; `locale` as in `en`, by which numbers and dates are written. */
export type Words = { readonly locale: string } & InOneLanguage<typeof TABLES>;

/** What charts say, in one language. */
export type ChartWords = Words['chart'];

const MADE = new Map<string, Words>();

/** All words in a language, made once. @param locale one of `LABEL_LANGUAGES` */
export function wordsOf(locale: string): Words {
  const made = MADE.get(locale) ?? { locale, ...inOneLanguage(TABLES, locale) };
  MADE.set(locale, made);
  return made;
}
