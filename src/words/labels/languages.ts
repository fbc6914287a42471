/** The languages of labels, in the order in which each label has them. */
export const LABEL_LANGUAGES = ['en', 'fr', 'de', 'es', 'it'] as const;

/**
 * One label in English, French, German, Spanish and Italian, so that none can be forgotten. Spanish and Italian,
 * and all but the oldest of what is said in French and German, were not yet read by somebody who works in the language.
 */
export type InEachLanguage<Text = string> = readonly [en: Text, fr: Text, de: Text, es: Text, it: Text];

/** A label: its text, or two that belong together, or what makes it of something given. */
type Label = InEachLanguage | InEachLanguage<readonly [string, string]> | ((...given: never[]) => InEachLanguage);

/** Labels by name, and by part of a screen. */
export interface LabelTable {
  readonly [name: string]: Label | LabelTable;
}

/** A label or a table of them in one language: texts, and functions that make one. */
export type InOneLanguage<Labels> = Labels extends (...given: infer Given) => InEachLanguage
  ? (...given: Given) => string
  : Labels extends InEachLanguage
    ? string
    : Labels extends InEachLanguage<readonly [string, string]>
      ? readonly [string, string]
      : { readonly [Name in keyof Labels]: InOneLanguage<Labels[Name]> };

/** A table of labels in one language, with no other names. @param locale one of `LABEL_LANGUAGES` */
export function inOneLanguage<Labels extends LabelTable>(labels: Labels, locale: string): InOneLanguage<Labels> {
  const at = (LABEL_LANGUAGES as readonly string[]).indexOf(locale);
  const entries = Object.entries(labels).map(([name, label]) => [name, labelAt(label, at, locale)]);
  // What is looked up may be called anything, as in `constructor`.
  return Object.assign(Object.create(null), Object.fromEntries(entries)) as InOneLanguage<Labels>;
}

function labelAt(label: Label | LabelTable, at: number, locale: string): unknown {
  if (typeof label === 'function') return (...given: never[]) => label(...given)[at];
  return Array.isArray(label) ? label[at] : inOneLanguage(label as LabelTable, locale);
}
