import { remembered } from '../remembered.js';
import { AS_REPORTED } from '../series/recipe.js';
import type { Recipe } from '../series/recipe.js';
import type { SeriesFacts } from './series-facts.js';

/** A value as it stands in an address; the same few come again and again. */
const encoded = remembered((value) => new URLSearchParams([['', value]]).toString().slice(1));

/** The parts of a recipe, in the order in which an address says them. */
const PARTS = Object.keys(AS_REPORTED) as readonly (keyof Recipe)[];

/** By the recipe, which all series of an answer share. */
const RECIPES = new WeakMap<Recipe, string>();

function parameter(name: string, value: string | number): string {
  return `&${name}=${encoded(String(value))}`;
}

/** What an address says of a recipe. */
function recipeParameters(recipe: Recipe): string {
  const known = RECIPES.get(recipe);
  if (known !== undefined) return known;
  const parts = PARTS.flatMap((name) => (recipe[name] === null ? [] : [parameter(name, recipe[name])]));
  RECIPES.set(recipe, parts.join(''));
  return parts.join('');
}

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
  let search = `indicator=${encoded(indicator.slug)}&area=${encoded(area)}${recipeParameters(recipe)}`;
  if (total) search += parameter('total', 'true');
  if (total?.fixedAt) search += parameter('fixedAt', total.fixedAt);
  search += parameter('asOf', asOf.toISOString());
  for (const dimension of Object.keys(breakdown))
    search += parameter('breakdown', `${dimension}:${breakdown[dimension]}`);
  return `${origin}/q/series?${search}`;
}
