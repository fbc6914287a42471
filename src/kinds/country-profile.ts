import type { KindModule } from '../records/kind-module.js';
import { countryByCode } from './country-code.js';
import { developmentsOf } from './developments.js';
import { developingSizes } from './series-sizes.js';

/** A country of which there is a profile. */
export const countryProfile: KindModule = {
  ...countryByCode,
  computed: { ...countryByCode.computed, developments: developmentsOf },
  sizes: developingSizes,
};
