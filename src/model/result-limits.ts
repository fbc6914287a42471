/** Maximum and default number of entries on a page of a list. */
export const PAGE_LIMITS = { max: 100, defaultSize: 20 } as const;

/** Default number of related entries, and maximum number of reasons for each. */
export const RELATED_LIMITS = { defaultCount: 10, reasons: 20 } as const;
/** Maximum and default number of steps of a path between two entries. */
export const PATH_LIMITS = { max: 6, defaultLength: 4 } as const;
