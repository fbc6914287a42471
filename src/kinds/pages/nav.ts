/** Root list fields in the main navigation. */
export const NAV: readonly string[] = [
  'resources',
  'leaflets',
  'trends',
  'cases',
  'laws',
  'countries',
  'topics',
  'indicators',
];
