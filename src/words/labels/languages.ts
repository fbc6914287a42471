/** The languages of labels, in the order in which each label has them. */
export const LABEL_LANGUAGES = ['en', 'fr', 'de', 'es', 'it'] as const;

/** One label in English, French, German, Spanish and Italian, so that none can be forgotten. */
export type InEachLanguage = readonly [string, string, string, string, string];
