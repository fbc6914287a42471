import type { GraphQLNamedType } from 'graphql';
import { isObjectType } from 'graphql';
import type { Field, Kind, Model } from '../../model/model.js';
import { markedLeaves, joinedName, entryKindName } from '../../model/model.js';
import type { FieldSize, KindModules } from '../../records/kind-module.js';
import { times } from '../../series/figures-sizes.js';
import { FieldSizes } from './field-sizes.js';
import { PAGE } from '../selection/page-query.js';
import type { AskedField, Holders, Inside, Population, Yield } from './population.js';
import { sizeInside, larger, NOTHING_INSIDE, viaOf } from './population.js';
import type { Sizes } from './sizes.js';

/** What lists of results are taken to hold where nothing else is known, such as problems of a record. */
const USUAL_LIST = 5;
const MOST_LINKS = 100;
/** Fields of every entry that are more than what is read of it. */
const COSTLY = ['citation', 'record'];
const MOST_FACET_VALUES = 100;
const USUAL_FACET_VALUES = 20;

/** Tells how many objects each field of a query can give, from the model and from what there is. */
export class Populations {
  private readonly kinds = new Map<string, readonly Kind[]>();
  private readonly fields = new Map<string, Field>();
  /** Of the facets of each kind, by the name of their type: what their values are. */
  private readonly facets = new Map<string, ReadonlyMap<string, Field>>();
  private readonly sizesOfFields: FieldSizes;

  constructor(
    private readonly model: Model,
    private readonly modules: KindModules,
  ) {
    this.sizesOfFields = new FieldSizes(model);
    for (const shape of [...model.interfaces, ...model.kinds, ...model.embedded]) {
      for (const field of shape.fields) this.fields.set(`${shape.name}.${field.name}`, field);
    }
    for (const kind of model.kinds) {
      for (const name of [kind.name, ...kind.interfaces]) this.kinds.set(name, [...this.kindsOf(name), kind]);
      const leaves = markedLeaves(model, kind, 'facet').map(({ path, leaf }) => [joinedName(path), leaf] as const);
      this.facets.set(`${kind.name}Facets`, new Map(leaves));
    }
  }

  /** The kinds that a type stands for; none for a type that is none of entries. */
  kindsOf(type: string): readonly Kind[] {
    return this.kinds.get(type) ?? [];
  }

  /** Whether a field without fields of its own is computed for each object, and not only read. */
  isComputed({ type, name }: Pick<AskedField, 'type' | 'name'>): boolean {
    const field = this.fields.get(`${type.name}.${name}`);
    if (field) return field.computed && (Boolean(this.moduleComputes(type.name, name)) || COSTLY.includes(name));
    return Boolean(this.moduleComputes(type.name, name));
  }

  /** The part of a population that is of one of the types that a fragment is on. */
  narrowed(population: Population, type: string, sizes: Sizes): Population {
    const { holders } = population;
    const wanted = this.kindsOf(type);
    if (!holders || wanted.length === 0) return population;
    const kinds = holders.kinds.filter((kind) => wanted.includes(kind));
    return kinds.length === holders.kinds.length ? population : this.entries(sizes, { ...holders, kinds });
  }

  /** What a field gives. */
  yieldOf(field: AskedField, above: Population, sizes: Sizes): Yield {
    const inside = above.inside.get(field.name);
    if (inside) return this.insideYield(field, inside, above, sizes);
    if (above.holders) return this.yieldOfEntry(field, above, above.holders, sizes);
    const rule = this.sizesOfFields.others[`${field.type.name}.${field.name}`];
    const size = rule ? rule(field.args, { sizes, kinds: [] }) : this.resultSize(field, sizes);
    if (isConnection(field.result)) return this.rootPage(field, size, above, sizes);
    if (field.type.name === 'Query' && !field.isList && this.kindsOf(field.result.name).length > 0) {
      return this.single(field, sizes);
    }
    const facets = this.facets.get(field.result.name);
    if (facets) return this.facetLists(facets, field.args, above, sizes);
    return this.sized(field, size, above, sizes);
  }

  private yieldOfEntry(field: AskedField, above: Population, holders: Holders, sizes: Sizes): Yield {
    const known = this.fields.get(`${field.type.name}.${field.name}`);
    if (!known) return this.inversePage(field, above, holders, sizes);
    if (known.computed) return this.sized(field, this.computedSize(field, holders, sizes), above, sizes);
    const path = holders.path + field.name;
    const { most, all, incoming, again } = sizes.path(holders.kinds, path);
    const each = known.list ? Math.min(most, known.link ? MOST_LINKS : Infinity) : 1;
    const count = Math.min(times(above.count, each), times(holders.count, most), times(holders.repeats, all));
    const work = 0;
    if (!known.link) {
      const parts: Holders = { ...holders, path: `${path}.` };
      return { each, work, population: { count, holders: parts, inside: NOTHING_INSIDE } };
    }
    const kinds = this.kindsOf(field.result.name);
    const repeats = Math.min(count, times(holders.repeats, incoming), times(holders.count, again));
    return { each, work, population: this.entries(sizes, { kinds, count, repeats, path: '', slug: null }) };
  }

  /** What the module of a type of results, or of the root, says of a field. */
  private resultSize({ type, name, args }: AskedField, { figures }: Sizes): FieldSize {
    const rule = this.modules.get(type.name)?.sizes?.[name];
    return rule?.(args as never, { figures, kind: type.name, slug: null }) ?? {};
  }

  /** What the modules of the kinds say of a computed field, the most of it where there are several. */
  private computedSize({ type, name, args }: AskedField, { kinds, slug, path }: Holders, sizes: Sizes): FieldSize {
    if (path !== '') {
      const rule = this.modules.get(type.name)?.sizes?.[name];
      return rule?.(args as never, { figures: sizes.figures, kind: type.name, slug: null }) ?? {};
    }
    const common = this.sizesOfFields.ofEntries[name];
    if (common) return common(args, { sizes, kinds });
    const found = kinds.flatMap((kind) => {
      const rule = this.modules.get(kind.name)?.sizes?.[name];
      return rule ? [rule(args as never, { figures: sizes.figures, kind: kind.name, slug })] : [];
    });
    return found.length > 0 ? found.reduce(larger) : {};
  }

  private inversePage(field: AskedField, above: Population, holders: Holders, sizes: Sizes): Yield {
    const found = holders.kinds.flatMap(({ inverses }) => inverses.filter(({ name }) => name === field.name));
    if (found.length === 0) return this.sized(field, {}, above, sizes);
    const asked = pageSize(field.args);
    const wanted = field.args['kinds'] as readonly string[] | null | undefined;
    const isWanted = (kind: Kind) => !wanted || wanted.includes(entryKindName(kind));
    const origins = new Map(
      found.flatMap(({ origins: each }) =>
        each.map((origin) => [`${origin.kind} ${origin.path.join('.')}`, origin] as const),
      ),
    );
    const [kinds, links] = [new Set<Kind>(), { incoming: 0, all: 0, most: 0 }];
    for (const { kind: name, path } of origins.values()) {
      const kind = this.model.kind(name);
      if (!isWanted(kind)) continue;
      kinds.add(kind);
      const { incoming, all, most } = sizes.path([kind], path.join('.'));
      links.incoming += incoming;
      links.all += all;
      links.most = kinds.size > 1 ? Math.max(links.most, most) : links.most + most;
    }
    const each = Math.min(asked, links.incoming);
    const count = Math.min(times(above.count, each), times(holders.repeats, links.all));
    // A page holds an entry once, however it links there.
    const repeats = Math.min(count, times(holders.repeats, links.most), above.count);
    const page = this.entries(sizes, { kinds: [...kinds], count, repeats, path: '', slug: null });
    const via = viaOf(found, page, { all: times(holders.repeats, links.all), sizes });
    return this.connection({ each, page, above: above.count, edges: via });
  }

  private rootPage(field: AskedField, { inside = {}, work = 0 }: FieldSize, above: Population, sizes: Sizes): Yield {
    const nodes = isObjectType(field.result) ? field.result.getFields()['nodes']!.type.toString() : '';
    const wanted = field.args['kinds'] as readonly string[] | null | undefined;
    const all = this.kindsOf(nodes.replace(/[[\]!]/g, ''));
    const isWanted = (kind: Kind) =>
      wanted ? wanted.includes(entryKindName(kind)) : all.length === 1 || !kind.standIn;
    const kinds = all.filter(isWanted);
    const each = Math.min(pageSize(field.args), kinds.length > 0 ? sizes.entries(kinds) : Infinity);
    const page =
      kinds.length > 0
        ? this.entries(sizes, { kinds, count: each, repeats: 1, path: '', slug: null })
        : { count: each, holders: null, inside: NOTHING_INSIDE };
    const edges = new Map(Object.entries(inside).map(([name, size]) => [name, sizeInside(size, above)] as const));
    return { ...this.connection({ each, page, above: above.count, edges }), work };
  }

  /** A page is one object with lists in it: entries, edges that hold entries, and the counts of facets. */
  private connection(of: { each: number; page: Population; above: number; edges: ReadonlyMap<string, Inside> }): Yield {
    const { each, page, above } = of;
    const node: Inside = { each: 1, most: page.count, population: page };
    const edges = { count: page.count, holders: null, inside: new Map([...of.edges, ['node', node]]) };
    const inside = new Map<string, Inside>([
      ['nodes', { each, most: page.count, population: page }],
      ['edges', { each, most: page.count, population: edges }],
    ]);
    return { each: 1, work: 0, population: { count: above, holders: null, inside } };
  }

  private single({ result, args }: AskedField, sizes: Sizes): Yield {
    const { slug } = { ...args, ...(args['by'] as object | undefined) } as { slug?: unknown };
    const kinds = this.kindsOf(result.name);
    return {
      each: 1,
      work: 0,
      population: this.entries(sizes, {
        kinds,
        count: 1,
        repeats: 1,
        path: '',
        slug: typeof slug === 'string' ? slug : null,
      }),
    };
  }

  private sized(field: AskedField, size: FieldSize, above: Population, sizes: Sizes): Yield {
    const kinds = this.kindsOf(field.result.name);
    const each = field.isList ? (size.each ?? USUAL_LIST) : 1;
    const repeats = above.holders?.repeats ?? Infinity;
    const count = Math.min(times(above.count, each), times(repeats, size.all ?? Infinity));
    const work = size.work ?? 0;
    if (kinds.length > 0) {
      return { each, work, population: this.entries(sizes, { kinds, count, repeats: count, path: '', slug: null }) };
    }
    const lists = Object.entries(size.inside ?? {}).map(([name, list]) => [name, sizeInside(list, above)] as const);
    const inherited = above.holders ? NOTHING_INSIDE : above.inside;
    const inside = lists.length > 0 ? new Map([...inherited, ...lists]) : inherited;
    return { each, work, population: { count, holders: null, inside } };
  }

  private insideYield(field: AskedField, inside: Inside, above: Population, sizes: Sizes): Yield {
    if (inside.population) return { each: inside.each, work: 0, population: inside.population };
    const kinds = this.kindsOf(field.result.name);
    // What a list holds of entries, it holds once.
    const most = kinds.length > 0 ? Math.min(inside.each, sizes.entries(kinds)) : inside.each;
    const each = Number.isFinite(most) ? most : USUAL_LIST;
    const count = Math.min(times(above.count, each), inside.most);
    if (kinds.length > 0) {
      const entries = this.entries(sizes, { kinds, count, repeats: count, path: '', slug: null });
      return { each, work: 0, population: entries };
    }
    return { each, work: 0, population: { count, holders: null, inside: above.inside } };
  }

  private entries(sizes: Sizes, holders: Holders): Population {
    const count = Math.min(holders.count, times(holders.repeats, sizes.entries(holders.kinds)));
    return { count, holders: { ...holders, count }, inside: NOTHING_INSIDE };
  }

  private facetLists(
    facets: ReadonlyMap<string, Field>,
    args: AskedField['args'],
    { count }: Population,
    sizes: Sizes,
  ): Yield {
    const lists = [...facets].map(([name, leaf]): [string, Inside] => {
      const each = this.facetValues(leaf, args, sizes);
      const kinds = this.kindsOf(leaf.type);
      if (kinds.length === 0) return [name, { each, most: Infinity }];
      const values = times(count, each);
      const entries = this.entries(sizes, { kinds, count: values, repeats: values, path: '', slug: null });
      const inside = new Map([['value', { each: 1, most: values, population: entries }]]);
      return [name, { each, most: values, population: { count: values, holders: null, inside } }];
    });
    return { each: 1, work: 0, population: { count, holders: null, inside: new Map(lists) } };
  }

  private facetValues({ type, nature }: Field, { first }: AskedField['args'], sizes: Sizes): number {
    const asked = Math.min(Math.max(0, Number(first ?? USUAL_FACET_VALUES)), MOST_FACET_VALUES);
    if (nature === 'link') return Math.min(asked, sizes.entries(this.kindsOf(type)));
    return nature === 'enum' ? Math.min(asked, this.model.enum(type).values.length) : asked;
  }

  private moduleComputes(type: string, name: string): unknown {
    const names = this.kindsOf(type).length > 0 ? this.kindsOf(type).map((kind) => kind.name) : [type];
    return names.some((each) => {
      const module = this.modules.get(each);
      return module?.computed?.[name] ?? module?.computedPart?.[name] ?? module?.fields?.[name];
    });
  }
}

function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}

function pageSize({ first, last }: AskedField['args']): number {
  return Math.max(0, Number(first ?? last ?? PAGE.usual));
}
