import { getNamedType, type GraphQLInputObjectType, type GraphQLNamedType } from 'graphql';
import {
  conditionsOf,
  fieldFilterType,
  fieldsOf,
  type FieldValues,
  filterTarget,
  isEntry,
  type RootList,
  type SendQuery,
} from './introspection.js';

const PAGE = 100;
/** Maximum page size of the list of links in one entry. */
const LARGEST = 100;

/** An entry from a response, with the fields that its filter supports. */
export interface ExpectedEntry extends FieldValues {
  __typename: string;
  slug: string;
  id: string;
}
/** An entry that links to another, and the fields of the link. */
export interface Edge {
  node: { __typename: string; slug: string };
  via?: readonly FieldValues[];
}
/** The links to an entry by one field. */
export interface Connection {
  totalCount: number;
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** Returns the key of an entry or of a link to it. */
export function keyOf({ __typename, slug }: { __typename: string; slug: string }): string {
  return `${__typename}/${slug}`;
}

/** All values that can be filtered by, read without any filter. */
export class ExpectedEntries {
  /** Entries by key, with the fields of all lists that contain them. */
  readonly entries = new Map<string, ExpectedEntry>();
  /** Entries of each list, by the name of the list. */
  readonly lists = new Map<string, ExpectedEntry[]>();
  private readonly pools = new Map<string, Set<unknown>>();

  private constructor(private readonly sendQuery: SendQuery) {}

  static async read(sendQuery: SendQuery, lists: readonly RootList[]): Promise<ExpectedEntries> {
    const known = new ExpectedEntries(sendQuery);
    for (const list of lists) await known.readList(list);
    return known;
  }

  /** Returns all values of a field name, so that operands match; for `AreaCode`, all codes of areas. */
  valuesOf(name: string): unknown[] {
    return [...(this.pools.get(name) ?? [])];
  }

  private async readList({ name, filter, node }: RootList): Promise<void> {
    const selections = conditionsOf(filter).map((field) => selection(filter, node, field));
    const codes = conditionsOf(filter).filter((field) => operandOf(fieldFilterType(filter, field)) === 'AreaCode');
    // Connections are read in separate queries, because they can have further pages.
    const isConnection = (each: string) => each.includes('pageInfo');
    const others = selections.filter((each) => !isConnection(each));
    const keys: string[] = [];
    // Entries that only stand in for others, such as territories, are in no other list, so their kind is read here.
    for (const fields of [`entryKind ${others.join(' ')}`, ...selections.filter(isConnection)]) {
      const isFirst = keys.length === 0;
      for await (const entry of walkEntries(this.sendQuery, name, fields)) {
        const key = keyOf(entry);
        if (isFirst) keys.push(key);
        this.collect(entry);
        // Filters also accept other spellings of these codes. Codes of drafts are not accepted yet.
        if (entry['status'] === 'PUBLISHED')
          for (const field of codes) if (entry[field]) this.collect({ AreaCode: entry[field] });
        this.entries.set(key, { ...this.entries.get(key), ...entry });
      }
    }
    this.lists.set(
      name,
      keys.map((key) => this.entries.get(key)!),
    );
  }

  private collect(values: FieldValues): void {
    for (const [name, value] of Object.entries(values)) {
      for (const each of [value].flat()) {
        if (each === null) continue;
        if (typeof each === 'object') this.collect(each as FieldValues);
        else (this.pools.get(name) ?? this.pools.set(name, new Set()).get(name)!).add(each);
      }
    }
  }
}

/** Returns the scalar type of the operands of a filter; undefined for a filter of another form. */
function operandOf(filter: GraphQLInputObjectType): string | undefined {
  return getNamedType(filter.getFields()['eq']?.type)?.name;
}

/** Returns the selection of the links to an entry by a field, with the largest page size. */
export function edgeSelection(name: string, via = ''): string {
  return `${name}(first: ${LARGEST}) { totalCount pageInfo { hasNextPage endCursor } edges { node { __typename slug } ${via} } }`;
}

/** Returns the selection needed to evaluate any condition on a field. Of entries, it selects only the key. */
function selection(filter: GraphQLInputObjectType, type: GraphQLNamedType, name: string): string {
  const field = fieldsOf(type)[name];
  if (!field) throw new Error(`${type.name}.${name} has a filter but is not a field`);
  const fieldFilter = fieldFilterType(filter, name);
  const form = filterTarget(fieldFilter);
  if (form === 'VALUE' || form === 'VALUES') return name;
  const target = getNamedType(field.type);
  const { edges } = fieldsOf(target);
  if (edges) {
    const { via } = fieldsOf(getNamedType(edges.type));
    const hasViaFilter = 'via' in fieldFilter.getFields();
    return edgeSelection(
      name,
      hasViaFilter ? `via { ${nestedSelection(fieldFilterType(fieldFilter, 'via'), getNamedType(via!.type))} }` : '',
    );
  }
  return `${name} { ${isEntry(target) ? '__typename slug' : nestedSelection(form === 'MANY' ? fieldFilterType(fieldFilter, 'some') : fieldFilter, target)} }`;
}

function nestedSelection(filter: GraphQLInputObjectType, type: GraphQLNamedType): string {
  return conditionsOf(filter)
    .map((name) => selection(filter, type, name))
    .join(' ');
}

/** Yields the nodes of a list, in pages of the largest size that these fields allow. */
export async function* walkEntries(sendQuery: SendQuery, name: string, fields: string): AsyncGenerator<ExpectedEntry> {
  let after: string | null = null;
  for (let first = PAGE, more = true; more;) {
    const query = `query ($after: String, $first: Int) { list: ${name}(first: $first, after: $after) {
      nodes { __typename id slug ${fields} } pageInfo { hasNextPage endCursor } } }`;
    const data: FieldValues | null = await sendQuery(query, { after, first }).catch((error: unknown) => {
      if (first > 1 && String(error).includes('TOO_COSTLY')) return null;
      throw error;
    });
    if (data) {
      const { nodes, pageInfo } = data['list'] as { nodes: ExpectedEntry[]; pageInfo: Connection['pageInfo'] };
      for (const node of nodes) yield completed(sendQuery, node, fields);
      [more, after] = [pageInfo.hasNextPage, pageInfo.endCursor];
    } else first = Math.ceil(first / 4);
  }
}

/** Reads the remaining pages of the links to an entry. `fields` selects only this connection. */
async function completed(sendQuery: SendQuery, entry: ExpectedEntry, fields: string): Promise<ExpectedEntry> {
  for (const value of Object.values(entry)) {
    const connection = value as Connection | null;
    while (connection?.pageInfo?.hasNextPage) {
      const next = fields.replace(')', ', after: $after)');
      const query = `query ($id: ID!, $after: String) { node(id: $id) { ... on ${entry.__typename} { more: ${next} } } }`;
      const { node } = await sendQuery(query, { id: entry.id, after: connection.pageInfo.endCursor });
      const { more } = node as { more: Connection };
      connection.edges.push(...more.edges);
      connection.pageInfo = more.pageInfo;
    }
  }
  return entry;
}
