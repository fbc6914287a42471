import { CASE_VALUES } from './case-values.js';
import { CONTRACT_VALUES } from './contract-values.js';
import { ENTRY_VALUES } from './entry-values.js';
import { CONCEPT_VALUES } from './concept-values.js';
import { FIGURE_VALUES } from './figure-values.js';
import { REGION_VALUES } from './region-values.js';
import type { InEachLanguage } from './languages.js';

/** Values of enums by name, or by `Type.NAME` where a name means several things, and names of types and languages. */
export const VALUE_LABELS: Readonly<Record<string, InEachLanguage>> = {
  ...CONTRACT_VALUES,
  ...CASE_VALUES,
  ...ENTRY_VALUES,
  ...CONCEPT_VALUES,
  ...FIGURE_VALUES,
  ...REGION_VALUES,
};
