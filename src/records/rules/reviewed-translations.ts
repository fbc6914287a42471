import type { Model, Shape } from '../../model/model.js';
import { storedFields } from '../../model/model.js';
import type { EntryRecord } from '../../store/entries.js';
import type { Rule } from '../rule.js';

const REVIEWED = 'reviewedTranslations';

/** A reviewed translation needs a text in its language. */
export const reviewedTranslations: Rule = {
  name: 'reviewed translations have text',
  check({ shape, value, path }, { model, report }) {
    const reviewed = path.length === 0 ? ((value[REVIEWED] ?? []) as readonly string[]) : [];
    reviewed.forEach((locale, at) => {
      // Invalid texts are absent from the record.
      const isLeftOut = report.into.some((each) => each.record === report.record && each.at.includes(locale));
      if (isLeftOut || hasText(model, shape, value, locale)) return;
      const tip = `remove ${locale}, or write the translation`;
      report.add('TRANSLATION_MISSING', [REVIEWED, at], `the record has no text in ${locale}`, tip);
    });
  },
};

function hasText(model: Model, shape: Shape, value: EntryRecord, locale: string): boolean {
  return storedFields(shape).some((field) => {
    const held = value[field.name] ?? [];
    const items = (Array.isArray(held) ? held : [held]) as EntryRecord[];
    if (field.localised) return items.some((texts) => Object.hasOwn(texts, locale));
    return field.nature === 'object' && items.some((item) => hasText(model, model.shape(field.type), item, locale));
  });
}
