import { EditingServer } from '../authoring/editing-server.js';

/** Starts the complete site with separate seeded data that may be edited, and without rate limits. */
export function startCrawledSite(): Promise<EditingServer> {
  const rate = { burst: 10_000, perSecond: 10_000 };
  return EditingServer.start({ seedDir: 'seed', own: true, withSearch: true, withCounts: true, admission: { rate } });
}
