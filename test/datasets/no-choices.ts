import type { ReadChoices } from '../../src/datasets/read-figures.js';

/** Reads files as they are: nothing is said of them beforehand. */
export const NO_CHOICES: ReadChoices = {
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
