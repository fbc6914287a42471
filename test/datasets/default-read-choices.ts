import type { ReadChoices } from '../../src/datasets/read-figures.js';

/** Read options that choose nothing. */
export const DEFAULT_READ_CHOICES: ReadChoices = {
  publisher: null,
  sheet: null,
  mapping: null,
  dimensions: new Map(),
  add: [],
  groups: new Map(),
  takesCodes: false,
  period: null,
  source: null,
};
