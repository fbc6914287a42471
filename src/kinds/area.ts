import { areaNames } from '../reading/area-names.js';
import type { KindModule } from '../records/kind-module.js';
import { AreaIndex } from '../series/area-index.js';
import { areaComputed, areaNeeds } from './area-series.js';
import { areaSizes } from '../cost/figure-fields.js';

const reads: NonNullable<KindModule['reads']> = (entries) => {
  const index = new AreaIndex(entries.map(areaNames));
  return (written) => index.read(written)?.area.slug ?? null;
};

/** Module parts that are common to all kinds of areas. */
export const area = { computed: areaComputed, needs: areaNeeds, sizes: areaSizes, reads };
