import { areaComputed, areaNeeds } from './area-series.js';
import { readsAreas } from './reads-areas.js';
import { areaSizes } from './series-sizes.js';
import type { ModuleOf } from './typed-module.js';

/** A route: an area that figures can be about. */
export const route: ModuleOf<'Route'> = {
  computed: areaComputed,
  needs: areaNeeds,
  sizes: areaSizes,
  reads: readsAreas,
};
