/** Reserved author name of changes from content files. */
export const FILES_AUTHOR = 'seed';
