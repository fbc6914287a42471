import { countryByCode } from './country-code.js';
import { developmentsOf } from './developments.js';
import { developingSizes } from './series-sizes.js';
import type { ModuleOf } from './typed-module.js';

/** A country of which there is a profile. */
export const countryProfile: ModuleOf<'CountryProfile'> = {
  ...countryByCode,
  computed: { ...countryByCode.computed, developments: developmentsOf },
  sizes: developingSizes,
};
