/** Maximum and default page size. */
export const PAGE = { most: 100, usual: 20 } as const;

/** The related entries of an entry unless the client chooses, and the most reasons of each. */
export const RELATED = { usual: 10, reasons: 20 } as const;
/** The most steps of a path between two entries, and how many it has unless the client chooses. */
export const HOPS = { most: 6, usual: 4 } as const;
