/** Links to complementary lists, with filters and label, by root field of the list that they complement. */
export const COMPLEMENTARY_LISTS: Readonly<
  Record<string, { path: string; search: string; label: 'legalInstruments' }>
> = {
  resources: { path: '/laws', search: 'level=EU&level=INTERNATIONAL&level=CASE_LAW', label: 'legalInstruments' },
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
