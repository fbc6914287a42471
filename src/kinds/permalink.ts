import { remembered } from '../remembered.js';
import { AS_REPORTED } from '../series/recipe.js';
import type { Recipe } from '../series/recipe.js';
import type { SeriesFacts } from './series-facts.js';

/** A value as it stands in an address; the same few come again and again. */
const encoded = remembered((value) => new URLSearchParams([['', value]]).toString().slice(1));

/** The parts of a recipe, in the order in which an address says them. */
const PARTS = Object.keys(AS_REPORTED) as readonly (keyof Recipe)[];

/**
 * The address of the page of a series in its vintage. Where a population was brought after the figures, it is as of that.
 *
 * @param origin what addresses of the server begin with; empty for one from its root
 */
export function makePermalink(
  { indicator, area, breakdown, recipe, vintage, population, total }: SeriesFacts,
  origin: string,
): string {
  const since = population?.since ?? vintage.at;
  const asOf = since > vintage.at ? since : vintage.at;
  let search = `indicator=${encoded(indicator.slug)}&area=${encoded(area)}`;
  const add = (name: string, value: string | number | null) => {
    if (value !== null) search += `&${name}=${encoded(String(value))}`;
  };
  for (const name of PARTS) add(name, recipe[name]);
  add('total', total && 'true');
  add('fixedAt', total?.fixedAt ?? null);
  add('asOf', asOf.toISOString());
  for (const dimension of Object.keys(breakdown)) add('breakdown', `${dimension}:${breakdown[dimension]}`);
  return `${origin}/q/series?${search}`;
}
