import type { LocaleMessages } from '../../i18n/locale-messages.js';

interface ComplementaryList {
  path: string;
  search: string;
  label(labels: LocaleMessages['page']): string;
}

/** Links to complementary lists, with filters and label, by root field of the list that they complement. */
export const COMPLEMENTARY_LISTS: Readonly<Record<string, ComplementaryList>> = {
  resources: {
    path: '/laws',
    search: 'level=EU&level=INTERNATIONAL&level=CASE_LAW',
    label: (labels) => labels.legalInstruments,
  },
};

/** Root list fields in the main navigation. */
export const NAVIGATION_LISTS: readonly string[] = [
  'resources',
  'leaflets',
  'trends',
  'cases',
  'laws',
  'countries',
  'topics',
  'indicators',
];
