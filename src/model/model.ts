import type { DocumentNode, FieldDefinitionNode } from 'graphql';

/** A place in a file, as people count: lines and columns from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export type Role = 'READER' | 'EDITOR' | 'ADMIN';

/**
 * What a field holds. `output` is the result of a computed field that is no scalar, enum or entry, such as a series.
 */
export type FieldNature = 'scalar' | 'enum' | 'object' | 'link' | 'output';

/** A link as its field declares it. */
export interface Link {
  /** The type it points to: a kind, or an interface such as Area. */
  target: string;
  /** The kinds that can stand at the far end: the target alone, or the members of the interface, by type name. */
  members: readonly string[];
  /** Whether the target is an interface, so that the link is kept as `folder/slug` and not as a slug. */
  toInterface: boolean;
  /** The field that it adds at the far end, if any. */
  inverse: string | null;
  /** Whether it leads up a tree of the kind's own entries. */
  wider: boolean;
}

/** One field of a kind or of an embedded type, with all that its directives say. */
export interface Field {
  name: string;
  description: string;
  /** The named type, without list and non-null marks. */
  type: string;
  nature: FieldNature;
  list: boolean;
  /** Whether the outermost type is non-null. On a list it means that an absent list is empty. */
  required: boolean;
  localised: boolean;
  /** The weight in full text; 0 where the field is not searched. */
  search: number;
  filter: boolean;
  sort: boolean;
  facet: boolean;
  /** Not written by editors. With `filter`, `sort` or `facet` it is computed on writing and stored. */
  computed: boolean;
  /** Served as a part of the record, and not as a field. */
  recordOnly: boolean;
  audience: Role | null;
  link: Link | null;
  node: FieldDefinitionNode;
  place: Place;
}

/** A type with fields: a kind, or a type embedded in kinds. */
export interface Shape {
  name: string;
  description: string;
  fields: readonly Field[];
  place: Place;
}

/** One way by which entries of a kind come to link here. */
export interface Origin {
  /** The kind whose records hold the link, by type name. */
  kind: string;
  /** The fields from the record down to the link, as in `members`, `country`. */
  path: readonly string[];
  /** The link at the end of the path. */
  field: Field;
}

/** A field that links from elsewhere add to a kind. */
export interface Inverse {
  name: string;
  description: string;
  /** One origin, or several where more than one kind (or place) holds the embedded type. */
  origins: readonly Origin[];
  /** The embedded type that the edge carries, where one kind holds it at one place. */
  via: string | null;
  /** Whether entries of several kinds come back, so that the field is a connection of entries. */
  mixed: boolean;
}

/** A kind of entry. */
export interface Kind extends Shape {
  folder: string;
  singular: string;
  plural: string;
  /** Names of the interfaces, as in Entry, Node, Area. */
  interfaces: readonly string[];
  audience: Role | null;
  /** Whether its entries only stand in for those of other kinds, and give way to one with the same code. */
  standIn: boolean;
  inverses: readonly Inverse[];
}

/** A closed list of values. */
export interface Enum {
  name: string;
  description: string;
  values: readonly { name: string; description: string }[];
}

/** An interface that kinds implement. */
export interface Interface extends Shape {
  /** The kinds that implement it, by type name. */
  members: readonly string[];
}

/** All that the SDL in schema/ says of records: pure data, in the order of the files. */
export interface Model {
  kinds: readonly Kind[];
  embedded: readonly Shape[];
  enums: readonly Enum[];
  interfaces: readonly Interface[];
  /** Names and descriptions of the scalars beyond GraphQL's own. */
  scalars: readonly { name: string; description: string }[];
  /** The locales, in the order of `enum Locale`; the first is the default. */
  locales: readonly string[];
  /** Every definition of the folder with inheritance resolved, the directives still on it. */
  document: DocumentNode;

  kind(name: string): Kind;
  kindOfFolder(folder: string): Kind | undefined;
  shape(name: string): Shape;
  enum(name: string): Enum;
}

/** The fields of a shape that are kept in a record: neither computed nor an output. */
export function storedFields(shape: Shape): readonly Field[] {
  return shape.fields.filter((field) => !field.computed);
}

/** The field of that name, or undefined. */
export function findField(shape: Shape, name: string): Field | undefined {
  return shape.fields.find((field) => field.name === name);
}

/** One link of a record's shape with the way down to it. */
export interface LinkPath {
  path: readonly Field[];
  field: Field;
}

/** Every link that a record of this shape can hold, at any depth, in the order of the fields. */
export function linkPaths(model: Model, shape: Shape, above: readonly Field[] = []): LinkPath[] {
  return storedFields(shape).flatMap((field) => {
    const path = [...above, field];
    if (field.nature === 'link') return [{ path, field }];
    if (field.nature === 'object') return linkPaths(model, model.shape(field.type), path);
    return [];
  });
}

/** The field that holds the code of an area; none in kinds that are no areas. */
export function codeField(kind: Kind): Field | undefined {
  return kind.fields.find(({ type, list }) => type === 'AreaCode' && !list);
}

/** One leaf of a kind by which lists can be ordered, filtered or counted, with the way down to it. */
export interface LeafPath {
  /** Field names from the entry down, as in `period`, `from`. */
  path: readonly string[];
  fields: readonly Field[];
  leaf: Field;
}

/**
 * Every leaf of a shape marked with a directive, those in embedded types included where the field that embeds them is
 * marked with `through` as well.
 */
export function markedLeaves(
  model: Model,
  shape: Shape,
  mark: 'sort' | 'facet',
  above: readonly Field[] = [],
): LeafPath[] {
  return shape.fields.flatMap((field) => {
    const fields = [...above, field];
    if (field.nature === 'object' && (mark === 'sort' ? field.sort && !field.list : field.filter)) {
      return markedLeaves(model, model.shape(field.type), mark, fields);
    }
    if (!field[mark] || field.nature === 'object' || (mark === 'sort' && field.link)) return [];
    return [{ path: fields.map(({ name }) => name), fields, leaf: field }];
  });
}

/**
 * Every leaf by which a list of a kind can be ordered: its own, and, across each single link marked with @sort, those
 * of the entry at the far end but for its bookkeeping.
 */
export function orderLeaves(model: Model, kind: Kind): LeafPath[] {
  const across = kind.fields
    .filter((field) => field.link && field.sort)
    .flatMap((link) => {
      const { target, toInterface } = link.link!;
      const far = toInterface ? model.interfaces.find(({ name }) => name === target)! : model.kind(target);
      return markedLeaves(model, far, 'sort')
        .filter(({ fields, leaf }) => fields.length === 1 && (!leaf.computed || leaf.type === 'AreaCode'))
        .map(({ path, fields, leaf }) => ({ path: [link.name, ...path], fields: [link, ...fields], leaf }));
    });
  return [...markedLeaves(model, kind, 'sort'), ...across];
}

/** Every leaf by which a list of entries of all kinds can be ordered. */
export function commonOrderLeaves(model: Model): LeafPath[] {
  return markedLeaves(
    model,
    model.interfaces.find(({ name }) => name === 'Entry')!,
    'sort',
  );
}

/** `period`, `from` as one name: periodFrom. */
export function joinedName(path: readonly string[]): string {
  return path.map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');
}

/** The value of the contract's EntryKind that stands for a kind: its type name in capitals, words apart by `_`. */
export function entryKindName({ name }: Pick<Kind, 'name'>): string {
  return screamingName(name);
}

/** digitalService as the name of an enum value: DIGITAL_SERVICE. */
export function screamingName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
