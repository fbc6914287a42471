import { areaNames } from '../reading/area-names.js';
import type { KindModule } from '../records/kind-module.js';
import { AreaIndex } from '../series/area-index.js';

/** Reads codes and names of areas as publishers write them. */
export const readsAreas: NonNullable<KindModule['reads']> = (entries) => {
  const index = new AreaIndex(entries.map(areaNames));
  return (written) => index.read(written)?.area.slug ?? null;
};
