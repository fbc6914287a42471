import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
} from 'graphql';
import type { SharedServices } from '../../src/graphql/request/context.js';
import type { Random } from '../store/random.js';

/** Values for arguments, by type, that refer to existing content. */
export interface KnownValues {
  /** Slugs by type of entry. */
  slugs: ReadonlyMap<string, readonly string[]>;
  areas: readonly string[];
  ids: readonly string[];
  indicators: readonly string[];
  /** Times for queries of past states; empty for current content only. */
  moments: readonly string[];
}

/** Reads the values of a server that arguments can refer to. */
export async function knownValues({ model, store, areas }: SharedServices): Promise<KnownValues> {
  const slugs = new Map<string, string[]>();
  const ids: string[] = [];
  for (const kind of model.kinds) {
    const found: string[] = [];
    for await (const { slug } of store.entries.published(kind.name, [])) found.push(slug);
    slugs.set(kind.name, found);
    ids.push(...found.map((slug) => Buffer.from(`${kind.folder}/${slug}`).toString('base64url')));
  }
  const indicators = await store.figures.indicators();
  return { slugs, ids, indicators, moments: [], areas: areas.current.areas.map(({ code }) => code) };
}

const WORDS = ['smuggling', 'judicial cooperation', 'boats', 'migrants europol', 'digital evidence', 'agreement'];
const FIGURE_WORDS = ['syrians germany 2016', 'deaths mediterranean', 'asylum applications per capita', 'agreement'];
const PERIODS = ['2016', '2019', '2021-06', '2023-Q2'];
const TRANSFORMS = ['YEAR_ON_YEAR', 'INDEX'];
const SIZES = [1, 2, 3, 5, 10, 20, 50, 100];
const DEEPEST = 6;

type AnyField = GraphQLField<unknown, unknown>;

/** Generates random valid queries for a schema. */
export class RandomSelection {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly known: KnownValues,
  ) {}

  /** Returns a query with at most `most` root fields, chosen from `names` if given. */
  query({ names, most = 2 }: { names?: readonly string[]; most?: number } = {}): string {
    const root = this.schema.getQueryType()!;
    const fields = Object.values(root.getFields()).filter(({ name }) => names?.includes(name) ?? true);
    const selectedFields = this.random
      .pickSome(fields, 1, most)
      .map((field, index) => this.field(field, 1, `r${index}: `));
    return `{ ${selectedFields.join(' ')} __typename }`;
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const { random } = this;
    if (isAbstractType(type)) {
      const common = isInterfaceType(type) ? this.fields(Object.values(type.getFields()), depth, 1) : [];
      const types = random.pickSome(this.schema.getPossibleTypes(type), 0, 2);
      const fragments = types.map((each) => `... on ${each.name} { ${this.selection(each, depth)} }`);
      return ['__typename', ...common, ...fragments].join(' ');
    }
    const fields = Object.values((type as GraphQLObjectType).getFields());
    return ['__typename', ...this.fields(fields, depth, 2)].join(' ');
  }

  private fields(fields: readonly AnyField[], depth: number, mostComposite: number): string[] {
    const { random } = this;
    const leaves = fields.filter(({ type, args }) => isLeafType(getNamedType(type)) && !args.some(isNeeded));
    const composite = fields.filter(({ type }) => isCompositeType(getNamedType(type)));
    // Always selects the items of pages, if there are any.
    const items = composite.filter(({ name }) => ['nodes', 'edges', 'node'].includes(name));
    const deeper = depth >= DEEPEST ? [] : [...new Set([...items, ...random.pickSome(composite, 0, mostComposite)])];
    return [
      ...random.pickSome(leaves, 0, 2).flatMap((leaf) => this.leaf(leaf)),
      ...deeper.map((field) => this.field(field, items.includes(field) ? depth : depth + 1, this.alias())),
    ];
  }

  /** Selects a leaf; a text in the locale of the request, or in several locales. */
  private leaf({ name, args }: AnyField): string[] {
    const locale = args.find((arg) => arg.name === 'locale');
    if (!locale || this.random.chance(0.5)) return [name];
    const locales = (getNamedType(locale.type) as GraphQLEnumType).getValues();
    return this.random
      .pickSome(locales, 1, locales.length)
      .map((each) => `${this.alias()}${name}(locale: ${each.name})`);
  }

  private aliases = 0;

  /** A unique alias, so that selections with different arguments never conflict. */
  private alias(): string {
    this.aliases += 1;
    return `a${this.aliases}: `;
  }

  private field(field: AnyField, depth: number, alias: string): string {
    const result = getNamedType(field.type);
    const givenArguments = field.args.flatMap((arg) => {
      const value = this.argument(field, arg, result.name);
      return value === null ? [] : [`${arg.name}: ${value}`];
    });
    const args = givenArguments.length > 0 ? `(${givenArguments.join(', ')})` : '';
    const subselection = isCompositeType(result) ? ` { ${this.selection(result, depth)} }` : '';
    return `${alias}${field.name}${args}${subselection}`;
  }

  /** Returns a value for an argument of a field; null to leave it out. */
  private argument({ name: field }: AnyField, { name, type }: GraphQLArgument, result: string): string | null {
    const { random, known } = this;
    const randomText = (values: readonly string[]) => text(random.pick(values));
    const sample = (values: readonly string[]) =>
      random.chance(0.3) ? `[${random.pickSome(values, 1, 4).map(text).join(', ')}]` : null;
    const slug = () => randomText(known.slugs.get(result)?.length ? known.slugs.get(result)! : ['none']);
    const input = () => `{ indicator: ${randomText(known.indicators)}, area: ${randomText(known.areas)} }`;
    const values: Record<string, () => string | null> = {
      first: () => (random.chance(0.7) ? String(random.pick(SIZES)) : null),
      slug,
      by: () => `{ slug: ${slug()} }`,
      asOf: () => (known.moments.length > 0 && random.chance(0.5) ? randomText(known.moments) : null),
      id: () => randomText(known.ids),
      ids: () => `[${random.pickSome(known.ids, 1, 10).map(text).join(', ')}]`,
      query: () => randomText(WORDS),
      words: () => randomText(FIGURE_WORDS),
      areas: () => sample(known.areas),
      indicators: () => sample(known.indicators),
      'area code': () => randomText(known.areas),
      'shortestPath from': () => randomText(known.ids),
      'shortestPath to': () => randomText(known.ids),
      'diff kind': () => 'TOPIC',
      'diff slug': () => randomText(known.slugs.get('Topic')!),
      'diff from': () => '1',
      'diff to': () => '1',
      'growth from': () => '"2020"',
      'growth to': () => '"2022"',
      'changes from': () => (isNonNullType(type) ? '"2020-01-01T00:00:00Z"' : null),
      'changes to': () => (isNonNullType(type) ? '"2030-01-01T00:00:00Z"' : null),
      'groupTotal group': () => '"EU27_2020"',
      'grid by': () => null,
      'codeRanking area': () => randomText(known.areas),
      'codeRanking dimension': () => '"citizen"',
      'series from': () => (random.chance(0.3) ? randomText(PERIODS) : null),
      'series recipe': () => (random.chance(0.2) ? `{ transform: ${random.pick(TRANSFORMS)} }` : null),
      'compare series': () => `[${Array.from({ length: 2 + random.below(3) }, input).join(', ')}]`,
      'compare force': () => 'true',
      'evidenceRoutes from': () => '"DE"',
      'evidenceRoutes data': () => random.pick(['SUBSCRIBER', 'ACCESS', 'TRAFFIC', 'CONTENT']),
    };
    return (values[`${field} ${name}`] ?? values[name])?.() ?? null;
  }
}

function text(value: string): string {
  return JSON.stringify(value);
}

function isNeeded(arg: GraphQLArgument): boolean {
  return isNonNullType(arg.type) && arg.defaultValue === undefined;
}

/** Returns the number of objects in a response. */
export function countObjects(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + countObjects(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((sum: number, each) => sum + countObjects(each), 0);
}
