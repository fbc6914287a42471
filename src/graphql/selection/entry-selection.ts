import type { FieldNode } from 'graphql';
import type { Kind, Model } from '../../model/model.js';
import type { KindModules } from '../../records/kind-module.js';
import { isBookkeeping } from './bookkeeping.js';
import type { SelectionInfo, SelectionReader } from './selected-fields.js';
import { SelectionCache } from './selected-fields.js';

/** Which fields of a record a query needs. */
export interface EntrySelection {
  /** By name, in the order of the model; null for all. */
  fields: readonly string[] | null;
  /** The same for the same fields. */
  digest: string;
}

/** What serving one field takes: nothing of the record, the field itself, or all of it. */
type Need = 'nothing' | 'itself' | 'all';

/** Tells from a query which fields of records it needs, so that no others are fetched. */
export class EntrySelections {
  private readonly needs: ReadonlyMap<string, ReadonlyMap<string, Need>>;
  private readonly cache = new SelectionCache<EntrySelection>();
  private readonly farCache = new SelectionCache<EntrySelection | null>();

  constructor(model: Model, modules: KindModules) {
    this.needs = new Map(model.kinds.map((kind) => [kind.name, needsOf(kind, modules)]));
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
    for (const kind of kinds) {
      const needs = this.needs.get(kind.name)!;
      const selected = reader.below(nodes, (type) => type === kind.name || kind.interfaces.includes(type));
      for (const { name } of selected) {
        const need = needs.get(name.value);
        if (need === 'all') return { fields: null, digest: '*' };
        if (need === 'itself') fields.add(name.value);
      }
    }
    const sorted = [...fields].sort();
    return { fields: sorted, digest: sorted.join(' ') };
  }
}

function needsOf(kind: Kind, modules: KindModules): Map<string, Need> {
  const computed = modules.get(kind.name)?.computed ?? {};
  return new Map(
    kind.fields.map((field): [string, Need] => {
      if (field.name === 'translations' || Object.hasOwn(computed, field.name)) return [field.name, 'all'];
      return [field.name, isBookkeeping(field) ? 'nothing' : 'itself'];
    }),
  );
}
