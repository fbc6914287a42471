/** Reserved author name of changes from content files. */
export const SEED_AUTHOR = 'seed';
