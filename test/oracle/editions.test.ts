import { expect, test } from '@jest/globals';
import { Random } from '../store/random.js';
import type { SendQuery } from './introspection.js';
import { isLong, startServers, seedOf } from './start-servers.js';
import { RandomEditions } from './random-editions.js';
import type { RequestVariant } from './request-variants.js';

const SEED = seedOf(12);
const [INDICATORS, EDITIONS] = isLong ? [8, 60] : [1, 3];
/** Indicators are left out if they or their populations have more series than this. */
const MAX_SERIES = isLong ? 400 : 60;
/** Area whose value is the denominator of shares. */
const CONTAINING_AREA = 'IT';
const READER: RequestVariant = { locale: 'en' };

interface Indicator {
  slug: string;
  /** Slug of the population by which its figures are divided for rates. */
  population: string;
  from: string;
  to: string;
}
interface Counted {
  slug: string;
  coverage: { series: number; from: string | null; to: string | null };
  population: { slug: string; coverage: { series: number } } | null;
}
interface VintageDates {
  vintages: { at: string }[];
}

const { variants } = await startServers();

/** Returns the indicators that have rates and few series. */
async function indicatorsWithRates(sendQuery: SendQuery): Promise<Indicator[]> {
  const fields = 'slug coverage { series from to } population { slug coverage { series } }';
  const { indicators } = await sendQuery(`{ indicators(first: 100) { nodes { ${fields} } } }`);
  return (indicators as { nodes: Counted[] }).nodes.flatMap(({ slug, coverage, population }): Indicator[] => {
    const isFew = population && Math.max(coverage.series, population.coverage.series) <= MAX_SERIES;
    return isFew ? [{ slug, population: population.slug, from: coverage.from!, to: coverage.to! }] : [];
  });
}

/** Returns a query for all figures of an indicator, now or as of a moment. */
function question({ slug, from, to }: Indicator, at: string | null): string {
  const asOf = at === null ? '' : `, asOf: "${at}"`;
  const cell = 'period value state flags dividedBy { value }';
  const rate = 'recipe: { transform: PER_100K }';
  const ranked = `rank area { code } value share vintage { at } populationVintage { at } observation { ${cell} }`;
  const share = `recipe: { transform: SHARE, shareOf: "${CONTAINING_AREA}" }`;
  const series = `area { code } vintage { at } populationVintage { at } points { ${cell} } summary { sum inputs }`;
  return `{ indicator(slug: "${slug}") {
    plain: series(first: 15${asOf}) { ${series} }
    rates: series(first: 10, ${rate}${asOf}) { ${series} }
    ranking(first: 20${asOf}) { ${ranked} }
    ratesRanked: ranking(first: 20, ${rate}${asOf}) { ${ranked} }
    sharesRanked: ranking(first: 20, ${share}${asOf}) { ${ranked} }
    growth(from: "${from}", to: "${to}"${asOf}) { area { code } from { ${cell} } to { ${cell} } percent likeForLike { percent } }
    groupTotal(group: "EU"${asOf}) { vintage { at } points { ${cell} } }
    groupRates: groupTotal(group: "EU", ${rate}${asOf}) { ${series} }
    groupShares: groupTotal(group: "EU", ${share}${asOf}) { points { ${cell} } }
    ${['DE', 'EL', 'ES', 'FR', 'IT'].map((area) => `${area}: availability(area: "${area}"${asOf}) { latestPeriod }`).join(' ')}
  } }`;
}

test(`seed ${SEED}: fields with asOf return the same figures for each of ${EDITIONS} editions after later ones are written`, async () => {
  const random = new Random(SEED);
  const senders = [variants.sendUncached(READER), variants.sendCached(READER)];
  const chosen = random.pickSome(await indicatorsWithRates(senders[0]!), INDICATORS, INDICATORS);
  const edited = [...new Set(chosen.flatMap(({ slug, population }) => [slug, population]))];
  const editions = new RandomEditions(random, variants.withCaches.services.store, edited, CONTAINING_AREA);
  const moments: { of: Indicator; at: string; answer: object }[] = [];
  for (let count = 0; count <= EDITIONS; count += 1) {
    for (const indicator of chosen) {
      const query = `{ ${[indicator.slug, indicator.population].map((slug, index) => `i${index}: indicator(slug: "${slug}") { vintages(first: 1) { at } }`).join(' ')} }`;
      const newest = Object.values((await senders[1]!(query)) as Record<string, VintageDates>).map(
        ({ vintages }) => vintages[0]!.at,
      );
      const at = newest.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1)!;
      const currentAnswer = await senders[1]!(question(indicator, null));
      if (moments.findLast((each) => each.of === indicator)?.at !== at)
        moments.push({ of: indicator, at, answer: currentAnswer });
    }
    if (count < EDITIONS) await editions.step();
  }
  await variants.waitUntilSynced();
  for (const { of, at, answer } of moments) {
    for (const sendQuery of senders)
      expect([of.slug, at, await sendQuery(question(of, at))]).toEqual([of.slug, at, answer]);
  }
  expect(new Set(moments.map(({ answer }) => JSON.stringify(answer))).size).toBeGreaterThan(EDITIONS / 2);
});
