/** Author of changes from content files; reserved. */
export const FILES_AUTHOR = 'seed';
