/** Lists that another list completes: its filtered address, and the label of the link. */
export const COMPLETED_BY: Readonly<Record<string, { path: string; search: string; label: 'legalInstruments' }>> = {
  resources: { path: '/laws', search: 'level=EU&level=INTERNATIONAL&level=CASE_LAW', label: 'legalInstruments' },
};

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
