/** The code of a write whose key is taken. */
export const DUPLICATE_KEY = 11000;
