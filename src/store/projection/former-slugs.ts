import { type Database, READ_OPTIONS } from '../connection/database.js';

/** Former slugs, derived from redirects, of entries that were written before former slugs were stored. */
export class FormerSlugs {
  private readonly formerBySlug = new Map<string, string[]>();

  /** @param moves former slugs and their targets, in the order of the renames */
  constructor(moves: readonly { slug: string; movedTo: string | null }[]) {
    for (const { slug, movedTo } of moves) {
      if (movedTo !== null) this.formerBySlug.set(movedTo, [...(this.formerBySlug.get(movedTo) ?? []), slug]);
    }
  }

  /** Returns the slugs that redirect to a slug, oldest first. */
  get(slug: string, seen: ReadonlySet<string> = new Set([slug])): string[] {
    const directSlugs = (this.formerBySlug.get(slug) ?? []).filter((former) => !seen.has(former));
    return directSlugs.flatMap((former) => [...this.get(former, new Set([...seen, former])), former]);
  }
}

export async function readFormerSlugs(database: Database, folder: string): Promise<FormerSlugs> {
  const redirectFilter = { status: 'RETIRED', movedTo: { $type: 'string' } } as const;
  const options = { ...READ_OPTIONS, sort: { updatedAt: 1 }, projection: { movedTo: 1 } } as const;
  const redirects = await database.drafts(folder).find(redirectFilter, options);
  return new FormerSlugs(redirects.map(({ _id: slug, movedTo }) => ({ slug, movedTo })));
}
