/** Maximum and default page size. */
export const PAGE = { most: 100, usual: 20 } as const;
