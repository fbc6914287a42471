import type { KindModule } from '../records/kind-module.js';
import { areaComputed } from './area-series.js';
import { readsAreas } from './reads-areas.js';
import { developmentsOf } from './developments.js';
import { developingSizes } from './series-sizes.js';

/** A route: an area that figures can be about. */
export const route: KindModule = {
  computed: { ...areaComputed, developments: developmentsOf },
  sizes: developingSizes,
  reads: readsAreas,
};
