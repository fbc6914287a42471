import type { InEachLanguage } from './languages.js';
import { ENTRY_COLUMNS } from './entry-columns.js';
import { FIGURE_COLUMNS } from './figure-columns.js';

/** What the columns of tables are called, by what they say of a figure or by the field that they hold. */
export const COLUMN_LABELS: Readonly<Record<string, InEachLanguage>> = { ...ENTRY_COLUMNS, ...FIGURE_COLUMNS };
