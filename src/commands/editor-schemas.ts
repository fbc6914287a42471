import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentRecord } from '../content/content-record.js';
import { isFolder, parseFolderList } from '../content/content-folders.js';
import { removeStaleTempFiles } from '../stale-temp-files.js';
import { writeFileAtomic } from '../content/atomic-write.js';
import { readTextOrNull } from '../content/sync-state.js';
import { jsonSchema, type LinkTarget, type LinkTargets } from '../contract/json-schema.js';
import { RECIPE_SCHEMA } from '../contract/recipe-schema.js';
import type { Model } from '../model/model.js';
import { asErrnoException } from '../errors.js';

/** Subfolder of a content folder for the JSON Schemas of text editors; ignored by git. */
const SCHEMA_FOLDER = '.schema';

/**
 * Writes JSON Schemas for editors into a content folder, if it is writable: one per kind, with the slugs of its
 * records, and one for recipes. If `records` is null, existing schemas are not replaced.
 */
export function writeEditorSchemas(root: string, model: Model, records: readonly ContentRecord[] | null): void {
  const targets = collectTargets(records ?? []);
  for (const folder of parseFolderList(root).filter(isFolder)) writeSchemas(folder, model, targets, records !== null);
}

function writeSchemas(contentFolder: string, model: Model, targets: LinkTargets, replaces: boolean): void {
  const folder = join(contentFolder, SCHEMA_FOLDER);
  try {
    mkdirSync(folder, { recursive: true });
    removeStaleTempFiles(folder);
    writeIfChanged(join(folder, '.gitignore'), () => '*\n', replaces);
    for (const kind of model.kinds) {
      const render = () => `${JSON.stringify(jsonSchema(model, kind, targets))}\n`;
      writeIfChanged(join(folder, `${kind.singular}.json`), render, replaces);
    }
    writeIfChanged(join(folder, 'recipe.json'), () => `${JSON.stringify(RECIPE_SCHEMA)}\n`, true);
  } catch (error) {
    if (asErrnoException(error).syscall === undefined) throw error;
  }
}

function collectTargets(records: readonly ContentRecord[]): LinkTargets {
  const targets = new Map<string, LinkTarget[]>();
  for (const { kind, slug, record, originalLocale } of records) {
    const titles = (record['title'] ?? {}) as Record<string, string>;
    const target = { slug, title: titles[originalLocale] ?? slug };
    targets.set(kind.name, [...(targets.get(kind.name) ?? []), target]);
  }
  return targets;
}

/** Writes a file only if its text has changed, because text editors reload it after each write. */
function writeIfChanged(path: string, render: () => string, replaces: boolean): void {
  const existingText = readTextOrNull(path);
  if (existingText !== null && !replaces) return;
  const text = render();
  if (existingText === text) return;
  writeFileAtomic(path, text);
}
