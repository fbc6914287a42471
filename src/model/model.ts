import type { DocumentNode, FieldDefinitionNode } from 'graphql';

/** A place in a file, counted from 1. */
export interface SourceLocation {
  file: string;
  line: number;
  column: number;
}

export type Role = 'READER' | 'EDITOR' | 'ADMIN';

/** What a field contains. `output` is a computed object that is no entry, such as a series. */
export type FieldNature = 'scalar' | 'enum' | 'object' | 'link' | 'output';

export interface Link {
  /** A kind, or an interface such as Area. */
  target: string;
  /** The possible kinds, by type name: the target, or the members of the interface. */
  members: readonly string[];
  /** Whether the target is an interface, so that values are `folder/slug`. */
  toInterface: boolean;
  /** Name of the inverse field, if any. */
  inverse: string | null;
  /** Earlier name of the inverse field, if any. */
  formerInverse: string | null;
  /** Whether it leads up a tree of entries of its kind. */
  wider: boolean;
}

export interface Field {
  name: string;
  /** Null for a field that was not renamed. */
  formerName: string | null;
  description: string;
  /** Without list and non-null marks. */
  type: string;
  nature: FieldNature;
  list: boolean;
  /** Whether the outermost type is non-null. A required list is empty where absent. */
  required: boolean;
  localised: boolean;
  /** Whether it is a GraphQL query. */
  query: boolean;
  /** Full-text weight; 0 for none. */
  search: number;
  filter: boolean;
  sort: boolean;
  facet: boolean;
  /** Not written by editors. With `filter`, `sort` or `facet` it is computed on writing and stored. */
  computed: boolean;
  /** Served in the record only, not as a field. */
  recordOnly: boolean;
  audience: Role | null;
  link: Link | null;
  node: FieldDefinitionNode;
  place: SourceLocation;
}

/** A kind, or a type embedded in kinds. */
export interface Shape {
  name: string;
  description: string;
  fields: readonly Field[];
  place: SourceLocation;
}

/** A path by which records of a kind link to another. */
export interface LinkOrigin {
  /** Type name of the linking kind. */
  kind: string;
  /** Fields down to the link, as in `members`, `country`. */
  path: readonly string[];
  /** The link. */
  field: Field;
}

/** A field that other kinds' links add. */
export interface Inverse {
  name: string;
  description: string;
  /** Several where kinds or places share the embedded type. */
  origins: readonly LinkOrigin[];
  /** Embedded type of the edges, for a single origin. */
  via: string | null;
  /** Whether entries of several kinds are returned. */
  mixed: boolean;
}

export interface Kind extends Shape {
  /** Null for a kind that was not renamed. */
  formerName: string | null;
  folder: string;
  singular: string;
  plural: string;
  /** Names, as Entry, Node, Area. */
  interfaces: readonly string[];
  audience: Role | null;
  /** Whether entries are placeholders that give way to others with the same code. */
  standIn: boolean;
  inverses: readonly Inverse[];
}

export interface Enum {
  name: string;
  description: string;
  values: readonly { name: string; description: string }[];
}

export interface Interface extends Shape {
  /** Kinds that implement it, by type name. */
  members: readonly string[];
}

/** The parsed SDL of schema/, in the order of the files. */
export interface Model {
  kinds: readonly Kind[];
  embedded: readonly Shape[];
  enums: readonly Enum[];
  interfaces: readonly Interface[];
  /** Scalars beyond those of GraphQL. */
  scalars: readonly { name: string; description: string }[];
  /** In the order of `enum Locale`; the first is the default. */
  locales: readonly string[];
  /** All definitions with inheritance resolved and directives. */
  document: DocumentNode;

  kind(name: string): Kind;
  kindOfFolder(folder: string): Kind | undefined;
  shape(name: string): Shape;
  enum(name: string): Enum;
}

/** The fields that records store. */
export function storedFields(shape: Shape): readonly Field[] {
  return shape.fields.filter((field) => !field.computed);
}

export function findField(shape: Shape, name: string): Field | undefined {
  return shape.fields.find((field) => field.name === name);
}

/** The field that had a former name. */
export function renamedField(shape: Shape, former: string): Field | undefined {
  return shape.fields.find(({ formerName }) => formerName === former);
}

/** A link of a shape, with the fields down to it. */
export interface LinkPath {
  path: readonly Field[];
  field: Field;
}

/** All links of a shape, at any depth, in the order of the fields. */
export function linkPaths(model: Model, shape: Shape, above: readonly Field[] = []): LinkPath[] {
  return storedFields(shape).flatMap((field) => {
    const path = [...above, field];
    if (field.nature === 'link') return [{ path, field }];
    if (field.nature === 'object') return linkPaths(model, model.shape(field.type), path);
    return [];
  });
}

/** The field with the code of an area, if any. */
export function codeField(kind: Kind): Field | undefined {
  return kind.fields.find(({ type, list }) => type === 'AreaCode' && !list);
}

/** A leaf for order, filter or facet, with its path. */
export interface LeafPath {
  /** Field names, as in `period`, `from`. */
  path: readonly string[];
  fields: readonly Field[];
  leaf: Field;
}

/** The leaves of a shape with a directive, including embedded ones below fields with the directive `through`. */
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

/** The leaves that order a kind: its own, and those of targets of single links with @sort, without bookkeeping. */
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

/** The leaves that order entries of all kinds. */
export function commonOrderLeaves(model: Model): LeafPath[] {
  return markedLeaves(
    model,
    model.interfaces.find(({ name }) => name === 'Entry')!,
    'sort',
  );
}

/** As in periodFrom. */
export function joinedName(path: readonly string[]): string {
  return path.map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');
}

/** The joined name before fields were renamed; null where none was. */
export function formerJoinedName(fields: readonly Field[]): string | null {
  if (fields.every(({ formerName }) => formerName === null)) return null;
  return joinedName(fields.map(({ name, formerName }) => formerName ?? name));
}

/** The EntryKind value of a kind. */
export function entryKindName({ name }: Pick<Kind, 'name'>): string {
  return screamingName(name);
}

/** As in DIGITAL_SERVICE. */
export function screamingName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
