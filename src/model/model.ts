import type { DocumentNode, FieldDefinitionNode } from 'graphql';

/** A position in a file; line and column are 1-based. */
export interface SourceLocation {
  file: string;
  line: number;
  column: number;
}

export type Role = 'READER' | 'EDITOR' | 'ADMIN';

/** Category of a field's type. `output` is a computed object that is not an entry, such as a series. */
export type FieldCategory = 'scalar' | 'enum' | 'object' | 'link' | 'output';

/** Properties of a field that links to entries. */
export interface Link {
  /** Name of a kind, or of an interface such as Area. */
  target: string;
  /** Type names of the possible kinds: the target, or the members of the interface. */
  members: readonly string[];
  /** Whether the target is an interface. Values then have the form `folder/slug`. */
  toInterface: boolean;
  /** Name of the inverse field; null if there is none. */
  inverse: string | null;
  /** Former name of the inverse field; null if there is none. */
  formerInverse: string | null;
  /** Whether the link points to the parent in a tree of entries of one kind. */
  wider: boolean;
}

/** A field of a kind or embedded type, with the properties that its directives set. */
export interface Field {
  name: string;
  /** Former name; null if the field was not renamed. */
  formerName: string | null;
  description: string;
  /** Type name without list and non-null markers. */
  type: string;
  category: FieldCategory;
  list: boolean;
  /** Whether the outermost type is non-null. An absent required list is empty. */
  required: boolean;
  localised: boolean;
  /** Maximum number of words of a text; null for no limit. */
  maxWords: number | null;
  /** Whether a list needs at least one item. */
  nonEmpty: boolean;
  /** Whether the value is a GraphQL query. */
  query: boolean;
  /** Weight in full-text search; 0 if the field is not searched. */
  search: number;
  /** English text that is searched in place of an embedded object; null for fields with texts of their own. */
  searchText: string | null;
  filter: boolean;
  sort: boolean;
  facet: boolean;
  /** Whether the value is computed. With `filter`, `sort` or `facet`, it is computed on writing and stored. */
  computed: boolean;
  /** Whether the field is available only in the record, not as a GraphQL field. */
  recordOnly: boolean;
  audience: Role | null;
  link: Link | null;
  node: FieldDefinitionNode;
  location: SourceLocation;
}

/** A GraphQL type with fields that records have: a kind, an interface, or a type embedded in kinds. */
export interface Shape {
  name: string;
  description: string;
  fields: readonly Field[];
  location: SourceLocation;
}

/** A path by which records of a kind link to another kind. */
export interface LinkOrigin {
  /** Type name of the linking kind. */
  kind: string;
  /** Field names down to the link, such as `members`, `country`. */
  path: readonly string[];
  field: Field;
}

/** A field of a kind that is derived from links of other kinds. */
export interface Inverse {
  name: string;
  description: string;
  /** Paths of the links; more than one if several kinds or fields use the embedded type. */
  origins: readonly LinkOrigin[];
  /** Embedded type of the edges if the inverse has a single origin, in an embedded type; otherwise null. */
  via: string | null;
  /** Whether there are several origins. The field then returns entries of any kind. */
  mixed: boolean;
}

/** A type of entries, such as Topic, with the names of its folder and pages. */
export interface Kind extends Shape {
  /** Former name; null if the kind was not renamed. */
  formerName: string | null;
  folder: string;
  singular: string;
  plural: string;
  /** Names of implemented interfaces, such as Entry, Node and Area. */
  interfaces: readonly string[];
  audience: Role | null;
  /** Path below which another page shows the entries; null if they have entry pages. */
  page: string | null;
  /** Whether entries are placeholders. An entry of another kind with the same code replaces them. */
  standIn: boolean;
  inverses: readonly Inverse[];
}

export interface Enum {
  name: string;
  description: string;
  values: readonly { name: string; description: string }[];
}

export interface Interface extends Shape {
  /** Type names of the kinds that implement the interface. */
  members: readonly string[];
}

/** The parsed SDL of schema/, in file order. */
export interface Model {
  kinds: readonly Kind[];
  embedded: readonly Shape[];
  enums: readonly Enum[];
  interfaces: readonly Interface[];
  scalars: readonly { name: string; description: string }[];
  /** Locales in the order of `enum Locale`; the first is the default. */
  locales: readonly string[];
  /** All definitions with directives; inheritance is resolved. */
  document: DocumentNode;

  kind(name: string): Kind;
  kindOfFolder(folder: string): Kind | undefined;
  shape(name: string): Shape;
  enum(name: string): Enum;
}

/** Returns the kinds of an entry type: itself, or those that implement the interface. Empty for other types. */
export function kindsOfType({ kinds }: Model, type: string): readonly Kind[] {
  return kinds.filter(({ name, interfaces }) => name === type || interfaces.includes(type));
}

/** Returns the fields that records store. */
export function storedFields(shape: Shape): readonly Field[] {
  return shape.fields.filter((field) => !field.computed);
}

export function findField(shape: Shape, name: string): Field | undefined {
  return shape.fields.find((field) => field.name === name);
}

/** Returns the field with a given former name, if any. */
export function fieldByFormerName(shape: Shape, former: string): Field | undefined {
  return shape.fields.find(({ formerName }) => formerName === former);
}

/** A link field at any depth of a kind or embedded type. `path` contains the fields that lead to it, and itself. */
export interface LinkPath {
  path: readonly Field[];
  field: Field;
}

/** Returns all links of a shape, at any depth, in field order. */
export function linkPaths(model: Model, shape: Shape, parents: readonly Field[] = []): LinkPath[] {
  return storedFields(shape).flatMap((field) => {
    const path = [...parents, field];
    if (field.category === 'link') return [{ path, field }];
    if (field.category === 'object') return linkPaths(model, model.shape(field.type), path);
    return [];
  });
}

/** Returns the field with the code of an area, if any. */
export function areaCodeField(kind: Kind): Field | undefined {
  return kind.fields.find(({ type, list }) => type === 'AreaCode' && !list);
}

/** A field without nested fields, by which entries are sorted, filtered or counted, and the path to it. */
export interface LeafPath {
  /** Field names, such as `period`, `from`. */
  path: readonly string[];
  fields: readonly Field[];
  leaf: Field;
}

/** Returns the fields with @sort or @facet, also in embedded objects that are sortable or, for facets, filterable. */
export function directiveLeaves(
  model: Model,
  shape: Shape,
  mark: 'sort' | 'facet',
  parents: readonly Field[] = [],
): LeafPath[] {
  return shape.fields.flatMap((field) => {
    const fields = [...parents, field];
    if (field.category === 'object' && (mark === 'sort' ? field.sort && !field.list : field.filter)) {
      return directiveLeaves(model, model.shape(field.type), mark, fields);
    }
    if (!field[mark] || field.category === 'object' || (mark === 'sort' && field.link)) return [];
    return [{ path: fields.map(({ name }) => name), fields, leaf: field }];
  });
}

/** Returns the fields by which entries of a kind can be sorted: its own, and those of the targets of @sort links. */
export function sortableLeaves(model: Model, kind: Kind): LeafPath[] {
  const linkedLeaves = kind.fields
    .filter((field) => field.link && field.sort)
    .flatMap((link) => {
      const { target, toInterface } = link.link!;
      const targetShape = toInterface ? model.interfaces.find(({ name }) => name === target)! : model.kind(target);
      return directiveLeaves(model, targetShape, 'sort')
        .filter(({ fields, leaf }) => fields.length === 1 && (!leaf.computed || leaf.type === 'AreaCode'))
        .map(({ path, fields, leaf }) => ({ path: [link.name, ...path], fields: [link, ...fields], leaf }));
    });
  return [...directiveLeaves(model, kind, 'sort'), ...linkedLeaves];
}

/** Returns the leaf fields by which entries of all kinds can be sorted. */
export function commonSortableLeaves(model: Model): LeafPath[] {
  return directiveLeaves(
    model,
    model.interfaces.find(({ name }) => name === 'Entry')!,
    'sort',
  );
}

/** Joins a path in camel case, such as `periodFrom`. */
export function camelCasePath(path: readonly string[]): string {
  return path.map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('');
}

/** Joins a path in camel case, with the former names of the renamed fields; null if no field was renamed. */
export function formerCamelCasePath(fields: readonly Field[]): string | null {
  if (fields.every(({ formerName }) => formerName === null)) return null;
  return camelCasePath(fields.map(({ name, formerName }) => formerName ?? name));
}

/** Returns the EntryKind value of a kind. */
export function entryKindName({ name }: Pick<Kind, 'name'>): string {
  return upperSnakeCase(name);
}

/** Converts a name to upper snake case, such as DIGITAL_SERVICE. */
export function upperSnakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
