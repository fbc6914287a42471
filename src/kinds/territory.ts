import { countryByCode } from './country-code.js';
import type { ModuleOf } from './typed-module.js';

/** A country or territory of which there is no profile; its entry gives way to one. */
export const territory: ModuleOf<'Territory'> = countryByCode;
