import { formatsFor } from './column-labels.js';
import type { LocalisedText } from './localised-text.js';
import { inPageLanguage } from './localised-text.js';
import type { LocaleMessages } from './locale-messages.js';
import { englishLang } from './locale-formats.js';

type Parts = Readonly<Record<'unit' | 'count' | 'period', string>>;

/** Patterns of computed units with their wording. */
const FORMS: readonly (readonly [RegExp, (said: LocaleMessages['computedUnits'], parts: Parts) => string])[] = [
  [/^(?<unit>.+) per 100 000 inhabitants$/, (said, { unit }) => said.perInhabitants({ unit })],
  [/^index, (?<period>\S+) = 100$/, (said, { period }) => said.indexOf({ period })],
  [
    /^(?<unit>.+), mean of (?<count>\d+) months$/,
    (said, { unit, count }) => said.meanOfMonths({ unit, months: count }),
  ],
  [
    /^(?<unit>.+), mean of (?<count>\d+) quarters$/,
    (said, { unit, count }) => said.meanOfQuarters({ unit, quarters: count }),
  ],
  [/^(?<unit>.+), mean of (?<count>\d+) years$/, (said, { unit, count }) => said.meanOfYears({ unit, years: count })],
  [/^(?<unit>.+), added up since (?<period>\S+)$/, (said, { unit, period }) => said.addedUpSince({ unit, period })],
];

/**
 * A unit in words, also after a transform; English without a complete translation.
 *
 * @param unit  in English
 */
export function unitLabel(words: LocaleMessages, unit: string): LocalisedText {
  const text = words.units[unit];
  if (text !== undefined) return inPageLanguage(text);
  for (const [form, say] of FORMS) {
    const parts = form.exec(unit)?.groups;
    if (!parts) continue;
    const { unit: before, count = '', period } = parts;
    const of = before === undefined ? null : unitLabel(words, before);
    if (of !== null && of.lang !== null) break;
    const written = period === undefined ? '' : formatsFor(words).period(period);
    return inPageLanguage(say(words.computedUnits, { unit: of?.text ?? '', count, period: written }));
  }
  return { text: unit, lang: englishLang(words.locale) };
}
