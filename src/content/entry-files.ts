import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Kind } from '../model/model.js';
import type { NewSeries } from '../records/figures.js';
import type { RecordServices } from '../records/linked-entries.js';
import type { StoredEntry } from '../store/entries.js';
import type { ContentRecord } from './content-record.js';
import { BODY, hasBody } from './content-record.js';
import { figuresText } from './figures-text.js';
import type { RecordFiles } from './find-files.js';
import type { EntryContent } from '../records/merge-base.js';
import type { ExistingText, ExportedState } from './record-text.js';
import { recordText } from './record-text.js';

/** Renders the files of entries. */
export class EntryFiles {
  constructor(
    private readonly root: string,
    private readonly services: RecordServices,
  ) {}

  /**
   * Renders the files of an entry, with the figures of the database. Returns the texts by path.
   *
   * @param slug base name of the files
   * @param isDraftBeside whether to render the separate files of a draft
   */
  async readTexts(
    kind: Kind,
    entry: StoredEntry,
    { status, originalLocale, record, publishAt }: EntryContent & Pick<ExportedState, 'publishAt'>,
    {
      existing,
      formerly,
      slug,
      isDraftBeside = false,
    }: { existing: ContentRecord | null; formerly: readonly string[]; slug: string; isDraftBeside?: boolean },
  ): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    const put = (name: string, text: string) => void files.set(this.choosePath(kind, name), text);
    const content = { slug, status, originalLocale, record, formerly, publishAt: publishAt ?? null, isDraftBeside };
    const existingText = existing && readExistingText(existing, content);
    const stem = isDraftBeside ? `${slug}.draft` : slug;
    put(`${stem}.yaml`, recordText(this.services.model, kind, content, hasBody(kind) ? [BODY] : [], existingText));
    const bodies = hasBody(kind) ? ((record[BODY] ?? {}) as Record<string, string>) : {};
    for (const [locale, text] of Object.entries(bodies)) {
      put(locale === originalLocale ? `${stem}.md` : `${stem}.${locale}.md`, `${text}\n`);
    }
    const shape = isDraftBeside ? undefined : this.services.modules.get(kind.name)?.figures?.(record);
    const series = shape ? await this.readSeries(entry.slug) : [];
    if (shape && series.length > 0) put(`${slug}.csv`, figuresText(slug, series, shape));
    return files;
  }

  async computeDigest(kind: Kind, { slug, record }: StoredEntry): Promise<string | null> {
    if (!this.services.modules.get(kind.name)?.figures?.(record)) return null;
    return (await this.services.store.figures.newest([slug])).get(slug)?.digest ?? null;
  }

  async readSeries(slug: string): Promise<NewSeries[]> {
    const allSeries = { indicators: [slug], areas: null, breakdowns: null, asOf: null };
    return (await this.services.store.figures.series(allSeries)).map(({ area, breakdown, points }) => ({
      area,
      breakdown,
      points,
    }));
  }

  choosePath(kind: Kind, name: string): string {
    return join(this.root, kind.folder, name);
  }
}

/** Lists the files of a record that an export may write. Excludes recipes, which the database does not store. */
export function listPaths({ yaml, bodies, csv }: RecordFiles): string[] {
  return [yaml, ...bodies.values(), csv].filter((path) => path !== null);
}

/** Returns the current text of a record's file, with the names of its unchanged fields. */
function readExistingText(existing: ContentRecord, content: EntryContent): ExistingText | null {
  const { files, originalLocale, status, record } = existing;
  // If the original language has changed, a plain text has another meaning.
  if (files.yaml === null || originalLocale !== content.originalLocale) return null;
  const unchanged = Object.keys(record).filter((name) => isDeepStrictEqual(record[name], content.record[name]));
  const headers = status === content.status ? ['status', 'originalLocale'] : ['originalLocale'];
  return { text: readFileSync(files.yaml, 'utf8'), unchanged: new Set([...unchanged, ...headers]) };
}
