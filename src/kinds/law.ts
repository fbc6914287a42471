import type { PenaltyTierRecord } from '../generated/records.js';
import { messagesFor } from '../i18n/messages-for.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { formatPrisonTerm, type PrisonTerm } from './penalty-tier.js';
import { textLocale } from '../reading/locale-fallback.js';
import type { KindModuleOf } from './kind-module-types.js';

type Tiers = readonly PenaltyTierRecord[] | null | undefined;

/** Lowest maximum prison term, in years, of offences for which article 5(4) of Regulation (EU) 2023/1543 applies. */
const DATA_ORDER_THRESHOLD = 3;

/** Computed fields of `Law`: penalties, and the summary, which describes the conduct that the law penalises. */
export const lawModule: KindModuleOf<'Law'> = {
  computed: {
    summary: (entry, { locale }, context) => context.text(entry.record.conduct, entry, locale),
    summaryLocale: (entry, _args, { locales }) => textLocale(entry.record.conduct, entry, locales),
    basicPenalty: ({ record }, _args, context) => prisonTermInWords(basicTier(record.tiers), context),
    basicMinYears: ({ record }) => basicTier(record.tiers)?.minYears ?? null,
    basicMaxYears: ({ record }) => basicTier(record.tiers)?.maxYears ?? null,
    highestPenalty: ({ record }, _args, context) => prisonTermInWords(highestTier(record.tiers ?? []), context),
    reachesThreeYears({ record }) {
      const tier = basicTier(record.tiers);
      if (tier?.life) return true;
      return tier?.maxYears == null ? null : tier.maxYears >= DATA_ORDER_THRESHOLD;
    },
  },
  needs: {
    summary: ['conduct'],
    summaryLocale: ['conduct'],
    basicPenalty: ['tiers'],
    basicMinYears: ['tiers'],
    basicMaxYears: ['tiers'],
    highestPenalty: ['tiers'],
    reachesThreeYears: ['tiers'],
  },
  light: ['summaryLocale', 'basicPenalty', 'basicMinYears', 'basicMaxYears', 'highestPenalty', 'reachesThreeYears'],
};

function basicTier(tiers: Tiers): PenaltyTierRecord | undefined {
  return tiers?.find(({ isBasic }) => isBasic);
}

/** Returns the tier with the longest prison term; undefined if no tier has one. */
export function highestTier<T extends PrisonTerm>(tiers: readonly T[]): T | undefined {
  const years = ({ minYears, maxYears, life }: T) => (life ? Infinity : (maxYears ?? minYears ?? 0));
  const [highest] = tiers.toSorted((one, other) => years(other) - years(one));
  return highest && years(highest) > 0 ? highest : undefined;
}

function prisonTermInWords(tier: PenaltyTierRecord | undefined, { locales }: ComputedContext): string | null {
  return (tier && formatPrisonTerm(tier, messagesFor(locales))) || null;
}
