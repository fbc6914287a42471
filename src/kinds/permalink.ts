import { print, parse } from 'graphql';
import type { SeriesFacts } from './served-series.js';

/** Nothing that editors write and may reword is asked for, so that only another edition could change the answer. */
const ANSWER = `{
  area { code }
  breakdown { dimension code }
  unit
  frequency
  transform
  vintage { number at digest }
  points { period value state flags lower upper note inputs missing sources { slug } dividedBy { period value } }
}`;

const SERIES =
  short(`query($indicator: Slug!, $area: AreaCode!, $breakdown: [BreakdownInput!], $from: Period, $to: Period,
  $frequency: Frequency, $transform: Transform, $base: Period, $window: Int, $shareOf: AreaCode,
  $asOf: DateTime) {
  indicator(slug: $indicator) { slug series(areas: [$area], breakdown: $breakdown, from: $from, to: $to,
    frequency: $frequency, transform: $transform, base: $base, window: $window, shareOf: $shareOf, asOf: $asOf) ${ANSWER} }
}`);

const TOTAL = short(`query($indicator: Slug!, $area: AreaCode!, $fixedAt: Period, $breakdown: [BreakdownInput!],
  $from: Period, $to: Period, $frequency: Frequency, $transform: Transform, $base: Period, $window: Int, $shareOf: AreaCode,
  $asOf: DateTime) {
  indicator(slug: $indicator) { slug groupTotal(group: $area, fixedAt: $fixedAt, breakdown: $breakdown, from: $from,
    to: $to, frequency: $frequency, transform: $transform, base: $base, window: $window, shareOf: $shareOf, asOf: $asOf) ${ANSWER} }
}`);

/**
 * The address of a series in its edition, after what addresses of the server begin with. Where a population was brought after the figures,
 * it is as of that.
 */
export function permalinkOf(
  { indicator, area, breakdown, recipe, vintage, population, total }: SeriesFacts,
  origin: string,
): string {
  const since = population?.since ?? vintage.at;
  const codes = Object.entries(breakdown).map(([dimension, code]) => ({ dimension, code }));
  const given = {
    indicator: indicator.slug,
    area,
    breakdown: codes.length > 0 ? codes : null,
    fixedAt: total?.fixedAt ?? null,
    ...recipe,
    asOf: (since > vintage.at ? since : vintage.at).toISOString(),
  };
  const variables = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const query = new URLSearchParams({ query: total ? TOTAL : SERIES, variables: JSON.stringify(variables) });
  return `${origin}/graphql?${query}`;
}

function short(document: string): string {
  return print(parse(document)).replace(/\s+/g, ' ');
}
