import type { Model, Shape } from '../../model/model.js';
import { storedFields } from '../../model/model.js';
import type { EntryState } from '../documents/entry-document.js';
import type { EntryRecord } from '../entries.js';

type Texts = Map<string, Record<string, string>>;

/** The revision at which each localised text of a record last changed, by path (joined by `/`) and locale. */
export function textRevisions(
  model: Model,
  shape: Shape,
  record: EntryRecord,
  revision: number,
  before: { record: EntryRecord; textRevisions: EntryState['textRevisions'] } | null,
): EntryState['textRevisions'] {
  const earlier = before ? collectTexts(model, shape, before.record) : new Map<string, Record<string, string>>();
  const revisions: EntryState['textRevisions'] = {};
  for (const [path, texts] of collectTexts(model, shape, record)) {
    revisions[path] = Object.fromEntries(
      Object.entries(texts).map(([locale, text]) => {
        const unchanged = earlier.get(path)?.[locale] === text;
        return [locale, (unchanged ? before?.textRevisions[path]?.[locale] : undefined) ?? revision];
      }),
    );
  }
  return revisions;
}

function collectTexts(model: Model, shape: Shape, value: EntryRecord, above = '', texts: Texts = new Map()): Texts {
  for (const field of storedFields(shape)) {
    const held = value[field.name];
    if (held === null || held === undefined) continue;
    if (field.localised) texts.set(`${above}${field.name}`, held as Record<string, string>);
    if (field.nature !== 'object') continue;
    const parts: [string, unknown][] = field.list
      ? (held as unknown[]).map((each, at) => [`${field.name}/${at}`, each])
      : [[field.name, held]];
    for (const [name, part] of parts) {
      collectTexts(model, model.shape(field.type), part as EntryRecord, `${above}${name}/`, texts);
    }
  }
  return texts;
}
