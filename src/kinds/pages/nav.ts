/** The lists that the main navigation of the site leads to, by the fields that give them. */
export const NAV: readonly string[] = ['resources', 'leaflets', 'trends', 'countries', 'topics', 'indicators'];
