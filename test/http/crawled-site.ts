import { Editing } from '../authoring/editing.js';

/** Starts the complete site with separate seeded data that may be edited, and without rate limits. */
export function startCrawledSite(): Promise<Editing> {
  const rate = { burst: 10_000, perSecond: 10_000 };
  return Editing.start({ seedDir: 'seed', own: true, withSearch: true, withCounts: true, admission: { rate } });
}
