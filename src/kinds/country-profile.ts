import type { KindModule } from '../records/kind-module.js';
import { countryByCode } from './country-code.js';

/** A country of which there is a profile. */
export const countryProfile: KindModule = countryByCode;
