/** Name of the collection of the change log. */
export const LOG_COLLECTION = 'changes';

/** Reserved collection names. No kind can use them. */
export const RESERVED_COLLECTIONS = [
  LOG_COLLECTION,
  'state',
  'series',
  'editions',
  'tokens',
  'schedules',
  'secrets',
  'trusted',
];
