import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Kind, Model } from '../model/model.js';
import { editionOf } from '../records/figures.js';
import type { KindModules } from '../records/kind-module.js';
import type { Store, StoredEntry } from '../store/store.js';
import type { ContentRecord } from './content-record.js';
import { BODY, hasBody } from './content-record.js';
import { figuresText } from './figures-text.js';
import { loadContent } from './load-content.js';
import type { EarlierText } from './record-text.js';
import { recordText } from './record-text.js';

/** What an export did. */
export interface ExportOutcome {
  /** The files that were written. */
  written: readonly string[];
  /** How many records were left alone, because their files say the same already. */
  unchanged: number;
  /** Records of the folder that are not in the database, or withdrawn there. Their files are left alone. */
  strangers: readonly string[];
}

/** What an export reads from. */
export interface ExportOptions {
  store: Store;
  model: Model;
  modules: KindModules;
  /** Told of every record, for a progress bar. */
  onRecord?: (done: number) => void;
}

/**
 * Writes every entry that is not withdrawn into a content folder, in its newest state. Files that hold the same record
 * already stay as they are, with their comments; a plan made from the folder afterwards is empty.
 */
export async function exportContent(root: string, options: ExportOptions): Promise<ExportOutcome> {
  const { store, model, modules, onRecord } = options;
  const present = existsSync(root) ? await loadContent(root, { model, modules }) : null;
  const strangers = new Map(present?.records.map((record) => [`${record.kind.folder}/${record.slug}`, record]));
  const written: string[] = [];
  let done = 0;
  let unchanged = 0;
  for (const kind of model.kinds) {
    for await (const entry of store.all(kind.name)) {
      if (entry.status === 'RETIRED') continue;
      const name = `${kind.folder}/${entry.slug}`;
      const existing = strangers.get(name);
      const files = await filesOf(kind, entry, existing ?? null, options);
      strangers.delete(name);
      if (existing && (await holds(existing, entry, options))) unchanged += 1;
      else for (const [file, text] of files) written.push(writeFile(root, kind, file, text));
      onRecord?.((done += 1));
    }
  }
  return { written, unchanged, strangers: [...strangers.keys()] };
}

async function filesOf(
  kind: Kind,
  entry: StoredEntry,
  existing: ContentRecord | null,
  options: ExportOptions,
): Promise<Map<string, string>> {
  const { model, modules } = options;
  const { slug, originalLocale, record } = entry;
  const files = new Map<string, string>();
  const bodies = hasBody(kind) ? ((record[BODY] as Record<string, string> | undefined) ?? {}) : {};
  const earlier = existing && earlierText(existing, entry);
  files.set(`${slug}.yaml`, recordText(model, kind, entry, hasBody(kind) ? [BODY] : [], earlier));
  for (const [locale, text] of Object.entries(bodies)) {
    files.set(locale === originalLocale ? `${slug}.md` : `${slug}.${locale}.md`, `${text}\n`);
  }
  const shape = modules.get(kind.name)?.figures?.(record);
  if (shape) {
    const series = await seriesOf(slug, options);
    if (series.length > 0) files.set(`${slug}.csv`, figuresText(slug, series, shape));
  }
  return files;
}

/** What the file of a record says already; nothing where it cannot be read as a record. */
function earlierText(existing: ContentRecord, entry: StoredEntry): EarlierText | null {
  const { files, readable, report, originalLocale, status, record } = existing;
  // A plain text means another language when the original language is another.
  if (!readable || report.count > 0 || files.yaml === null || originalLocale !== entry.originalLocale) return null;
  const unchanged = Object.keys(record).filter((name) => isDeepStrictEqual(record[name], entry.record[name]));
  const headers = status === entry.status ? ['status', 'originalLocale'] : ['originalLocale'];
  return { text: readFileSync(files.yaml, 'utf8'), unchanged: new Set([...unchanged, ...headers]) };
}

async function seriesOf(slug: string, { store }: ExportOptions) {
  const series = await store.series({ indicators: [slug], areas: null, breakdowns: null, asOf: null });
  return series.map(({ area, breakdown, points }) => ({ area, breakdown, points }));
}

/** Whether the files of a record say what the database says. */
async function holds(existing: ContentRecord, entry: StoredEntry, options: ExportOptions): Promise<boolean> {
  const { kind, slug, status, originalLocale, record, report, figures } = existing;
  if (report.count > 0 || status !== entry.status || originalLocale !== entry.originalLocale) return false;
  const names = kind.fields.flatMap(({ name, computed }) => (computed ? [] : [name]));
  if (!names.every((name) => isDeepStrictEqual(record[name] ?? null, entry.record[name] ?? null))) return false;
  if (options.modules.get(kind.name)?.figures === undefined) return true;
  return editionOf(slug, figures ?? []).digest === editionOf(slug, await seriesOf(slug, options)).digest;
}

function writeFile(root: string, kind: Kind, file: string, text: string): string {
  const folder = join(root, kind.folder);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, text);
  return path;
}
