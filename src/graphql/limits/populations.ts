import type { GraphQLNamedType } from 'graphql';
import { isObjectType } from 'graphql';
import type { Field, Kind, Model } from '../../model/model.js';
import { entryKindName } from '../../model/model.js';
import type { FieldSize, KindModules } from '../../records/kind-module.js';
import { times } from '../../series/figures-sizes.js';
import { MOST_LINKS } from '../fields/entry-fields.js';
import { PAGE } from '../../model/page-size.js';
import type { AskedField, Holders, Inside, Population, Yield } from './population.js';
import { NOTHING_INSIDE, sizeInside, sizeVia } from './population.js';
import type { Sizes } from './sizes.js';
import { USUAL_LIST } from './sizes.js';
import { StatedSizes } from './stated-sizes.js';
import { TypeFacts } from './type-facts.js';

/** Tells how many objects each field of a query can give, from the model and from what there is. */
export class Populations {
  private readonly types: TypeFacts;
  private readonly stated: StatedSizes;

  constructor(
    private readonly model: Model,
    modules: KindModules,
  ) {
    this.types = new TypeFacts(model);
    this.stated = new StatedSizes(model, modules, this.types);
  }

  /** Whether a field without fields of its own is computed for each object, and not only read. */
  isComputed(field: Pick<AskedField, 'type' | 'name'>): boolean {
    return this.stated.isComputed(field);
  }

  /** The part of a population that is of one of the types that a fragment is on. */
  narrowed(population: Population, type: string, sizes: Sizes): Population {
    const { holders } = population;
    const wanted = this.types.kindsOf(type);
    if (!holders || wanted.length === 0) return population;
    const kinds = holders.kinds.filter((kind) => wanted.includes(kind));
    return kinds.length === holders.kinds.length ? population : this.entries(sizes, { ...holders, kinds });
  }

  /** What a field gives. */
  findYield(field: AskedField, above: Population, sizes: Sizes): Yield {
    const inside = above.inside.get(field.name);
    if (inside) return this.insideYield(field, inside, above, sizes);
    if (above.holders) return this.yieldOfEntry(field, above, above.holders, sizes);
    const size = this.stated.ofResult(field, sizes);
    if (isConnection(field.result)) return this.rootPage(field, size, above, sizes);
    if (field.type.name === 'Query' && !field.isList && this.types.kindsOf(field.result.name).length > 0) {
      return this.single(field, sizes);
    }
    const facets = this.types.facetsOf(field.result.name);
    if (facets) return this.facetLists(facets, field.args, above, sizes);
    return this.sized(field, size, above, sizes);
  }

  private yieldOfEntry(field: AskedField, above: Population, holders: Holders, sizes: Sizes): Yield {
    const known = this.types.field(field.type.name, field.name);
    if (!known) return this.inversePage(field, above, holders, sizes);
    if (known.computed) return this.sized(field, this.stated.ofComputed(field, holders, sizes), above, sizes);
    const path = holders.path + field.name;
    const { most, all, incoming, again, targets } = sizes.path(holders.kinds, path);
    const each = known.list ? Math.min(most, known.link ? MOST_LINKS : Infinity) : 1;
    const count = Math.min(times(above.count, each), times(holders.count, most), times(holders.repeats, all));
    const work = 0;
    if (!known.link) {
      const parts: Holders = { ...holders, path: `${path}.` };
      return { each, work, population: { count, holders: parts, inside: NOTHING_INSIDE } };
    }
    const kinds = this.types.kindsOf(field.result.name);
    const repeats = Math.min(count, times(holders.repeats, incoming), times(holders.count, again));
    const timesOf = targets && new Map([...targets].map(([slug, links]) => [slug, times(holders.repeats, links)]));
    return { each, work, population: this.entries(sizes, { kinds, count, repeats, times: timesOf }) };
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
    const page = this.entries(sizes, { kinds: [...kinds], count, repeats });
    const via = sizeVia(found, page, { all: times(holders.repeats, links.all), sizes });
    return this.connection({ each, page, above: above.count, edges: via });
  }

  private rootPage(field: AskedField, { inside = {}, work = 0 }: FieldSize, above: Population, sizes: Sizes): Yield {
    const nodes = isObjectType(field.result) ? field.result.getFields()['nodes']!.type.toString() : '';
    const wanted = field.args['kinds'] as readonly string[] | null | undefined;
    const all = this.types.kindsOf(nodes.replace(/[[\]!]/g, ''));
    const isWanted = (kind: Kind) =>
      wanted ? wanted.includes(entryKindName(kind)) : all.length === 1 || !kind.standIn;
    const kinds = all.filter(isWanted);
    const each = Math.min(pageSize(field.args), kinds.length > 0 ? sizes.entries(kinds) : Infinity);
    const page =
      kinds.length > 0
        ? this.entries(sizes, { kinds, count: each, repeats: 1 })
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
    const kinds = this.types.kindsOf(result.name);
    return {
      each: 1,
      work: 0,
      population: this.entries(sizes, {
        kinds,
        count: 1,
        repeats: 1,
        slug: typeof slug === 'string' ? slug : null,
      }),
    };
  }

  private sized(field: AskedField, size: FieldSize, above: Population, sizes: Sizes): Yield {
    const kinds = this.types.kindsOf(field.result.name);
    const each = field.isList ? (size.each ?? USUAL_LIST) : 1;
    const repeats = above.holders?.repeats ?? Infinity;
    const count = Math.min(times(above.count, each), times(repeats, size.all ?? Infinity));
    const work = size.work ?? 0;
    if (kinds.length > 0) {
      return { each, work, population: this.entries(sizes, { kinds, count, repeats: count }) };
    }
    const lists = Object.entries(size.inside ?? {}).map(([name, list]) => [name, sizeInside(list, above)] as const);
    const inherited = above.holders ? NOTHING_INSIDE : above.inside;
    const inside = lists.length > 0 ? new Map([...inherited, ...lists]) : inherited;
    return { each, work, population: { count, holders: null, inside } };
  }

  private insideYield(field: AskedField, inside: Inside, above: Population, sizes: Sizes): Yield {
    if (inside.population) return { each: inside.each, work: 0, population: inside.population };
    const kinds = this.types.kindsOf(field.result.name);
    // What a list holds of entries, it holds once.
    const most = kinds.length > 0 ? Math.min(inside.each, sizes.entries(kinds)) : inside.each;
    const each = Number.isFinite(most) ? most : USUAL_LIST;
    const count = Math.min(times(above.count, each), inside.most);
    if (kinds.length > 0) {
      const entries = this.entries(sizes, { kinds, count, repeats: count });
      return { each, work: 0, population: entries };
    }
    return { each, work: 0, population: { count, holders: null, inside: above.inside } };
  }

  private entries(sizes: Sizes, some: Pick<Holders, 'kinds' | 'count' | 'repeats'> & Partial<Holders>): Population {
    const count = Math.min(some.count, times(some.repeats, sizes.entries(some.kinds)));
    return { count, holders: { path: '', slug: null, times: null, ...some, count }, inside: NOTHING_INSIDE };
  }

  private facetLists(
    facets: ReadonlyMap<string, Field>,
    args: AskedField['args'],
    { count }: Population,
    sizes: Sizes,
  ): Yield {
    const lists = [...facets].map(([name, leaf]): [string, Inside] => {
      const each = this.facetValues(leaf, args, sizes);
      const kinds = this.types.kindsOf(leaf.type);
      if (kinds.length === 0) return [name, { each, most: Infinity }];
      const values = times(count, each);
      const entries = this.entries(sizes, { kinds, count: values, repeats: values });
      const inside = new Map([['value', { each: 1, most: values, population: entries }]]);
      return [name, { each, most: values, population: { count: values, holders: null, inside } }];
    });
    return { each: 1, work: 0, population: { count, holders: null, inside: new Map(lists) } };
  }

  private facetValues({ type, nature }: Field, { first }: AskedField['args'], sizes: Sizes): number {
    const asked = Math.min(Math.max(0, Number(first ?? PAGE.usual)), PAGE.most);
    if (nature === 'link') return Math.min(asked, sizes.entries(this.types.kindsOf(type)));
    return nature === 'enum' ? Math.min(asked, this.model.enum(type).values.length) : asked;
  }
}

function isConnection(type: GraphQLNamedType): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields();
}

function pageSize({ first, last }: AskedField['args']): number {
  return Math.max(0, Number(first ?? last ?? PAGE.usual));
}
