import { EXPLORER_PARAMETERS } from '../model/explorer-url.js';
import type { ComputedContext } from '../reading/computed-context.js';
import { firstParagraph } from '../reading/first-paragraph.js';
import type { EntryOf } from '../reading/typed-entry.js';
import { MEMBER_KIND } from './group-members.js';
import { findAvailability } from './figure-availability.js';
import { rankCodes, readGrid } from './figure-grid.js';
import { computeGroupTotal } from './indicator-group-total.js';
import { computeGrowth } from './indicator-growth.js';
import { readOverviewSeries } from './indicator-overview-series.js';
import { rankAreas } from './indicator-ranking.js';
import { readAllSeries, readCoverage, readSeries } from './indicator-series.js';
import { compareVintages, readVintages } from './indicator-vintages.js';
import { indicatorFieldSizes } from '../cost/figure-field-sizes.js';
import { textLocale } from '../reading/locale-fallback.js';
import type { FieldArgs, KindModuleOf } from './kind-module-types.js';
import { resolveUnitLabel } from './unit-label.js';

export const indicatorModule: KindModuleOf<'Indicator'> = {
  computed: {
    summary: summarise,
    summaryLocale: (entry, _args, { locales }) => textLocale(entry.record.definition, entry, locales),
    unitLabel: ({ record }, args, context) => resolveUnitLabel({ unit: record.unit! }, args, context),
    series: readSeries,
    allSeries: readAllSeries,
    ranking: rankAreas,
    grid: readGrid,
    codeRanking: rankCodes,
    outline: readOverviewSeries,
    growth: computeGrowth,
    groupTotal: computeGroupTotal,
    coverage: readCoverage,
    availability: findAvailability,
    vintages: readVintages,
    changes: compareVintages,
  },
  needs: { summary: ['definition'], summaryLocale: ['definition'], unitLabel: ['unit'] },
  light: ['summaryLocale', 'unitLabel'],
  sizes: indicatorFieldSizes(MEMBER_KIND),
  rules: [
    {
      name: 'no dimension has the name of a URL parameter',
      check({ value, path }, { report }) {
        if (path.length > 0) return;
        for (const [index, { name }] of ((value['dimensions'] ?? []) as readonly { name: string }[]).entries()) {
          if (!EXPLORER_PARAMETERS.includes(name)) continue;
          const problem = `"${name}" is a URL parameter of the explorer`;
          report.add('DIMENSION_NAME_RESERVED', ['dimensions', index, 'name'], problem, 'choose another name');
        }
      },
    },
  ],
  figures: (record) => ({
    frequency: record.frequency ?? null,
    dimensions: (record.dimensions ?? []).map(({ name, codes, total }) => ({
      name,
      codes: codes.map(({ code }) => code),
      total: total ?? null,
    })),
    sources: 'Source',
  }),
};

function summarise(
  entry: EntryOf<'Indicator'>,
  { locale }: FieldArgs<'Indicator', 'summary'>,
  context: ComputedContext,
): string | null {
  const definition = context.text(entry.record.definition, entry, locale);
  return definition === null ? null : firstParagraph(definition);
}
