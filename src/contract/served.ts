import type {
  DefinitionNode,
  DirectiveNode,
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  GraphQLSchema,
  InputValueDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  StringValueNode,
} from 'graphql';
import { buildASTSchema, GraphQLError, Kind as Node, parse, print, printSchema, validateSchema, visit } from 'graphql';
import { AppError } from '../errors.js';
import type { Interface, Kind, Model } from '../model/model.js';
import { PAGE } from '../model/page-size.js';
import { codeField } from '../model/model.js';
import { directiveOn } from '../model/read-field.js';
import { withNullWhereBroken } from './breakable-fields.js';
import { filterTypes } from './filters.js';
import { entriesLine, inverseLine, listArguments, listTypes } from './lists.js';
import { mutationLines } from './mutations.js';
import { recordInputs } from './record-inputs.js';
import type { Line } from './sdl-text.js';
import { withSharedTypes } from './shared-types.js';
import { definition, firstClause, withArguments } from './sdl-text.js';

/**
 * The schema that is served, without resolvers: the types of the model with the directives erased, languages and
 * inverses added, and everything that is derived from the kinds.
 *
 * @param isUnbroken as answers are while no argument is wrong: a field is nullable only where it can be empty
 * @throws AppError MODEL_INVALID when the parts do not fit, which a check of the model should have told before
 */
export function servedSchema(written: Model, { isUnbroken = false } = {}): GraphQLSchema {
  const model = withSharedTypes(written);
  const derived = parse([rootTypes(model), listTypes(model), filterTypes(model), recordInputs(model)].join('\n'));
  const whole = mergeRoots([...servedDefinitions(model), ...derived.definitions]);
  const definitions = isUnbroken ? whole : withNullWhereBroken(whole);
  try {
    const typeDefs: DocumentNode = { kind: Node.DOCUMENT, definitions };
    const schema = buildASTSchema(typeDefs, { assumeValidSDL: true });
    const [error] = validateSchema(schema);
    if (error) throw error;
    return schema;
  } catch (error) {
    const place = error instanceof GraphQLError ? error.toString() : String(error);
    throw new AppError(
      'MODEL_INVALID',
      `The served schema cannot be built from schema/: ${place}`,
      {},
      { cause: error },
    );
  }
}

/** The served schema as text, as it stands in schema.graphql at the root of the project; written as schema/ is. */
export function printContract(model: Model): string {
  const document = parse(printSchema(servedSchema(model)), { noLocation: true });
  const text = print(visit(document, { StringValue: (each) => ({ ...each, block: false }) }));
  return `${text.replace(/^( {2}\w+)\(\n((?: {4}.*\n)+) {2}(\).*)$/gm, onOneLine)}\n`;
}

const LONGEST_LINE = 120;

/** A field with its arguments on the same line, where they fit. */
function onOneLine(written: string, before: string, args: string, after: string): string {
  const line = `${before}(${args.trim().replace(/\n */g, ' ')}${after}`;
  return line.length > LONGEST_LINE ? written : line;
}

const DIRECTIVES_KEPT = ['deprecated', 'specifiedBy', 'oneOf'];

/** The definitions of the model as they are served. */
function servedDefinitions(model: Model): DefinitionNode[] {
  const ofTexts = parseFields([localised])[0]!.arguments!;
  return model.document.definitions.flatMap((node) => {
    if (node.kind === Node.DIRECTIVE_DEFINITION) return [];
    const kind = model.kinds.find(({ name }) => 'name' in node && node.name?.value === name);
    const short = 'interfaces' in node ? withShortened(model, node as Composite) : node;
    return [erased(kind ? withInverses(model, kind, short as ObjectTypeDefinitionNode) : short, ofTexts)];
  });
}

/**
 * Adds the language argument to localised fields, takes the directives away, and what is of the record alone. By hand, as
 * a visitor goes through every name and type, at every start.
 */
function erased(node: DefinitionNode, ofTexts: Arguments): DefinitionNode {
  const { values, fields, ...rest } = plain(node) as Parts;
  return {
    ...rest,
    ...(values && { values: values.map(plain) }),
    ...(fields && {
      fields: fields.filter((field) => !directiveOn(field, 'recordOnly')).map((field) => erasedField(field, ofTexts)),
    }),
  } as DefinitionNode;
}

type Arguments = readonly InputValueDefinitionNode[];

/** What a definition may be made of. */
interface Parts {
  values?: readonly EnumValueDefinitionNode[];
  fields?: readonly (FieldDefinitionNode | InputValueDefinitionNode)[];
}

function erasedField<T extends FieldDefinitionNode | InputValueDefinitionNode>(field: T, ofTexts: Arguments): T {
  if (field.kind !== Node.FIELD_DEFINITION) return plain(field);
  const args = [...(field.arguments ?? []), ...(directiveOn(field, 'localised') ? ofTexts : [])];
  return { ...plain(field), arguments: args.map(plain) };
}

function plain<T extends { readonly directives?: readonly DirectiveNode[] }>(node: T): T {
  if (!node.directives?.length) return node;
  return { ...node, directives: node.directives.filter(({ name }) => DIRECTIVES_KEPT.includes(name.value)) };
}

const localeArgument: Line = {
  description: 'Language.',
  text: 'locale: Locale',
};
const localised: Line = { description: '', text: withArguments('text', [localeArgument], 'String') };

function withInverses(model: Model, kind: Kind, node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const added = parseFields(kind.inverses.map((inverse) => inverseLine(model, kind, inverse)));
  return { ...node, fields: [...(node.fields ?? []), ...added] };
}

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** What comes from an interface is described whole there, and by its first clause on what implements it. */
function withShortened(model: Model, node: Composite): Composite {
  const names = new Set(node.interfaces?.map(({ name }) => name.value));
  const above = model.interfaces.filter(({ name }) => names.has(name));
  return { ...node, fields: node.fields?.map((field) => shortened(above, field)) ?? [] };
}

function shortened(above: readonly Interface[], field: FieldDefinitionNode): FieldDefinitionNode {
  const { description, name, arguments: args = [] } = field;
  const origin = above.flatMap(({ fields }) => fields).find((each) => each.name === name.value);
  if (!description || origin?.description !== description.value) return field;
  const short = (text: StringValueNode) => ({ ...text, value: firstClause(text.value) });
  const shortArgs = args.map((arg) => (arg.description ? { ...arg, description: short(arg.description) } : arg));
  return { ...field, description: short(description), arguments: shortArgs };
}

function parseFields(lines: readonly Line[]): readonly FieldDefinitionNode[] {
  if (lines.length === 0) return [];
  const [type] = parse(definition('type', 'Lines', '', lines), { noLocation: true }).definitions;
  return (type as ObjectTypeDefinitionNode).fields ?? [];
}

function rootTypes(model: Model): string {
  const queries: Line[] = [
    {
      description: 'The entry with this identifier; empty where there is none.',
      text: 'node("The identifier." id: ID!): Node',
    },
    {
      description:
        'The entries with these identifiers, in the same order; empty in the place of one that is not there, beside an error where it is no identifier.',
      text: `nodes("The identifiers, at most ${PAGE.most}." ids: [ID!]!): [Node]!`,
    },
    entriesLine,
    ...model.kinds.flatMap((kind) => [
      {
        description: `One ${kind.name}, if there is.`,
        text: withArguments(kind.singular, singleArguments(kind), kind.name),
      },
      {
        description: `A list of ${kind.name}.`,
        text: withArguments(kind.plural, listArguments(kind), `${kind.name}Connection!`),
      },
    ]),
  ];
  return [
    areaKey(model),
    definition(
      'type',
      'Query',
      `What can be read. Where an argument is wrong, its field is empty, beside an error. Lists give ${PAGE.usual} unless told, and at most ${PAGE.most}; what agrees in all of an order goes by slug; a facet ignores the filter on its own field. In a filter, null restricts nothing; what is asked within a link or object holds only where there is one, not included; exists: false finds where there is none. With asOf, what an entry links to is as it is now. Texts are in the language of the request unless told.`,
      queries,
    ),
    definition(
      'type',
      'Mutation',
      'What can be changed, by those who have the right. A save writes the whole of an entry, a new one or the next revision; a patch names the fields that change: a text by language, a list as a whole; null empties.',
      model.kinds.flatMap(mutationLines),
    ),
  ].join('\n');
}

const asOf: Line = {
  description: 'As the public saw it then.',
  text: 'asOf: DateTime',
};

const ofSlug: Line = { description: 'Its slug.', text: 'slug: Slug' };

/** The arguments that name one entry: its slug, or for an area either that or its code. */
function singleArguments(kind: Kind): Line[] {
  const bySlug = { ...ofSlug, text: `${ofSlug.text}!` };
  const byKey = { description: 'Which one: by its slug or by its code.', text: 'by: AreaKey!' };
  return [codeField(kind) ? byKey : bySlug, asOf];
}

/** What names one area, where there are kinds of areas. */
function areaKey(model: Model): string {
  if (!model.kinds.some(codeField)) return '';
  return definition('input', 'AreaKey @oneOf', 'Which area is meant: either its slug or its code is given.', [
    ofSlug,
    {
      description: 'The code of the area, in any spelling that is understood, as in EL, GR or GRC.',
      text: 'code: AreaCode',
    },
  ]);
}

/** Folds extensions of the root types into them, so that the printed contract shows each once. */
function mergeRoots(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const extensions = definitions.filter((node) => node.kind === Node.OBJECT_TYPE_EXTENSION);
  return definitions.flatMap((node): DefinitionNode[] => {
    if (node.kind === Node.OBJECT_TYPE_EXTENSION) return [];
    if (node.kind !== Node.OBJECT_TYPE_DEFINITION) return [node];
    const more = extensions.filter((extension) => extension.name.value === node.name.value);
    return [{ ...node, fields: [...(node.fields ?? []), ...more.flatMap((extension) => extension.fields ?? [])] }];
  });
}
