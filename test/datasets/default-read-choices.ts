import type { ImportChoices } from '../../src/datasets/read-figures.js';

/** Default options for reading files: all values come from the layout. */
export const DEFAULT_READ_CHOICES: ImportChoices = {
  publisher: null,
  sheet: null,
  mapping: null,
  dimensions: new Map(),
  add: [],
  groups: new Map(),
  addsNewCodes: false,
  period: null,
  source: null,
};
