import type { Model } from '../../model/model.js';
import type { FieldSize, KindModules } from '../../records/kind-module.js';
import type { EntriesAsked } from '../../series/figures-sizes.js';
import { FieldSizes } from './field-sizes.js';
import type { AskedField, Holders } from './population.js';
import { larger } from './population.js';
import type { Sizes } from './sizes.js';
import type { TypeFacts } from './type-facts.js';

/** Fields of every entry that are more than what is read of it. */
const COSTLY = ['citation', 'record'];
const ONE: EntriesAsked = { count: 1, repeats: 1, times: null };

/** What is stated of the size of computed fields: by the modules of kinds, and of those that all entries have. */
export class StatedSizes {
  private readonly common: FieldSizes;

  constructor(
    model: Model,
    private readonly modules: KindModules,
    private readonly types: TypeFacts,
  ) {
    this.common = new FieldSizes(model);
  }

  /** Whether a field without fields of its own is computed for each object, and not only read. */
  isComputed({ type, name }: Pick<AskedField, 'type' | 'name'>): boolean {
    const field = this.types.field(type.name, name);
    const isOfModule = this.moduleComputes(type.name, name);
    return field ? field.computed && (isOfModule || COSTLY.includes(name)) : isOfModule;
  }

  /** The size of a field of results, or of the root. */
  ofResult(field: AskedField, sizes: Sizes): FieldSize {
    const rule = this.common.others[`${field.type.name}.${field.name}`];
    return rule ? rule(field.args, { sizes, kinds: [] }) : this.ofModule(field, sizes, { kind: field.type.name });
  }

  /** The size of a computed field of entries or of their parts, the most of it where they are of several kinds. */
  ofComputed(field: AskedField, holders: Holders, sizes: Sizes): FieldSize {
    const { kinds, slug, path } = holders;
    if (path !== '') return this.ofModule(field, sizes, { kind: field.type.name });
    const common = this.common.ofEntries[field.name];
    if (common) return common(field.args, { sizes, kinds });
    const stated = kinds.filter(({ name }) => this.modules.get(name)?.sizes?.[field.name]);
    return stated.length > 0
      ? stated.map(({ name }) => this.ofModule(field, sizes, { kind: name, slug, entries: holders })).reduce(larger)
      : {};
  }

  private ofModule(
    { name, args }: AskedField,
    { figures }: Sizes,
    { kind, slug = null, entries = ONE }: { kind: string; slug?: string | null; entries?: EntriesAsked },
  ): FieldSize {
    return this.modules.get(kind)?.sizes?.[name]?.(args as never, { figures, kind, slug, entries }) ?? {};
  }

  private moduleComputes(type: string, name: string): boolean {
    const kinds = this.types.kindsOf(type).map((kind) => kind.name);
    return (kinds.length > 0 ? kinds : [type]).some((each) => {
      const { computed, computedPart, fields, light } = this.modules.get(each) ?? {};
      return !light?.includes(name) && Boolean(computed?.[name] ?? computedPart?.[name] ?? fields?.[name]);
    });
  }
}
