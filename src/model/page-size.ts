/** Maximum and default page size. */
export const PAGE_LIMITS = { max: 100, defaultSize: 20 } as const;

/** The related entries of an entry unless the client chooses, and the most reasons of each. */
export const RELATED_LIMITS = { defaultCount: 10, reasons: 20 } as const;
/** The most steps of a path between two entries, and how many it has unless the client chooses. */
export const PATH_LENGTH = { max: 6, defaultLength: 4 } as const;
