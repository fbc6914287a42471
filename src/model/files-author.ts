/** The author of what comes from content files; nobody else goes by that name. */
export const FILES_AUTHOR = 'seed';
