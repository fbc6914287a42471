import type { KindModule } from '../records/kind-module.js';
import { countryByCode } from './country-code.js';

/** A country or territory of which there is no profile; its entry gives way to one. */
export const territory: KindModule = countryByCode;
