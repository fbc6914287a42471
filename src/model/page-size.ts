/** The most items of one page, and how many it has unless the client chooses. */
export const PAGE = { most: 100, usual: 20 } as const;
