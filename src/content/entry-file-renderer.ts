import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { type Kind, storedFields } from '../model/model.js';
import type { SubmittedSeries } from '../records/submitted-figures.js';
import { withVintageDates } from '../records/vintage-date.js';
import type { RecordServices } from '../records/read-entries-for-validation.js';
import type { StoredEntry } from '../store/entries.js';
import { BODY_FIELD, type ContentRecord, hasBodyField } from './content-record.js';
import { figuresCsv } from './figures-csv.js';
import type { RecordFiles } from './find-files.js';
import type { EntryContent } from '../records/merge-base.js';
import { type ExistingText, type ExportedState, recordYaml } from './record-yaml.js';

/** Renders entries of the database as the texts of their YAML, Markdown and CSV files. */
export class EntryFileRenderer {
  constructor(
    private readonly root: string,
    private readonly services: RecordServices,
  ) {}

  /** Renders the files of an entry, named by `slug`, with the figures of the database. Returns the texts by path. */
  async renderFiles(
    kind: Kind,
    entry: StoredEntry,
    { status, originalLocale, record, publishAt }: EntryContent & Pick<ExportedState, 'publishAt'>,
    {
      existing,
      formerly,
      slug,
      isSeparateDraft = false,
    }: { existing: ContentRecord | null; formerly: readonly string[]; slug: string; isSeparateDraft?: boolean },
  ): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    const addFile = (name: string, text: string) => void files.set(this.choosePath(kind, name, existing?.files), text);
    const content = { slug, status, originalLocale, record, formerly, publishAt: publishAt ?? null, isSeparateDraft };
    const stem = isSeparateDraft ? `${slug}.draft` : slug;
    for (const [path, text] of this.renderYaml(kind, content, existing, stem)) files.set(path, text);
    const bodies = hasBodyField(kind) ? ((record[BODY_FIELD] ?? {}) as Record<string, string>) : {};
    for (const [locale, text] of Object.entries(bodies)) {
      addFile(locale === originalLocale ? `${stem}.md` : `${stem}.${locale}.md`, `${text}\n`);
    }
    const shape = isSeparateDraft ? undefined : this.services.modules.get(kind.name)?.figures?.(record);
    const series = shape ? await this.readSeries(entry.slug) : [];
    if (shape && series.length > 0) addFile(`${slug}.csv`, figuresCsv(slug, series, shape));
    for (const [date, at] of shape ? await this.missingEditions(entry.slug, existing) : []) {
      addFile(`${slug}.${date}.csv`, figuresCsv(slug, await this.readSeries(entry.slug, at), shape!));
    }
    return files;
  }

  async readFiguresDigest(kind: Kind, { slug, record }: StoredEntry): Promise<string | null> {
    if (!this.services.modules.get(kind.name)?.figures?.(record)) return null;
    return (await this.services.store.figures.newestVintages([slug])).get(slug)?.digest ?? null;
  }

  /**
   * Returns the times of earlier editions that the files lack, by date. An edition is the last vintage of its date. In
   * files, the newest edition has the date of its sources, even if the figures were imported later.
   */
  async missingEditions(slug: string, existing: ContentRecord | null): Promise<Map<string, Date>> {
    const vintages = (await this.services.store.figures.vintages([slug])).get(slug) ?? [];
    const newestVintage = vintages.at(-1);
    const editionsBefore = (limit: string) =>
      vintages.filter(
        ({ date, dateOf }) =>
          dateOf !== 'WRITING' && new Date(date) < new Date(limit) && !existing?.files.editions.has(date),
      );
    if (!newestVintage || editionsBefore(newestVintage.date).length === 0) return new Map();
    const fileVintage = { series: await this.readSeries(slug) };
    const [datedVintage] = await withVintageDates(this.services, { entries: [], vintages: [fileVintage] });
    return new Map(editionsBefore(datedVintage?.date?.date ?? newestVintage.date).map(({ date, at }) => [date, at]));
  }

  async readSeries(slug: string, asOf: Date | null = null): Promise<SubmittedSeries[]> {
    const allSeries = { indicators: [slug], areas: null, breakdowns: null, asOf };
    return (await this.services.store.figures.series(allSeries)).map(({ area, breakdown, points }) => ({
      area,
      breakdown,
      points,
    }));
  }

  /** Renders the YAML files. Writes each field to the last file with that field, else to the first. */
  private renderYaml(
    kind: Kind,
    content: ExportedState,
    existing: ContentRecord | null,
    stem: string,
  ): (readonly [string, string])[] {
    const { model } = this.services;
    const bodyFields = hasBodyField(kind) ? [BODY_FIELD] : [];
    const existingText = existing && readExistingText(existing, content);
    const defaultPath = this.choosePath(kind, `${stem}.yaml`, existing?.files);
    const { yaml, overrides = [] } = existing?.files ?? {};
    if (!yaml || overrides.length === 0)
      return [[defaultPath, recordYaml(model, kind, content, bodyFields, existingText)]];
    const fieldNames = storedFields(kind).map(({ name }) => name);
    const laterNames = new Set<string>();
    const renderedFiles = [yaml, ...overrides].toReversed().flatMap((path): (readonly [string, string])[] => {
      const text = readFileSync(path, 'utf8');
      const names = Object.keys((parse(text) ?? {}) as object);
      const overriddenNames = names.filter((name) => laterNames.has(name));
      const ownNames =
        path === yaml
          ? fieldNames.filter((name) => !laterNames.has(name))
          : names.filter((name) => !laterNames.has(name));
      for (const name of names) laterNames.add(name);
      const writtenNames = existingText ? [...ownNames, ...overriddenNames] : ownNames;
      if (path !== yaml && !writtenNames.some((name) => content.record[name] !== undefined)) return [];
      const omit = [...bodyFields, ...fieldNames.filter((name) => !writtenNames.includes(name))];
      const before = existingText && { text, unchanged: new Set([...existingText.unchanged, ...overriddenNames]) };
      const state = path === yaml ? content : { ...content, status: 'PUBLISHED', formerly: [], publishAt: null };
      return [[join(dirname(path), basename(defaultPath)), recordYaml(model, kind, state, omit, before)]];
    });
    return renderedFiles.toReversed();
  }

  /** Returns the path for a file: next to an existing file of its type, else the YAML file, else in the kind folder. */
  choosePath(kind: Kind, name: string, files?: RecordFiles): string {
    const existingFile = files && (existingPath(files, name) ?? files.yaml);
    return join(existingFile ? dirname(existingFile) : join(this.root, kind.folder), name);
  }
}

function existingPath({ bodies, csv, recipe }: RecordFiles, name: string): string | null {
  if (name.endsWith('.csv')) return csv;
  if (name.endsWith('.recipe.yaml')) return recipe;
  const [, locale = null, isBody] = /^[^.]+(?:\.draft)?(?:\.([a-z]{2}))?\.(md)$/.exec(name) ?? [];
  return isBody ? (bodies.get(locale) ?? null) : null;
}

/** Lists the files of a record that an export may write. Excludes recipes, which the database does not store. */
export function listExportPaths({ yaml, overrides, bodies, csv, editions }: RecordFiles): string[] {
  return [yaml, ...overrides, ...bodies.values(), csv, ...editions.values()].filter((path) => path !== null);
}

/** Returns the current text of a record's file, with the names of its unchanged fields. */
function readExistingText(existing: ContentRecord, content: EntryContent): ExistingText | null {
  const { files, originalLocale, status, record } = existing;
  // Plain texts are in the original language, so the existing text cannot be reused if the language has changed.
  if (files.yaml === null || originalLocale !== content.originalLocale) return null;
  const unchanged = Object.keys(record).filter((name) => isDeepStrictEqual(record[name], content.record[name]));
  const unchangedHeaders = status === content.status ? ['status', 'originalLocale'] : ['originalLocale'];
  return { text: readFileSync(files.yaml, 'utf8'), unchanged: new Set([...unchanged, ...unchangedHeaders]) };
}
