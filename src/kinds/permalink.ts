import { remembered } from '../remembered.js';
import { writeEditions, writeMoment } from '../model/editions.js';
import { AS_REPORTED } from '../series/recipe.js';
import type { Recipe } from '../series/recipe.js';
import type { SeriesFacts } from './series-facts.js';

/** A value as it stands in an address; the same few come again and again. */
const encoded = remembered((value) => new URLSearchParams([['', value]]).toString().slice(1));

/** The parts of a recipe, in the order in which an address says them. */
const PARTS = Object.keys(AS_REPORTED) as readonly (keyof Recipe)[];

/**
 * The address of the page of a series in its vintage, and in that of the population by which it is divided.
 *
 * @param origin what addresses of the server begin with; empty for one from its root
 */
export function makePermalink(
  { indicator, area, breakdown, recipe, vintage, population, total }: SeriesFacts,
  origin: string,
): string {
  const people = population && (population.vintage?.at ?? null);
  const asOf = people !== null && people > vintage.at ? people : vintage.at;
  const newest = new Map([[indicator.slug, vintage.at], ...(population ? [[population.slug, people] as const] : [])]);
  for (const [slug, at] of newest) if (at !== null && at >= asOf) newest.delete(slug);
  let search = `indicator=${encoded(indicator.slug)}&area=${encoded(area)}`;
  const add = (name: string, value: string | number | null) => {
    if (value !== null) search += `&${name}=${encoded(String(value))}`;
  };
  for (const name of PARTS) add(name, recipe[name]);
  add('total', total && 'true');
  add('fixedAt', total?.fixedAt ?? null);
  add('asOf', writeMoment(asOf));
  if (newest.size > 0) search += `&editions=${writeEditions({ isAll: false, newest })}`;
  for (const dimension of Object.keys(breakdown)) add('breakdown', `${dimension}:${breakdown[dimension]}`);
  return `${origin}/q/series?${search}`;
}
