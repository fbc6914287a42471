import { filterableLinkContainer } from '../model/links.js';
import {
  commonSortableLeaves,
  directiveLeaves,
  entryKindName,
  type Inverse,
  camelCasePath,
  type Kind,
  type LeafPath,
  type Model,
  sortableLeaves,
} from '../model/model.js';
import { PAGE_LIMITS } from '../model/result-limits.js';
import { capitalised, sdlDefinition, sdlField, type SdlLine } from './sdl-text.js';

const sizeRange = `(0–${PAGE_LIMITS.max})`;
const after: SdlLine = { description: 'Cursor: return the entries after this one.', text: 'after: String' };
/** Arguments of a list that supports only forward paging. */
const forwardArguments: readonly SdlLine[] = [
  {
    description: `Maximum number of entries to return ${sizeRange}. Default: ${PAGE_LIMITS.defaultSize}.`,
    text: `first: Int = ${PAGE_LIMITS.defaultSize}`,
  },
  after,
];
/** Arguments of a list. `first` has no default in the SDL, because it cannot be combined with `last`. */
const pageArguments: readonly SdlLine[] = [
  {
    description: `Maximum number of entries to return ${sizeRange}. Default: ${PAGE_LIMITS.defaultSize}, unless "last" is given.`,
    text: 'first: Int',
  },
  after,
  {
    description: `Maximum number of entries to return from the end of the list ${sizeRange}. Do not combine it with "first".`,
    text: 'last: Int',
  },
  { description: 'Cursor: return the entries before this one.', text: 'before: String' },
];

/** Returns the arguments of a root list of a kind: filter, sort keys, and paging in both directions. */
export function listArguments({ name }: Pick<Kind, 'name'>): SdlLine[] {
  return [...queryArguments(name), ...pageArguments];
}

function queryArguments(kind: string): SdlLine[] {
  return [
    { description: 'Return only entries that match this filter. Default: all entries.', text: `filter: ${kind}Filter` },
    {
      description: 'Sort criteria, most important first. Default: by title. The slug breaks ties.',
      text: `orderBy: [${kind}Order!]`,
    },
  ];
}

const kindsArg: SdlLine = {
  description: 'Return only entries of these kinds. Default: all kinds.',
  text: 'kinds: [EntryKind!]',
};

/** SDL of the root field that lists entries of all kinds. */
export const entriesField: SdlLine = {
  description:
    'Lists entries of all kinds. Placeholder entries, such as territories without a profile, are included only if `kinds` names their kind.',
  text: sdlField('entries', [kindsArg, ...listArguments({ name: 'Entry' })], 'EntryConnection!'),
};

/** Returns the name of the connection type of an inverse field. */
function inverseConnectionName(model: Model, owner: Kind, inverse: Inverse): string {
  if (inverse.mixed) return 'EntryConnection';
  const holder = inverse.origins[0]!.kind;
  return hasOwnEdges(model, inverse) ? `${owner.name}${capitalised(inverse.name)}Connection` : `${holder}Connection`;
}

/** Returns the field of a kind that lists the entries linking to it. */
export function inverseField(model: Model, owner: Kind, inverse: Inverse): SdlLine {
  const linkingKind = model.kind(inverse.origins[0]!.kind);
  const container = filterableLinkContainer(model, inverse);
  const via = container
    ? [{ description: 'Return only entries whose link matches this condition.', text: `via: ${container.name}Filter` }]
    : [];
  const args = [...(inverse.mixed ? [kindsArg] : [...queryArguments(linkingKind.name), ...via]), ...forwardArguments];
  return {
    description: inverse.description,
    text: sdlField(inverse.name, args, `${inverseConnectionName(model, owner, inverse)}!`),
  };
}

/** Returns the SDL text of connections, edges, sort keys and facets, and of the types shared by all lists. */
export function connectionTypes(model: Model): string {
  const perKind = model.kinds.flatMap((kind) => [
    connectionType(`${kind.name}Connection`, `${kind.name}Edge`, kind.name, facetTypeName(model, kind)),
    edgeType(`${kind.name}Edge`, kind.name, onlyItem(findEmbeddedLinkTypes(model, kind.name))),
    ...orderTypes(kind.name, sortableLeaves(model, kind)),
    ...facetTypes(model, kind),
    ...kind.inverses
      .filter((inverse) => hasOwnEdges(model, inverse))
      .flatMap((inverse) => viaTypes(model, kind, inverse)),
  ]);
  return [sharedTypes(model), ...perKind].join('\n');
}

/** Returns the embedded types through which entries of kind `holder` link to others. Edges contain their data. */
function findEmbeddedLinkTypes({ kinds }: Model, holder: string): ReadonlySet<string> {
  const inverses = kinds.flatMap((kind) => kind.inverses).filter(({ origins }) => origins[0]!.kind === holder);
  return new Set(inverses.flatMap(({ via }) => via ?? []));
}

function onlyItem(types: ReadonlySet<string>): string | null {
  return types.size === 1 ? [...types][0]! : null;
}

/** Whether an inverse field needs its own edge type, because the linking kind has links in several embedded types. */
function hasOwnEdges(model: Model, { via, origins }: Inverse): boolean {
  return via !== null && findEmbeddedLinkTypes(model, origins[0]!.kind).size > 1;
}

function sharedTypes(model: Model): string {
  const kinds = model.kinds.map((kind) => ({
    description: kind.description,
    text: entryKindName(kind),
  }));
  return [
    sdlDefinition('enum', 'EntryKind', 'The kinds of entries in this knowledge base.', kinds),
    sdlDefinition('enum', 'OrderDirection', 'The direction in which a list is sorted.', [
      {
        description: 'Smallest, earliest or alphabetically first value first. Entries without a value come last.',
        text: 'ASC',
      },
      {
        description: 'Largest, latest or alphabetically last value first. Entries without a value come last.',
        text: 'DESC',
      },
    ]),
    sdlDefinition('type', 'PageInfo', 'Paging information of a page of a list.', [
      { description: 'Whether there are entries after this page.', text: 'hasNextPage: Boolean!' },
      { description: 'Whether there are entries before this page.', text: 'hasPreviousPage: Boolean!' },
      { description: 'Cursor of the first entry; null if the page is empty.', text: 'startCursor: String' },
      { description: 'Cursor of the last entry; null if the page is empty.', text: 'endCursor: String' },
    ]),
    connectionType('EntryConnection', 'EntryEdge', 'Entry', null),
    edgeType('EntryEdge', 'Entry', null),
    ...orderTypes('Entry', commonSortableLeaves(model)),
  ].join('\n');
}

const facetLimit: SdlLine = {
  description: `Maximum number of values to return for each facet ${sizeRange}. Default: ${PAGE_LIMITS.defaultSize}.`,
  text: `first: Int = ${PAGE_LIMITS.defaultSize}`,
};

function connectionType(name: string, edgeName: string, node: string, facets: string | null): string {
  return sdlDefinition('type', name, `A page of a list of entries of type ${node}.`, [
    { description: 'The entries of this page with their cursors.', text: `edges: [${edgeName}!]!` },
    { description: 'The entries of this page.', text: `nodes: [${node}!]!` },
    { description: 'Paging information of this page.', text: 'pageInfo: PageInfo!' },
    { description: 'Total number of entries in the list, on all pages.', text: 'totalCount: Int!' },
    ...(facets
      ? [
          {
            description:
              'Number of entries for each value of a field, most frequent first. A facet ignores the filter on its own field.',
            text: sdlField('facets', [facetLimit], `${facets}!`),
          },
        ]
      : []),
  ]);
}

function edgeType(name: string, node: string, via: string | null): string {
  return sdlDefinition('type', name, `An entry of type ${node} in a list, with its cursor.`, [
    { description: 'Cursor of this entry. Pass it as `after` or `before` to page from here.', text: 'cursor: String!' },
    { description: 'The entry at this position.', text: `node: ${node}!` },
    ...(via
      ? [
          {
            description:
              'The data of the links, if this is a list of entries that link to another one; empty elsewhere.',
            text: `via: [${via}!]!`,
          },
        ]
      : []),
  ]);
}

function viaTypes(model: Model, owner: Kind, inverse: Inverse): string[] {
  const holder = model.kind(inverse.origins[0]!.kind);
  const name = `${owner.name}${capitalised(inverse.name)}`;
  return [
    connectionType(`${name}Connection`, `${name}Edge`, holder.name, facetTypeName(model, holder)),
    edgeType(`${name}Edge`, holder.name, inverse.via),
  ];
}

function orderTypes(typeName: string, leaves: readonly LeafPath[]): string[] {
  const fields = leaves.map((leaf) => ({
    description: `Sort by "${leaf.path.join('.')}": ${leaf.leaf.description}`,
    text: `${camelCasePath(leaf.path)}: OrderDirection`,
  }));
  return [sdlDefinition('input', `${typeName}Order @oneOf`, 'One sort criterion. Set exactly one field.', fields)];
}

function facetTypeName(model: Model, kind: Kind): string | null {
  return directiveLeaves(model, kind, 'facet').length > 0 ? `${kind.name}Facets` : null;
}

function facetTypes(model: Model, kind: Kind): string[] {
  const leaves = directiveLeaves(model, kind, 'facet');
  if (leaves.length === 0) return [];
  return [
    sdlDefinition(
      'type',
      `${kind.name}Facets`,
      `Number of entries of type ${kind.name} for each value of a field, most frequent first.`,
      leaves.map(facetLine),
    ),
  ];
}

function facetLine({ path, leaf }: LeafPath): SdlLine {
  const countType = leaf.link ? 'EntryCount' : 'ValueCount';
  return {
    description: `Number of entries for each ${leaf.type === 'PartialDate' ? 'year' : 'value'} of "${path.join('.')}": ${leaf.description}`,
    text: `${camelCasePath(path)}: [${countType}!]!`,
  };
}
