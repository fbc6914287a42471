import { toIndexedArea } from '../reading/indexed-area.js';
import type { KindModule } from '../records/kind-module.js';
import { AreaIndex } from '../series/area-index.js';
import { areaComputedFields, neededAreaFields } from './area-computed-fields.js';
import { areaFieldSizes } from '../cost/figure-field-sizes.js';

const createSlugFinder: NonNullable<KindModule['createSlugFinder']> = (entries) => {
  const index = new AreaIndex(entries.map(toIndexedArea));
  return (text) => index.match(text)?.area.slug ?? null;
};

/** Computed fields and other parts of the module that all kinds of areas have in common. */
export const areaModuleParts = {
  computed: areaComputedFields,
  needs: neededAreaFields,
  sizes: areaFieldSizes,
  createSlugFinder,
};
