import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentRecord } from '../content/content-record.js';
import { clearLeftBehind } from '../left-behind.js';
import { writeWhole } from '../content/whole-file.js';
import type { LinkTarget, LinkTargets } from '../contract/json-schema.js';
import { jsonSchema } from '../contract/json-schema.js';
import { RECIPE_SCHEMA } from '../contract/recipe-schema.js';
import type { Model } from '../model/model.js';
import { systemFault } from '../errors.js';

/** The folder inside a content folder in which editors look for what a file may hold; git does not see it. */
const SCHEMA_FOLDER = '.schema';

/**
 * Writes what editors complete and explain the files of a content folder by: a JSON Schema for each kind, with the slugs
 * of the records that are there, and one for recipes. A folder that cannot be written is left as it is: it is of help and no more.
 *
 * @param records null where they were not read: what is there already is then kept
 */
export function writeEditorSchemas(root: string, model: Model, records: readonly ContentRecord[] | null): void {
  const folder = join(root, SCHEMA_FOLDER);
  const targets = collectTargets(records ?? []);
  try {
    mkdirSync(folder, { recursive: true });
    clearLeftBehind(folder);
    keep(join(folder, '.gitignore'), () => '*\n', records !== null);
    for (const kind of model.kinds) {
      const write = () => `${JSON.stringify(jsonSchema(model, kind, targets))}\n`;
      keep(join(folder, `${kind.singular}.json`), write, records !== null);
    }
    keep(join(folder, 'recipe.json'), () => `${JSON.stringify(RECIPE_SCHEMA)}\n`, true);
  } catch (error) {
    if (systemFault(error).syscall === undefined) throw error;
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

/** Gives a file a text, unless it has that already; editors read it again each time that it changes. */
function keep(path: string, write: () => string, replaces: boolean): void {
  const present = readOrNull(path);
  if (present !== null && !replaces) return;
  const text = write();
  if (present === text) return;
  writeWhole(path, text);
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
