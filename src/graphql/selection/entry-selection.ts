import { type FieldNode, Kind as Node } from 'graphql';
import { localisedFields } from '../../model/localised-and-renamed-fields.js';
import type { Kind, Model } from '../../model/model.js';
import type { KindModules } from '../../records/kind-module.js';
import { isCommonComputedField } from './metadata-fields.js';
import { SelectionCache, type SelectionInfo, type SelectionReader } from './selection-reader.js';

/** Record fields that a query needs. */
export interface EntrySelection {
  /** Sorted field names; null for all fields. */
  fields: readonly string[] | null;
  /** Identifies the set of fields. */
  digest: string;
  /** Whether the key of a published entry is sufficient, so that none of its fields has to be read. */
  isKeyOnly?: boolean;
}

export const ALL_FIELDS: EntrySelection = { fields: null, digest: '*' };
export const NO_FIELDS = selectFields([]);

/** Creates a selection of fields, given in any order. */
export function selectFields(names: Iterable<string>): EntrySelection {
  const fields = [...names].sort();
  return { fields, digest: fields.join(' ') };
}

/** GraphQL fields that return all texts of a record. */
const TEXT_DEPENDENT_FIELDS: readonly string[] = ['translation', 'translations'];
const TRANSLATION_STATE_FIELDS: readonly string[] = ['translations', 'reviewedTranslations'];
const TRANSLATION_FIELD = 'translation';
const REVIEWED_FIELD = 'reviewedTranslations';
/** Text fields of a short translation. */
export const SHORT_TRANSLATION_FIELDS: readonly string[] = ['title', 'summary'];

/** Metadata that does not change while an entry is published, or that readers cannot see. */
const STABLE_METADATA: readonly string[] = ['slug', 'path', 'entryKind', 'status', 'schedule', 'hasDraft'];
/** Metadata that is stored outside the record, by GraphQL field. */
const STORED_METADATA: Readonly<Record<string, string>> = { publishedAt: 'publishedAt', id: 'formerly' };
/** Metadata that can be derived from the key of an entry that was never renamed. */
const KEY_METADATA: readonly string[] = ['id', 'slug', 'path', 'entryKind', 'status'];
/** Metadata that is stored outside the record and changes with each revision. */
const VOLATILE_METADATA = ['revision'];
/** Fields that the citation of a page requires. */
export const CITATION_FIELDS = selectFields([...VOLATILE_METADATA, 'title']);

/** Record fields that a GraphQL field requires; null for all. */
type NeededFields = readonly string[] | null;

/** Builds the entry selections of a query: the record fields that it needs. */
export class EntrySelectionBuilder {
  private readonly fieldNeeds: ReadonlyMap<string, ReadonlyMap<string, NeededFields>>;
  /** Text fields of a short translation, by kind. */
  private readonly shortTranslationFields: ReadonlyMap<string, readonly string[]>;
  private readonly cache = new SelectionCache<EntrySelection>();
  private readonly targetCache = new SelectionCache<EntrySelection | null>();

  constructor(model: Model, modules: KindModules) {
    this.fieldNeeds = new Map(model.kinds.map((kind) => [kind.name, collectNeeds(model, kind, modules)]));
    this.shortTranslationFields = new Map(
      model.kinds.map((kind) => [
        kind.name,
        textFields(model, kind).filter((name) => SHORT_TRANSLATION_FIELDS.includes(name)),
      ]),
    );
  }

  ofField(info: SelectionInfo, kind: Kind): EntrySelection {
    return this.cache.get(info, kind.name, (reader) => this.ofNodes(reader, info.fieldNodes, [kind]));
  }

  /** Returns the selection of entries of a kind at paths below a field; null if the query selects none. */
  atPaths(info: SelectionInfo, kind: Kind, paths: readonly (readonly string[])[]): EntrySelection | null {
    return this.targetCache.get(info, `${kind.name} ${paths.join(' ')}`, (reader) => {
      const subfieldsNamed = (parents: readonly FieldNode[], name: string) =>
        reader.subfields(parents, () => true).filter((node) => node.name.value === name);
      if (!paths.some(([name]) => subfieldsNamed(info.fieldNodes, name!).length > 0)) return null;
      const nodes = paths.flatMap((path) => path.reduce<readonly FieldNode[]>(subfieldsNamed, info.fieldNodes));
      return this.ofNodes(reader, nodes, [kind]);
    });
  }

  /** Returns the combined selection of field nodes that return entries of these kinds. */
  ofNodes(reader: SelectionReader, nodes: readonly FieldNode[], kinds: readonly Kind[]): EntrySelection {
    const fields = new Set<string>();
    let isKeyOnly = true;
    for (const kind of kinds) {
      const needs = this.fieldNeeds.get(kind.name)!;
      const selectedNodes = reader.subfields(nodes, (type) => type === kind.name || kind.interfaces.includes(type));
      for (const node of selectedNodes) {
        const isShort = node.name.value === TRANSLATION_FIELD;
        const need =
          (isShort && shortTranslationNeed(reader, node, this.shortTranslationFields.get(kind.name)!)) ||
          needs.get(node.name.value);
        if (need === null) return ALL_FIELDS;
        // Other fields, such as inverse links, need only the key.
        isKeyOnly &&= need === undefined || KEY_METADATA.includes(node.name.value);
        for (const field of need ?? []) fields.add(field);
      }
    }
    return { ...selectFields(fields), isKeyOnly };
  }
}

function collectNeeds(model: Model, kind: Kind, modules: KindModules): Map<string, NeededFields> {
  const { computed = {}, needs = {} } = modules.get(kind.name) ?? {};
  return new Map(
    kind.fields.map((field): [string, NeededFields] => {
      if (TEXT_DEPENDENT_FIELDS.includes(field.name))
        return [field.name, [...TRANSLATION_STATE_FIELDS, ...textFields(model, kind)]];
      if (field.name === 'record') return [field.name, null];
      if (Object.hasOwn(computed, field.name)) return [field.name, needs[field.name] ?? null];
      if (!isCommonComputedField(field)) {
        const part = field.category === 'object' ? modules.get(field.type) : undefined;
        return [field.name, [field.name, ...(part?.entryNeeds ?? [])]];
      }
      if (field.name === 'citation') return [field.name, CITATION_FIELDS.fields];
      if (Object.hasOwn(STORED_METADATA, field.name)) return [field.name, [STORED_METADATA[field.name]!]];
      return [field.name, STABLE_METADATA.includes(field.name) ? [] : VOLATILE_METADATA];
    }),
  );
}

/** Returns the fields for a short translation. Null for a full one, or if the argument is a variable. */
function shortTranslationNeed(reader: SelectionReader, node: FieldNode, texts: readonly string[]): NeededFields {
  const value = node.arguments?.find(({ name }) => name.value === 'inShort')?.value;
  if (value?.kind !== Node.BOOLEAN || !value.value) return null;
  const names = reader.subfields([node], () => true).map(({ name }) => name.value);
  // Staleness is computed from text revisions, which are stored with all texts.
  return [
    ...texts,
    ...(names.includes('isReviewed') ? [REVIEWED_FIELD] : []),
    ...(names.includes('stale') ? TRANSLATION_STATE_FIELDS : []),
  ];
}

/** Returns the localised fields of a kind, and its object fields that contain localised fields. */
function textFields(model: Model, kind: Kind): string[] {
  return localisedFields(model, kind).map(({ name }) => name);
}
