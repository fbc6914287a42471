import type { FieldNode } from 'graphql';
import { Kind as Node } from 'graphql';
import { fieldsWithTexts } from '../../model/fields-with-texts.js';
import type { Kind, Model } from '../../model/model.js';
import type { KindModules } from '../../records/kind-module.js';
import { isMetadataField } from './metadata-fields.js';
import type { SelectionInfo, SelectionReader } from './selected-fields.js';
import { SelectionCache } from './selected-fields.js';

/** The fields of a record that a query needs. */
export interface EntrySelection {
  /** Sorted; null for all. */
  fields: readonly string[] | null;
  /** Identifies the fields. */
  digest: string;
  /** Whether the key of a published entry is enough. */
  isKey?: boolean;
}

export const ALL_FIELDS: EntrySelection = { fields: null, digest: '*' };
export const NO_FIELDS = selectFields([]);

/** Selects fields, in any order. */
export function selectFields(names: Iterable<string>): EntrySelection {
  const fields = [...names].sort();
  return { fields, digest: fields.join(' ') };
}

/** Fields that depend on all texts; the store returns their revisions with `translations`. */
const OF_TEXTS: readonly string[] = ['translation', 'translations'];
const TEXTS: readonly string[] = ['translations', 'reviewedTranslations'];
const TRANSLATION = 'translation';
const REVIEWED = 'reviewedTranslations';
/** The texts of a translation in short. */
export const SHORT_TEXTS: readonly string[] = ['title', 'summary'];

/** Metadata that does not change while an entry is published, or that readers cannot see. */
const LASTING: readonly string[] = ['slug', 'path', 'entryKind', 'status', 'schedule', 'hasDraft'];
/** Metadata that is read beside the record, by field. */
const BESIDE: Readonly<Record<string, string>> = { publishedAt: 'publishedAt', id: 'formerly' };
/** Metadata that follows from the key of an entry that is published under its first slug. */
const OF_KEY: readonly string[] = ['id', 'slug', 'path', 'entryKind', 'status'];
/** Metadata that is read beside the record and changes with each revision. */
const EVERY_CHANGE = ['revision'];
/** What the citation of a page needs. */
export const CITATION_FIELDS = selectFields([...EVERY_CHANGE, 'title']);

/** The record fields behind a selected field; null for all. */
type Need = readonly string[] | null;

/** Finds the record fields that a query needs. */
export class EntrySelections {
  private readonly needs: ReadonlyMap<string, ReadonlyMap<string, Need>>;
  /** By kind, the texts of a translation in short that its records have. */
  private readonly inShort: ReadonlyMap<string, readonly string[]>;
  private readonly cache = new SelectionCache<EntrySelection>();
  private readonly farCache = new SelectionCache<EntrySelection | null>();

  constructor(model: Model, modules: KindModules) {
    this.needs = new Map(model.kinds.map((kind) => [kind.name, collectNeeds(model, kind, modules)]));
    this.inShort = new Map(
      model.kinds.map((kind) => [kind.name, textFields(model, kind).filter((name) => SHORT_TEXTS.includes(name))]),
    );
  }

  /** For a field that returns an entry of a kind. */
  ofField(info: SelectionInfo, kind: Kind): EntrySelection {
    return this.cache.get(info, kind.name, (reader) => this.ofNodes(reader, info.fieldNodes, [kind]));
  }

  /** For entries of a kind at paths below a field; null where the query selects nothing there. */
  atPaths(info: SelectionInfo, kind: Kind, paths: readonly (readonly string[])[]): EntrySelection | null {
    return this.farCache.get(info, `${kind.name} ${paths.join(' ')}`, (reader) => {
      const below = (above: readonly FieldNode[], name: string) =>
        reader.below(above, () => true).filter((node) => node.name.value === name);
      if (!paths.some(([name]) => below(info.fieldNodes, name!).length > 0)) return null;
      const nodes = paths.flatMap((path) => path.reduce<readonly FieldNode[]>(below, info.fieldNodes));
      return this.ofNodes(reader, nodes, [kind]);
    });
  }

  /** For nodes that each return entries of one of these kinds. */
  ofNodes(reader: SelectionReader, nodes: readonly FieldNode[], kinds: readonly Kind[]): EntrySelection {
    const fields = new Set<string>();
    let isKey = true;
    for (const kind of kinds) {
      const needs = this.needs.get(kind.name)!;
      const selected = reader.below(nodes, (type) => type === kind.name || kind.interfaces.includes(type));
      for (const node of selected) {
        const isShort = node.name.value === TRANSLATION;
        const need = (isShort && needInShort(reader, node, this.inShort.get(kind.name)!)) || needs.get(node.name.value);
        if (need === null) return ALL_FIELDS;
        // Other fields, such as inverses, follow from the key.
        isKey &&= need === undefined || OF_KEY.includes(node.name.value);
        for (const field of need ?? []) fields.add(field);
      }
    }
    return { ...selectFields(fields), isKey };
  }
}

function collectNeeds(model: Model, kind: Kind, modules: KindModules): Map<string, Need> {
  const { computed = {}, needs = {} } = modules.get(kind.name) ?? {};
  return new Map(
    kind.fields.map((field): [string, Need] => {
      if (OF_TEXTS.includes(field.name)) return [field.name, [...TEXTS, ...textFields(model, kind)]];
      if (field.name === 'record') return [field.name, null];
      if (Object.hasOwn(computed, field.name)) return [field.name, needs[field.name] ?? null];
      if (!isMetadataField(field)) {
        const part = field.nature === 'object' ? modules.get(field.type) : undefined;
        return [field.name, [field.name, ...(part?.entryNeeds ?? [])]];
      }
      if (field.name === 'citation') return [field.name, CITATION_FIELDS.fields];
      if (Object.hasOwn(BESIDE, field.name)) return [field.name, [BESIDE[field.name]!]];
      return [field.name, LASTING.includes(field.name) ? [] : EVERY_CHANGE];
    }),
  );
}

/** The fields behind a translation in short; null for a full one, and where only a variable decides. */
function needInShort(reader: SelectionReader, node: FieldNode, texts: readonly string[]): Need {
  const value = node.arguments?.find(({ name }) => name.value === 'inShort')?.value;
  if (value?.kind !== Node.BOOLEAN || !value.value) return null;
  const names = reader.below([node], () => true).map(({ name }) => name.value);
  // Staleness follows from the revisions, which come with all texts.
  return [...texts, ...(names.includes('isReviewed') ? [REVIEWED] : []), ...(names.includes('stale') ? TEXTS : [])];
}

/** The localised fields of a record, and those with localised parts. */
function textFields(model: Model, kind: Kind): string[] {
  return fieldsWithTexts(model, kind).map(({ name }) => name);
}
