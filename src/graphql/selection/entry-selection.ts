import type { FieldNode } from 'graphql';
import { Kind as Node } from 'graphql';
import { fieldsWithTexts } from '../../model/fields-with-texts.js';
import type { Kind, Model } from '../../model/model.js';
import type { KindModules } from '../../records/kind-module.js';
import { isBookkeeping } from './bookkeeping.js';
import type { SelectionInfo, SelectionReader } from './selected-fields.js';
import { SelectionCache } from './selected-fields.js';

/** Which fields of a record a query needs. */
export interface EntrySelection {
  /** By name, in the order of the alphabet; null for all. */
  fields: readonly string[] | null;
  /** The same for the same fields. */
  digest: string;
  /** Whether nothing is needed but what a link to a published entry tells. */
  isKey?: boolean;
}

/** All that there is of an entry. */
export const WHOLE: EntrySelection = { fields: null, digest: '*' };
/** Nothing but what every read tells. */
export const NO_FIELDS = selectFields([]);

/** These fields of an entry, in whatever order they are named. */
export function selectFields(names: Iterable<string>): EntrySelection {
  const fields = [...names].sort();
  return { fields, digest: fields.join(' ') };
}

/** Fields that tell of all texts of an entry; the store gives the revisions of these with `translations`. */
const OF_TEXTS: readonly string[] = ['translation', 'translations'];
const TEXTS: readonly string[] = ['translations', 'reviewedTranslations'];
const TRANSLATION = 'translation';
const REVIEWED = 'reviewedTranslations';
/** The texts that a translation in short tells of. */
export const IN_SHORT: readonly string[] = ['title', 'summary'];

/** Bookkeeping that is the same for as long as an entry is shown, or is no reader's to see. */
const LASTING: readonly string[] = ['slug', 'path', 'entryKind', 'status', 'schedule', 'hasDraft'];
/** The same, and asked for beside the record: by field, what. */
const BESIDE: Readonly<Record<string, string>> = { publishedAt: 'publishedAt', id: 'formerly' };
/** Bookkeeping that follows from the key, where an entry is published under the slug it was born with. */
const OF_KEY: readonly string[] = ['id', 'slug', 'path', 'entryKind', 'status'];
/** Asked for beside the record: an answer with other bookkeeping depends on every change of the entry. */
const EVERY_CHANGE = ['revision'];
/** What the citation of a page takes of its entry. */
export const CITED = selectFields([...EVERY_CHANGE, 'title']);

/** The fields of the record that serving one field takes; null for all of them. */
type Need = readonly string[] | null;

/** Tells from a query which fields of records it needs, so that no others are fetched. */
export class EntrySelections {
  private readonly needs: ReadonlyMap<string, ReadonlyMap<string, Need>>;
  /** By kind, those of the texts told of in short that its records keep. */
  private readonly inShort: ReadonlyMap<string, readonly string[]>;
  private readonly cache = new SelectionCache<EntrySelection>();
  private readonly farCache = new SelectionCache<EntrySelection | null>();

  constructor(model: Model, modules: KindModules) {
    this.needs = new Map(model.kinds.map((kind) => [kind.name, collectNeeds(model, kind, modules)]));
    this.inShort = new Map(
      model.kinds.map((kind) => [kind.name, textFields(model, kind).filter((name) => IN_SHORT.includes(name))]),
    );
  }

  /** For a field that serves an entry of a kind. */
  ofField(info: SelectionInfo, kind: Kind): EntrySelection {
    return this.cache.get(info, kind.name, (reader) => this.ofNodes(reader, info.fieldNodes, [kind]));
  }

  /**
   * For a field that serves entries of a kind further below, at any of these paths of fields; null where the query asks
   * for nothing on the way there.
   */
  atPaths(info: SelectionInfo, kind: Kind, paths: readonly (readonly string[])[]): EntrySelection | null {
    return this.farCache.get(info, `${kind.name} ${paths.join(' ')}`, (reader) => {
      const below = (above: readonly FieldNode[], name: string) =>
        reader.below(above, () => true).filter((node) => node.name.value === name);
      if (!paths.some(([name]) => below(info.fieldNodes, name!).length > 0)) return null;
      const nodes = paths.flatMap((path) => path.reduce<readonly FieldNode[]>(below, info.fieldNodes));
      return this.ofNodes(reader, nodes, [kind]);
    });
  }

  /** For nodes that each serve entries of one of these kinds. */
  ofNodes(reader: SelectionReader, nodes: readonly FieldNode[], kinds: readonly Kind[]): EntrySelection {
    const fields = new Set<string>();
    let isKey = true;
    for (const kind of kinds) {
      const needs = this.needs.get(kind.name)!;
      const selected = reader.below(nodes, (type) => type === kind.name || kind.interfaces.includes(type));
      for (const node of selected) {
        const isShort = node.name.value === TRANSLATION;
        const need = (isShort && needInShort(reader, node, this.inShort.get(kind.name)!)) || needs.get(node.name.value);
        if (need === null) return WHOLE;
        // What is no field of the kind is worked out from its key: its type, and who links to it.
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
      if (!isBookkeeping(field)) {
        const part = field.nature === 'object' ? modules.get(field.type) : undefined;
        return [field.name, [field.name, ...(part?.entryNeeds ?? [])]];
      }
      if (field.name === 'citation') return [field.name, CITED.fields];
      if (Object.hasOwn(BESIDE, field.name)) return [field.name, [BESIDE[field.name]!]];
      return [field.name, LASTING.includes(field.name) ? [] : EVERY_CHANGE];
    }),
  );
}

/** What telling of a translation in short takes of these texts; null where it is told of whole, or only a variable says. */
function needInShort(reader: SelectionReader, node: FieldNode, texts: readonly string[]): Need {
  const value = node.arguments?.find(({ name }) => name.value === 'inShort')?.value;
  if (value?.kind !== Node.BOOLEAN || !value.value) return null;
  const told = reader.below([node], () => true).map(({ name }) => name.value);
  // Whether a text is stale is told by revisions, which come with all of them.
  return [...texts, ...(told.includes('isReviewed') ? [REVIEWED] : []), ...(told.includes('stale') ? TEXTS : [])];
}

/** Names of the fields of a record that are localised, or hold what is. */
function textFields(model: Model, kind: Kind): string[] {
  return fieldsWithTexts(model, kind).map(({ name }) => name);
}
