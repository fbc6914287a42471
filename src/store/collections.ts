/** Name of the collection of the change log. */
export const LOG = 'changes';

/** Reserved collection names. No kind can use them. */
export const OWN_COLLECTIONS = [LOG, 'state', 'series', 'editions', 'tokens', 'schedules', 'secrets', 'trusted'];
