import { filteredVia } from '../model/links.js';
import type { Inverse, Kind, LeafPath, Model } from '../model/model.js';
import { commonOrderLeaves, entryKindName, joinedName, markedLeaves, orderLeaves } from '../model/model.js';
import { PAGE } from '../model/page-size.js';
import type { Line } from './sdl-text.js';
import { capitalised, definition, firstClause, withArguments } from './sdl-text.js';

const sizes = `(0–${PAGE.most})`;
const after: Line = { description: 'Return the entries after this cursor.', text: 'after: String' };
/** The arguments of a list that is paged from its start alone. */
const forwardArguments: readonly Line[] = [
  { description: `Maximum number of entries to return ${sizes}.`, text: `first: Int = ${PAGE.usual}` },
  after,
];
/** The arguments of a list that is paged from either end; `first` has no default in the SDL, since `last` excludes it. */
const pageArguments: readonly Line[] = [
  {
    description: `Maximum number of entries to return ${sizes}. Default: ${PAGE.usual}, unless "last" is given.`,
    text: 'first: Int',
  },
  after,
  { description: `Return at most this number of entries from the end of the list ${sizes}.`, text: 'last: Int' },
  { description: 'Return the entries before this cursor.', text: 'before: String' },
];

/** The arguments by which a list at the root is filtered, ordered and paged, from either end, for entries of a kind. */
export function listArguments({ name }: Pick<Kind, 'name'>): Line[] {
  return [...choiceArguments(name), ...pageArguments];
}

function choiceArguments(kind: string): Line[] {
  return [
    { description: 'Which.', text: `filter: ${kind}Filter` },
    { description: 'Order.', text: `orderBy: [${kind}Order!]` },
  ];
}

const ofKinds: Line = { description: 'Of which kinds.', text: 'kinds: [EntryKind!]' };

/** The field at the root that lists entries of all kinds, as one line. */
export const entriesLine: Line = {
  description:
    'Entries of all kinds in one list, but for those that only stand in for others unless their kind is named.',
  text: withArguments('entries', [ofKinds, ...listArguments({ name: 'Entry' })], 'EntryConnection!'),
};

/** The name of the connection that an inverse field gives. */
function inverseConnection(model: Model, owner: Kind, inverse: Inverse): string {
  if (inverse.mixed) return 'EntryConnection';
  const holder = inverse.origins[0]!.kind;
  return hasOwnEdges(model, inverse) ? `${owner.name}${capitalised(inverse.name)}Connection` : `${holder}Connection`;
}

/** The field that an inverse adds to a kind, as one line. */
export function inverseLine(model: Model, owner: Kind, inverse: Inverse): Line {
  const far = model.kind(inverse.origins[0]!.kind);
  const part = filteredVia(model, inverse);
  const via = part ? [{ description: 'Only by links that say this.', text: `via: ${part.name}Filter` }] : [];
  const args = [...(inverse.mixed ? [ofKinds] : [...choiceArguments(far.name), ...via]), ...forwardArguments];
  return {
    description: inverse.description,
    text: withArguments(inverse.name, args, `${inverseConnection(model, owner, inverse)}!`),
  };
}

/** Connections, edges, orders and facets of every kind, and what all lists share, as SDL text. */
export function listTypes(model: Model): string {
  const perKind = model.kinds.flatMap((kind) => [
    connection(`${kind.name}Connection`, `${kind.name}Edge`, kind.name, writeFacets(model, kind)),
    edge(`${kind.name}Edge`, kind.name, chooseOne(findParts(model, kind.name))),
    ...orderTypes(kind.name, orderLeaves(model, kind)),
    ...addFacetTypes(model, kind),
    ...kind.inverses.filter((inverse) => hasOwnEdges(model, inverse)).flatMap((each) => viaTypes(model, kind, each)),
  ]);
  return [shared(model), ...perKind].join('\n');
}

/** The types of the objects by which entries of a kind link elsewhere, where what they say is served beside the link. */
function findParts({ kinds }: Model, holder: string): ReadonlySet<string> {
  const inverses = kinds.flatMap((kind) => kind.inverses).filter(({ origins }) => origins[0]!.kind === holder);
  return new Set(inverses.flatMap(({ via }) => via ?? []));
}

function chooseOne(parts: ReadonlySet<string>): string | null {
  return parts.size === 1 ? [...parts][0]! : null;
}

/** Whether the edges of a kind cannot carry what links of this inverse say, since its links are of several types. */
function hasOwnEdges(model: Model, { via, origins }: Inverse): boolean {
  return via !== null && findParts(model, origins[0]!.kind).size > 1;
}

function shared(model: Model): string {
  const kinds = model.kinds.map((kind) => ({
    description: firstClause(kind.description),
    text: entryKindName(kind),
  }));
  return [
    definition('enum', 'EntryKind', 'A kind of entry.', kinds),
    definition('enum', 'OrderDirection', 'Which end of an order comes first.', [
      {
        description: 'The smallest, the earliest or the first of the alphabet. What has no value comes last.',
        text: 'ASC',
      },
      {
        description: 'The greatest, the latest or the last of the alphabet. What has no value comes last.',
        text: 'DESC',
      },
    ]),
    definition('type', 'PageInfo', 'Where a page stands in its list.', [
      { description: 'Whether there are entries after this page.', text: 'hasNextPage: Boolean!' },
      { description: 'Whether there are entries before this page.', text: 'hasPreviousPage: Boolean!' },
      { description: 'The cursor of the first entry; empty where the page is.', text: 'startCursor: String' },
      { description: 'The cursor of the last entry; empty where the page is.', text: 'endCursor: String' },
    ]),
    connection('EntryConnection', 'EntryEdge', 'Entry', null),
    edge('EntryEdge', 'Entry', null),
    ...orderTypes('Entry', commonOrderLeaves(model)),
  ].join('\n');
}

const values: Line = {
  description: `Maximum number of values to return for each facet ${sizes}.`,
  text: `first: Int = ${PAGE.usual}`,
};

function connection(name: string, edgeName: string, node: string, facets: string | null): string {
  return definition('type', name, `A page of ${node}.`, [
    { description: 'With their cursors.', text: `edges: [${edgeName}!]!` },
    { description: 'The entries.', text: `nodes: [${node}!]!` },
    { description: 'Where it stands.', text: 'pageInfo: PageInfo!' },
    { description: 'How many in all.', text: 'totalCount: Int!' },
    ...(facets ? [{ description: 'Counts by value.', text: withArguments('facets', [values], `${facets}!`) }] : []),
  ]);
}

function edge(name: string, node: string, via: string | null): string {
  return definition('type', name, 'One of them.', [
    { description: 'Where to go on.', text: 'cursor: String!' },
    { description: 'The entry.', text: `node: ${node}!` },
    ...(via ? [{ description: 'What links it, in a list of what links here.', text: `via: [${via}!]!` }] : []),
  ]);
}

function viaTypes(model: Model, owner: Kind, inverse: Inverse): string[] {
  const holder = model.kind(inverse.origins[0]!.kind);
  const name = `${owner.name}${capitalised(inverse.name)}`;
  return [
    connection(`${name}Connection`, `${name}Edge`, holder.name, writeFacets(model, holder)),
    edge(`${name}Edge`, holder.name, inverse.via),
  ];
}

function orderTypes(of: string, leaves: readonly LeafPath[]): string[] {
  const fields = leaves.map((leaf) => ({
    description: leaf.fields.map(({ description }) => firstClause(description)).join(' '),
    text: `${joinedName(leaf.path)}: OrderDirection`,
  }));
  return [definition('input', `${of}Order @oneOf`, 'One order.', fields)];
}

function writeFacets(model: Model, kind: Kind): string | null {
  return markedLeaves(model, kind, 'facet').length > 0 ? `${kind.name}Facets` : null;
}

function addFacetTypes(model: Model, kind: Kind): string[] {
  const leaves = markedLeaves(model, kind, 'facet');
  if (leaves.length === 0) return [];
  return [definition('type', `${kind.name}Facets`, 'Counts by value.', leaves.map(facetLine))];
}

function facetLine({ path, leaf }: LeafPath): Line {
  const of = leaf.link ? 'EntryCount' : 'ValueCount';
  return { description: firstClause(leaf.description), text: `${joinedName(path)}: [${of}!]!` };
}
