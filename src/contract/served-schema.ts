import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  Kind as Node,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  validateSchema,
  visit,
} from 'graphql';
import { AppError } from '../errors.js';
import { PAGE_LIMITS } from '../model/result-limits.js';
import { areaCodeField, type Kind, type Model } from '../model/model.js';
import { findDirective } from '../model/parse-field.js';
import { relaxNullability } from './relax-nullability.js';
import { filterTypes } from './filter-types.js';
import { entriesField, inverseField, listArguments, connectionTypes } from './connection-types.js';
import { mutationFields, payloadTypes } from './mutation-types.js';
import { recordInputs } from './record-inputs.js';
import { withInterfaceFieldTypes } from './interface-field-types.js';
import { sdlDefinition, sdlField, type SdlLine } from './sdl-text.js';

/**
 * Returns the served schema without resolvers: the types of the model, and those derived from the kinds.
 * @param keepsNonNull whether fields whose arguments can be invalid stay non-null, as in responses without errors
 * @throws AppError MODEL_INVALID if the parts do not fit together
 */
export function servedSchema(writtenModel: Model, { keepsNonNull = false } = {}): GraphQLSchema {
  const model = withInterfaceFieldTypes(writtenModel);
  const derived = parse([rootTypes(model), connectionTypes(model), filterTypes(model), recordInputs(model)].join('\n'));
  const allDefinitions = [...servedDefinitions(model), ...payloadTypes(model), ...derived.definitions];
  const definitions = keepsNonNull ? allDefinitions : relaxNullability(allDefinitions);
  try {
    const typeDefs: DocumentNode = { kind: Node.DOCUMENT, definitions };
    const schema = buildASTSchema(typeDefs, { assumeValidSDL: true });
    const [error] = validateSchema(schema);
    if (error) throw error;
    return schema;
  } catch (error) {
    const errorText = error instanceof GraphQLError ? error.toString() : String(error);
    throw new AppError(
      'MODEL_INVALID',
      `The served schema cannot be built from schema/: ${errorText}`,
      {},
      { cause: error },
    );
  }
}

/** Returns the served schema as text, for schema.graphql in the project root; formatted like the files in schema/. */
export function printContract(model: Model): string {
  const document = parse(printSchema(servedSchema(model)), { noLocation: true });
  const text = print(visit(document, { StringValue: (node) => ({ ...node, block: false }) }));
  return `${text.replace(/^( {2}\w+)\(\n((?: {4}.*\n)+) {2}(\).*)$/gm, joinArguments)}\n`;
}

const MAX_LINE_LENGTH = 120;

/** Puts the arguments of a field on the same line if they fit. */
function joinArguments(original: string, before: string, args: string, after: string): string {
  const line = `${before}(${args.trim().replace(/\n */g, ' ')}${after}`;
  return line.length > MAX_LINE_LENGTH ? original : line;
}

const SERVED_DIRECTIVES = ['deprecated', 'specifiedBy', 'oneOf'];

function servedDefinitions(model: Model): DefinitionNode[] {
  const localeArguments = parseFields([localisedField])[0]!.arguments!;
  return model.document.definitions.flatMap((node) => {
    if (node.kind === Node.DIRECTIVE_DEFINITION) return [];
    const kind = model.kinds.find(({ name }) => 'name' in node && node.name?.value === name);
    return [
      servedDefinition(kind ? withInverses(model, kind, node as ObjectTypeDefinitionNode) : node, localeArguments),
    ];
  });
}

/** Adds locale arguments; removes internal directives and record-only fields. Faster than `visit`. */
function servedDefinition(node: DefinitionNode, localeArguments: Arguments): DefinitionNode {
  const { values, fields, ...otherParts } = stripDirectives(node) as Parts;
  return {
    ...otherParts,
    ...(values && { values: values.map(stripDirectives) }),
    ...(fields && {
      fields: fields
        .filter((field) => !findDirective(field, 'recordOnly'))
        .map((field) => servedField(field, localeArguments)),
    }),
  } as DefinitionNode;
}

type Arguments = readonly InputValueDefinitionNode[];

/** Properties that only some types of definition nodes have. */
interface Parts {
  values?: readonly EnumValueDefinitionNode[];
  fields?: readonly (FieldDefinitionNode | InputValueDefinitionNode)[];
}

function servedField<T extends FieldDefinitionNode | InputValueDefinitionNode>(
  field: T,
  localeArguments: Arguments,
): T {
  if (field.kind !== Node.FIELD_DEFINITION) return stripDirectives(field);
  const args = [...(field.arguments ?? []), ...(findDirective(field, 'localised') ? localeArguments : [])];
  return { ...stripDirectives(field), arguments: args.map(stripDirectives) };
}

function stripDirectives<T extends { readonly directives?: readonly DirectiveNode[] }>(node: T): T {
  if (!node.directives?.length) return node;
  return { ...node, directives: node.directives.filter(({ name }) => SERVED_DIRECTIVES.includes(name.value)) };
}

const localeArgument: SdlLine = {
  description: 'Language of the text. Default: the language of the request.',
  text: 'locale: Locale',
};
const localisedField: SdlLine = { description: '', text: sdlField('text', [localeArgument], 'String') };

function withInverses(model: Model, kind: Kind, node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const added = parseFields(kind.inverses.map((inverse) => inverseField(model, kind, inverse)));
  return { ...node, fields: [...(node.fields ?? []), ...added] };
}

function parseFields(lines: readonly SdlLine[]): readonly FieldDefinitionNode[] {
  if (lines.length === 0) return [];
  const [type] = parse(sdlDefinition('type', 'Lines', '', lines), { noLocation: true }).definitions;
  return (type as ObjectTypeDefinitionNode).fields ?? [];
}

function rootTypes(model: Model): string {
  const queries: SdlLine[] = [
    {
      description: 'Returns the object with this global identifier; null if there is none.',
      text: 'node("Global identifier of the object." id: ID!): Node',
    },
    {
      description:
        'Returns the objects with these global identifiers in the same order. An item is null if there is none; an invalid identifier also adds an error.',
      text: `nodes("Global identifiers, at most ${PAGE_LIMITS.max}." ids: [ID!]!): [Node]!`,
    },
    entriesField,
    ...model.kinds.flatMap((kind) => [
      {
        description: `Returns one entry of type ${kind.name}; null if there is none.`,
        text: sdlField(kind.singular, singleArguments(kind), kind.name),
      },
      {
        description: `Lists entries of type ${kind.name}.`,
        text: sdlField(kind.plural, listArguments(kind), `${kind.name}Connection!`),
      },
    ]),
  ];
  return [
    areaKey(model),
    sdlDefinition(
      'type',
      'Query',
      `Queries read the knowledge base. A field with an invalid argument is null, and "errors" explains why. Lists return ${PAGE_LIMITS.defaultSize} items by default and at most ${PAGE_LIMITS.max}; ties are broken by slug. In a filter, null adds no condition. Conditions on a link or object match only if it exists, even inside "not"; use exists: false to find missing ones. With asOf, linked entries are in their current state. Texts are in the language of the request unless an argument sets another.`,
      queries,
    ),
    sdlDefinition(
      'type',
      'Mutation',
      'Mutations change the knowledge base and require an editor token. A save writes a complete entry. A patch names the fields that change: texts by language, lists are replaced; null empties a field.',
      model.kinds.flatMap(mutationFields),
    ),
  ].join('\n');
}

const asOf: SdlLine = {
  description: 'Return the entry as it was published at this time. Default: its current state.',
  text: 'asOf: DateTime',
};

const slugArgument: SdlLine = { description: 'Slug of the entry.', text: 'slug: Slug' };

/** Returns the arguments that identify one entry: `slug`, or for an area `by` with its slug or code. */
function singleArguments(kind: Kind): SdlLine[] {
  const bySlug = { ...slugArgument, text: `${slugArgument.text}!` };
  const byKey = { description: 'Slug or code of the area.', text: 'by: AreaKey!' };
  return [areaCodeField(kind) ? byKey : bySlug, asOf];
}

/** Returns the input that identifies one area; empty if there are no kinds of areas. */
function areaKey(model: Model): string {
  if (!model.kinds.some(areaCodeField)) return '';
  return sdlDefinition(
    'input',
    'AreaKey @oneOf',
    'Identifies an area by its slug or by its code. Set exactly one field.',
    [
      slugArgument,
      {
        description: 'Code of the area in any known spelling, such as EL, GR or GRC.',
        text: 'code: AreaCode',
      },
    ],
  );
}
