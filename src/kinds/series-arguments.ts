import { AppError } from '../errors.js';
import type { RecipeInput } from '../generated/computed.js';
import type { SeriesTransform } from '../series/series-transform.js';

export interface TransformArguments {
  from?: string | null;
  to?: string | null;
  recipe?: RecipeInput | null;
  asOf?: Date | null;
}

/** Returns the transform that field arguments describe. */
export function readTransform({ from = null, to = null, recipe }: TransformArguments): SeriesTransform {
  const { frequency = null, transform = null, base = null, window = null, shareOf = null } = recipe ?? {};
  return { frequency, transform, base, window, shareOf, from, to };
}

/** Returns the requested page size, or the default. @throws AppError PAGE_TOO_LARGE */
export function pageLimit(first: number | null | undefined, defaultValue: number, maxSize: number): number {
  const pageSize = first ?? defaultValue;
  if (pageSize >= 0 && pageSize <= maxSize) return pageSize;
  throw new AppError('PAGE_TOO_LARGE', `"first" is ${pageSize}; use a number from 0 to ${maxSize}.`);
}
