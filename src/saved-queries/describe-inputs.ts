import {
  type DocumentNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { isEntryType } from '../tables/row-key-fields.js';
import { columnLabel, findFieldLabel, inputQualifier, enumLabel } from '../i18n/column-labels.js';
import { readableName } from '../i18n/readable-name.js';
import type { LocaleMessages } from '../i18n/locale-messages.js';
import { type VariableUse, variableUses } from './variable-uses.js';

/** Form element of a value. A CURSOR is set by paging. */
type InputForm =
  | 'AREA'
  | 'ENTRY'
  | 'VALUE'
  | 'CODE'
  | 'BREAKDOWN'
  | 'LANGUAGE'
  | 'PERIOD'
  | 'MOMENT'
  | 'NUMBER'
  | 'YES_NO'
  | 'TEXT'
  | 'JSON'
  | 'CURSOR';

/** An input of a question. It corresponds to a variable of the query. */
export interface QuestionInput {
  name: string;
  title: string;
  /** Description of the argument that the variable is used in. */
  description: string | null;
  form: InputForm;
  isRequired: boolean;
  isList: boolean;
  /** Root lists of the choices, such as `topics`. Empty unless the value is an entry or area. */
  lists: readonly string[];
  /** Dimension of the code; null unless the value is a code. */
  dimension: string | null;
  /** Indicators that the values refer to: their slugs, or `$` and a variable. */
  indicators: readonly string[];
  /** All values of the enum; empty unless the value is an enum value. */
  choices: readonly { value: string; title: string }[];
}

/** Kind that an argument for a group accepts, by argument. Its figures are those of the members of the group. */
const GROUP_ARGUMENTS: Readonly<Record<string, string>> = { group: 'group', within: 'group' };

/** Form element by scalar or input type. */
const FORM_BY_TYPE: Readonly<Record<string, InputForm>> = {
  AreaCode: 'AREA',
  Slug: 'ENTRY',
  BreakdownInput: 'BREAKDOWN',
  Language: 'LANGUAGE',
  Period: 'PERIOD',
  PartialDate: 'PERIOD',
  DateTime: 'MOMENT',
  Int: 'NUMBER',
  Float: 'NUMBER',
  Boolean: 'YES_NO',
};
const CURSOR_ARGUMENTS = ['after', 'before'];
const FILTER_SUFFIX = /Filter$/;
/** Root arguments that identify an entry. */
const KEY_ARGUMENTS = ['slug', 'by'];

/** Describes the variables of a valid query, in order. */
export function describeInputs(
  schema: GraphQLSchema,
  document: DocumentNode,
  messages: LocaleMessages,
): QuestionInput[] {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const uses = variableUses(schema, document);
  const lists = readRootLists(schema);
  const inputs = (operation?.variableDefinitions ?? []).map((definition) =>
    describeInput(definition, uses.get(definition.variable.name.value), { schema, lists, messages }),
  );
  return inputs.map((input) => ({
    ...input,
    title: inputs.filter(({ title }) => title === input.title).length > 1 ? addQualifier(input, messages) : input.title,
  }));
}

/** Returns the title, followed by the name of the variable, to distinguish equal titles. */
function addQualifier({ title, name }: QuestionInput, messages: LocaleMessages): string {
  return `${title} (${inputQualifier(messages, name).text})`;
}

interface InputContext {
  schema: GraphQLSchema;
  lists: RootLists;
  messages: LocaleMessages;
}

function describeInput(
  { variable, type: node, defaultValue }: VariableDefinitionNode,
  use: VariableUse | undefined,
  context: InputContext,
): QuestionInput {
  const { schema, lists, messages } = context;
  const name = variable.name.value;
  const type = typeFromAST(schema, node as never) as GraphQLInputType;
  const nullableType = isNonNullType(type) ? type.ofType : type;
  const isList = isListType(nullableType);
  const namedType = getNamedType(type);
  // An area variable that has the name of a kind accepts only that kind.
  const kind =
    (use && kindOfUse(use, lists)) ?? (namedType?.name === 'AreaCode' ? lists.bySingular.get(name) : undefined);
  const form = chooseControl(namedType, use, kind ?? null);
  return {
    name,
    title: chooseTitle({ name, form, isList, kind: kind ?? null, use }, messages),
    description: use?.description ?? null,
    form,
    isRequired: isNonNullType(type) && !defaultValue,
    isList,
    lists: form === 'ENTRY' || form === 'AREA' ? (kind ? [kind.plural] : lists.areaLists) : [],
    dimension: form === 'CODE' ? literalText(use?.siblings['dimension']) : null,
    indicators: use && !(use.argument in GROUP_ARGUMENTS) ? use.indicators.map(readReference) : [],
    choices: isEnumType(namedType)
      ? namedType.getValues().map(({ name: value }) => ({ value, title: enumLabel(messages, value, namedType.name) }))
      : [],
  };
}

function chooseControl(
  type: ReturnType<typeof getNamedType>,
  use: VariableUse | undefined,
  kind: RootKind | null,
): InputForm {
  if (!type) return 'JSON';
  if (isEnumType(type)) return 'VALUE';
  if (type.name === 'String' || type.name === 'ID') {
    if (use && CURSOR_ARGUMENTS.includes(use.argument)) return 'CURSOR';
    return use?.path.at(-1)?.field === 'code' && literalText(use.siblings['dimension']) !== null ? 'CODE' : 'TEXT';
  }
  const form = FORM_BY_TYPE[type.name] ?? 'JSON';
  return form === 'ENTRY' && !kind ? 'TEXT' : form;
}

interface RootKind {
  singular: string;
  plural: string;
}

interface RootLists {
  byType: ReadonlyMap<string, RootKind>;
  bySingular: ReadonlyMap<string, RootKind>;
  areaLists: readonly string[];
}

function readRootLists(schema: GraphQLSchema): RootLists {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const plurals = new Map(fields.map(({ name, type }) => [getNamedType(type).name, name]));
  const kinds = fields.flatMap(({ name, type, args }): [string, RootKind][] => {
    const rootType = getNamedType(type);
    const plural = plurals.get(`${rootType.name}Connection`);
    const isSingle =
      isObjectType(rootType) && isEntryType(rootType) && args.some((arg) => KEY_ARGUMENTS.includes(arg.name));
    return isSingle && plural !== undefined ? [[rootType.name, { singular: name, plural }]] : [];
  });
  const area = schema.getType('Area');
  const areas = isInterfaceType(area) ? schema.getPossibleTypes(area).map(({ name }) => name) : [];
  return {
    byType: new Map(kinds),
    bySingular: new Map(kinds.map(([, kind]) => [kind.singular, kind])),
    areaLists: kinds.filter(([type]) => areas.includes(type)).map(([, { plural }]) => plural),
  };
}

/** Returns the kind of entry that a slug or code identifies; undefined if its use does not determine one. */
function kindOfUse({ argument, returns, path }: VariableUse, { byType, bySingular }: RootLists): RootKind | undefined {
  const names = [argument, ...path.map(({ field }) => field)];
  const identifierField = path.findLast(({ field }) => field === 'slug' || field === 'code');
  if (identifierField && FILTER_SUFFIX.test(identifierField.type))
    return byType.get(identifierField.type.replace(FILTER_SUFFIX, ''));
  if (KEY_ARGUMENTS.includes(argument)) return byType.get(returns.name);
  const singulars = names.flatMap((name) => [GROUP_ARGUMENTS[name] ?? name, name.replace(/s$/, '')]);
  return singulars.map((name) => bySingular.get(name)).find(Boolean);
}

function chooseTitle(
  {
    name,
    form,
    isList,
    kind,
    use,
  }: Pick<QuestionInput, 'name' | 'form' | 'isList'> & { kind: RootKind | null; use: VariableUse | undefined },
  messages: LocaleMessages,
): string {
  const { inputs } = messages.form;
  if (form === 'ENTRY' && kind) return messages.kinds[kind.singular] ?? readableName(kind.singular);
  if (form === 'AREA') {
    if (kind) return inputs[kind.singular] ?? findFieldLabel(messages, kind.singular) ?? readableName(kind.singular);
    return inputs[isList ? 'areas' : name] ?? inputs['area']!;
  }
  const dimension = form === 'CODE' ? literalText(use?.siblings['dimension']) : null;
  if (dimension !== null) return columnLabel(messages, { name: dimension, role: 'dimension' });
  const titleCandidates = [name, name.replace(/s$/, ''), innermostName(use) ?? ''].map(
    (candidate) => inputs[candidate] ?? findFieldLabel(messages, candidate),
  );
  return titleCandidates.find((word) => word !== undefined) ?? readableName(name);
}

/** Returns the argument or field that a value belongs to, ignoring comparison operators. */
function innermostName(use: VariableUse | undefined): string | undefined {
  return (
    use &&
    (use.path.findLast(({ type }) => !/^(?:String|Int|Float|Slug|\w+Value)\w*Filter$/.test(type))?.field ??
      use.argument)
  );
}

function literalText(queryValue: VariableUse['siblings'][string] | undefined): string | null {
  return queryValue && 'text' in queryValue ? queryValue.text : null;
}

function readReference(queryValue: VariableUse['indicators'][number]): string {
  return 'text' in queryValue ? queryValue.text : `$${queryValue.variable}`;
}
