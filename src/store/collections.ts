/** The collection of the log. */
export const LOG = 'changes';

/** Collections that no kind can have. */
export const OWN_COLLECTIONS = [LOG, 'state', 'series', 'editions', 'tokens', 'schedules', 'secrets', 'trusted'];
