import type { LocaleMessages } from '../../i18n/locale-messages.js';

interface OtherList {
  path: string;
  search: string;
  label(labels: LocaleMessages['page']): string;
}

/** For a list, by its root field: the link to the list that complements it, with filters and label. */
export const COMPLEMENTARY_LISTS: Readonly<Record<string, OtherList>> = {
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
