import type { KindModule } from '../records/kind-module.js';
import type { RuleContext } from '../records/rule.js';

/** A figure quoted in prose holds as long as the observation it quotes has that value. */
export const claim: KindModule = {
  rules: [
    {
      name: 'claims quote what the figures hold',
      check({ value, path }, context) {
        const { report } = context;
        const { indicator, area, period, value: quoted } = value;
        const code = typeof area === 'string' ? areaCode(area, context) : undefined;
        if (code === undefined || typeof indicator !== 'string' || period === undefined || quoted === undefined) return;
        const entry = context.around.find('Indicator', indicator);
        if (!entry) return;
        const series = entry.figures?.find((each) => each.area === code && Object.keys(each.breakdown).length === 0);
        const held = series?.points.find((point) => point.period === period)?.value ?? null;
        if (held === null) {
          const tip = `add the observation to indicators/${indicator}.csv, or take the claim out`;
          report.add('CLAIM_UNVERIFIABLE', path, `${indicator} has no figure for ${code} ${String(period)}`, tip);
        } else if (held !== quoted) {
          const message = `${indicator} has ${held} for ${code} ${String(period)}, not ${String(quoted)}`;
          report.add('CLAIM_DIFFERS', [...path, 'value'], message, `write ${held}, and the statement anew`);
        }
      },
    },
  ],
};

function areaCode(area: string, { around, model }: RuleContext): string | undefined {
  const [folder, slug] = area.split('/') as [string, string];
  const kind = model.kindOfFolder(folder)?.name;
  const entry = kind === undefined ? undefined : around.find(kind, slug);
  return entry && around.codeOf(entry);
}
