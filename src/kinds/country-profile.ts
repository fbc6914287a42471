import { countryByCode } from './country-code.js';
import type { ModuleOf } from './typed-module.js';

/** A country of which there is a profile. */
export const countryProfile: ModuleOf<'CountryProfile'> = countryByCode;
