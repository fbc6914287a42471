import { Editing } from '../authoring/editing.js';

/** The whole site over seeded data of its own, which may be edited, and asked as often as a crawl asks. */
export function startCrawledSite(): Promise<Editing> {
  const rate = { burst: 10_000, perSecond: 10_000 };
  return Editing.start({ seedDir: 'seed', own: true, withSearch: true, withCounts: true, admission: { rate } });
}
