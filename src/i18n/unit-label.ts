import { formatsFor } from './column-labels.js';
import { inPageLanguage, type LocalisedText } from './localised-text.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang } from './locale-formats.js';

type UnitParts = Readonly<Record<'unit' | 'count' | 'period', string>>;

/** Patterns of computed units, and functions that translate them. */
const COMPUTED_UNITS: readonly (readonly [
  RegExp,
  (units: LocaleMessages['computedUnits'], parts: UnitParts) => string,
])[] = [
  [/^(?<unit>.+) per 100 000 inhabitants$/, (units, { unit }) => units.perInhabitants({ unit })],
  [/^index, (?<period>\S+) = 100$/, (units, { period }) => units.indexOf({ period })],
  [
    /^(?<unit>.+), mean of (?<count>\d+) months$/,
    (units, { unit, count }) => units.meanOfMonths({ unit, months: count }),
  ],
  [
    /^(?<unit>.+), mean of (?<count>\d+) quarters$/,
    (units, { unit, count }) => units.meanOfQuarters({ unit, quarters: count }),
  ],
  [/^(?<unit>.+), mean of (?<count>\d+) years$/, (units, { unit, count }) => units.meanOfYears({ unit, years: count })],
  [/^(?<unit>.+), added up since (?<period>\S+)$/, (units, { unit, period }) => units.addedUpSince({ unit, period })],
];

/** Translates an English unit, including those of transforms. Returns it unchanged if a part has no translation. */
export function unitLabel(messages: LocaleMessages, unit: string): LocalisedText {
  const text = messages.units[unit];
  if (text !== undefined) return inPageLanguage(text);
  for (const [pattern, translate] of COMPUTED_UNITS) {
    const unitParts = pattern.exec(unit)?.groups;
    if (!unitParts) continue;
    const { unit: baseUnit, count = '', period } = unitParts;
    const baseLabel = baseUnit === undefined ? null : unitLabel(messages, baseUnit);
    if (baseLabel !== null && baseLabel.lang !== null) break;
    const periodLabel = period === undefined ? '' : formatsFor(messages).period(period);
    return inPageLanguage(
      translate(messages.computedUnits, { unit: baseLabel?.text ?? '', count, period: periodLabel }),
    );
  }
  return { text: unit, lang: englishLang(messages.locale) };
}
