import { areaNames } from '../reading/area-names.js';
import type { KindModule } from '../records/kind-module.js';
import { AreaIndex } from '../series/area-index.js';
import { areaComputed, areaNeeds } from './area-series.js';
import { areaSizes } from './series-sizes.js';

/** Reads codes and names of areas as publishers write them. */
const reads: NonNullable<KindModule['reads']> = (entries) => {
  const index = new AreaIndex(entries.map(areaNames));
  return (written) => index.read(written)?.area.slug ?? null;
};

/** What every kind of area has, which figures can be about: all that a route has. */
export const area = { computed: areaComputed, needs: areaNeeds, sizes: areaSizes, reads };
