import { memoise } from '../memoise.js';
import { serialisePinnedEditions, formatEditionTime } from '../model/pinned-editions.js';
import { AS_REPORTED, type SeriesTransform } from '../series/series-transform.js';
import type { SeriesMetadata } from './series-metadata.js';

/** Percent-encodes a query parameter value; memoised. */
const encodeParameter = memoise((value) => new URLSearchParams([['', value]]).toString().slice(1));

/** Fields of a transform, in the order of URL parameters. */
const TRANSFORM_FIELDS = Object.keys(AS_REPORTED) as readonly (keyof SeriesTransform)[];

/** Returns the permalink of a series with its vintage and that of its population; relative if `origin` is empty. */
export function makePermalink(
  { indicator, area, breakdown, recipe, vintage, population, total }: SeriesMetadata,
  origin: string,
): string {
  const populationTime = population && (population.vintage?.at ?? null);
  const asOf = populationTime !== null && populationTime > vintage.at ? populationTime : vintage.at;
  const newest = new Map([
    [indicator.slug, vintage.at],
    ...(population ? [[population.slug, populationTime] as const] : []),
  ]);
  for (const [slug, at] of newest) if (at !== null && at >= asOf) newest.delete(slug);
  let search = `indicator=${encodeParameter(indicator.slug)}&area=${encodeParameter(area)}`;
  const add = (name: string, value: string | number | null) => {
    if (value !== null) search += `&${name}=${encodeParameter(String(value))}`;
  };
  for (const name of TRANSFORM_FIELDS) add(name, recipe[name]);
  add('total', total && 'true');
  add('fixedAt', total?.fixedAt ?? null);
  add('asOf', formatEditionTime(asOf));
  if (newest.size > 0) search += `&editions=${serialisePinnedEditions({ isAll: false, newest })}`;
  for (const dimension of Object.keys(breakdown)) add('breakdown', `${dimension}:${breakdown[dimension]}`);
  return `${origin}/q/series?${search}`;
}
