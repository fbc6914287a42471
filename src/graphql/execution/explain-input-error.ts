import {
  getNamedType,
  type GraphQLError,
  type GraphQLFieldMap,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isObjectType,
  isRequiredInputField,
  Kind as Node,
  TokenKind,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { suggestionTip } from '../../model/closest-match.js';

/** Maximum number of names to list in a message. */
const MAX_NAMES = 30;
/** Maximum length of a quoted value in a message, in characters. */
const MAX_TEXT_LENGTH = 100;

/** An invalid input value, in the query text or in a variable. */
interface InvalidValue {
  schema: GraphQLSchema;
  /** Source text of the value, such as `"A"`. */
  text: string;
  /** AST node kind of the value, such as `StringValue`; null for a value in a variable. */
  node: Node | null;
  /** Field or argument of a value in the query text; null for a list item. */
  name: string | null;
  variable: VariableLocation | null;
}

/** Location of an invalid value in a variable. */
interface VariableLocation {
  definition: VariableDefinitionNode;
  /** Name of the variable with its prefix, such as `$record`. */
  name: string;
  /** Path within the variable, such as `citations[0]`; empty for the whole variable. */
  path: string;
}

type Explain = (invalid: InvalidValue, captures: readonly string[]) => string;

/** Error messages of graphql-js that do not say what to do, with the functions that replace them. */
const EXPLANATIONS: readonly [RegExp, Explain][] = [
  [/^Field "(?:(\w+)\.)?(\w+)" of required type "([^"]+)" was not provided\.$/, explainMissingInput],
  [/^Enum "(\w+)" cannot represent non-(?:enum|string) value: /, explainEnum],
  [/^Value "[^]*" does not exist in "(\w+)" enum\./, explainEnum],
  [/^Expected value of type "\[?(\w+)[\]!]*", found [^]*\.$/, explainObject],
  [/^Expected type "(\w+)" to be an object\.$/, explainObject],
  [/^String cannot represent a non string value: /, explainText],
  [/^(Field "\w+" is not defined by type "(\w+)"\.)$/, explainUnknownInput],
  [/^(Int|Float|Boolean) cannot represent (?:a )?non[ -](?:integer|numeric|boolean) value: /, explainScalar],
  [/^Field "(\w+)" argument "(\w+)" of type "[^"]+" is required, but it was not provided\.$/, explainMissingArgument],
  [/^(Unknown argument "\w+" on field "(\w+)\.(\w+)"\.)/, explainUnknownArgument],
  [/^(Cannot query field "(\w+)" on type "(\w+)"\.)( Did you mean .*)?$/, explainUnknownField],
  [/^Syntax Error: Expected \S+, found <EOF>\.$/, () => 'The query ends before its last closing brace. Add }.'],
];
/** Explanations that already name the field or argument, and therefore need no location prefix. */
const LOCATED_EXPLANATIONS: readonly Explain[] = [explainMissingArgument, explainUnknownArgument, explainUnknownField];

/** Returns the message for an input error: what is wrong, then what to do. Returns other messages unchanged. */
export function explainInputError(schema: GraphQLSchema, error: GraphQLError): string {
  const variableValue = readVariable(schema, error);
  const invalid = variableValue ?? readLiteral(schema, error);
  const message = variableValue ? error.originalError!.message : error.message;
  for (const [pattern, explain] of EXPLANATIONS) {
    const [match, ...captures] = pattern.exec(message) ?? [];
    if (match === undefined) continue;
    // The message for a missing field of a literal already names its location.
    const isLocated = LOCATED_EXPLANATIONS.includes(explain) || (explain === explainMissingInput && !variableValue);
    const location = isLocated ? '' : describeLocation(invalid);
    return location + explain(invalid, captures);
  }
  return error.message;
}

function readLiteral(schema: GraphQLSchema, { nodes }: GraphQLError): InvalidValue {
  const [node] = nodes ?? [];
  const { start = 0, end = 0, source, startToken } = node?.loc ?? {};
  const name = startToken?.prev?.kind === TokenKind.COLON ? startToken.prev.prev!.value : null;
  const text = shorten(source?.body.slice(start, end) ?? '');
  return { schema, text, node: node?.kind ?? null, name, variable: null };
}

function readVariable(schema: GraphQLSchema, { message, originalError, nodes }: GraphQLError): InvalidValue | null {
  const [node] = nodes ?? [];
  if (node?.kind !== Node.VARIABLE_DEFINITION || !message.endsWith(`; ${originalError?.message}`)) return null;
  const prefix = message.slice(0, -originalError!.message.length - 2);
  const [, name, text, path = ''] =
    /^Variable "(\$\w+)" got invalid value ([^]*?)(?: at "\w+\.?([^"]*)")?$/.exec(prefix) ?? [];
  if (name === undefined) return null;
  return { schema, text: shorten(text!), node: null, name: null, variable: { definition: node, name, path } };
}

function shorten(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH - 1)}…` : text;
}

function describeLocation({ variable, name }: InvalidValue): string {
  if (!variable) return name === null ? '' : `At "${name}": `;
  return `Variable "${variable.name}"${variable.path === '' ? '' : ` at "${variable.path}"`}: `;
}

function explainMissingInput(invalid: InvalidValue, [parent, name, type]: readonly string[]): string {
  const inputType = findInputType(invalid.schema, type!.replace(/[[\]!]/g, ''));
  const parentType = parent === undefined ? findParentType(invalid) : findInputType(invalid.schema, parent);
  const field = isInputObjectType(parentType) ? parentType.getFields()[name!] : undefined;
  const message = `The required field "${name}"${parentType ? ` of ${parentType.name}` : ''} is missing.`;
  if (isEnumType(inputType)) return `${message} Add one of ${formatValues(invalid, inputType)}.`;
  if (isInputObjectType(inputType))
    return `${message} Add ${formatName(invalid, name!)}: ${exampleObject(invalid, inputType)}.`;
  return `${message} Add it${field?.description ? `: ${field.description}` : '.'}`;
}

function explainEnum(invalid: InvalidValue, [type]: readonly string[]): string {
  const { schema, text, node } = invalid;
  const enumType = findInputType(schema, type!);
  if (!isEnumType(enumType)) return '';
  const names = enumType.getValues().map(({ name }) => name);
  const value = text.replace(/^"(.*)"$/s, '$1');
  if (node === Node.STRING && names.includes(value)) return `${text} is in quotes. Write ${value} without quotes.`;
  const tip = suggestionTip(value.replace(/[\s-]+/g, '_'), names, `use one of ${formatValues(invalid, enumType)}.`);
  const quotesTip = node === Node.STRING ? ' Write it without quotes.' : '';
  return `${text} is not a value of ${enumType.name}. ${tip.charAt(0).toUpperCase()}${tip.slice(1)}${quotesTip}`;
}

function explainObject(invalid: InvalidValue, [type]: readonly string[]): string {
  const { schema, text, node } = invalid;
  const inputType = findInputType(schema, type!);
  if (node === Node.NULL) return `The value must not be null. Write a value of ${type}.`;
  if (!isInputObjectType(inputType)) return `${text} is not a value of ${type}.`;
  return `${text} is not an object. Write ${exampleObject(invalid, inputType)}.`;
}

function explainText({ text, node, variable }: InvalidValue): string {
  const isSingle = variable ? /^[\w.+-]+$/.test(text) : node !== Node.OBJECT && node !== Node.LIST;
  return isSingle
    ? `${text} is not a text. Write it in quotes: "${text}".`
    : `${text} is not a text. Write one text in quotes.`;
}

function explainUnknownInput({ schema }: InvalidValue, [message, type]: readonly string[]): string {
  const inputType = findInputType(schema, type!);
  const names = isInputObjectType(inputType) ? Object.keys(inputType.getFields()) : [];
  return `${message} Its fields are ${listNames(names)}.`;
}

function explainScalar({ text }: InvalidValue, [type]: readonly string[]): string {
  const value = /^"(.+)"$/s.exec(text)?.[1];
  const isBoolean = value === 'true' || value === 'false';
  const isNumber = type === 'Int' ? Number.isInteger(Number(value)) : Number.isFinite(Number(value));
  if (value !== undefined && (type === 'Boolean' ? isBoolean : isNumber)) {
    return `${text} is in quotes. Write ${value} without quotes.`;
  }
  return `${text} is not ${{ Int: 'an integer', Float: 'a number', Boolean: 'true or false' }[type!]}.`;
}

function explainMissingArgument({ schema }: InvalidValue, [field, name]: readonly string[]): string {
  const argument = Object.keys(schema.getTypeMap())
    .flatMap((type) => fieldsOf(schema, type)[field!]?.args ?? [])
    .find((argument) => argument.name === name);
  return `The argument "${name}" of "${field}" is missing. Add it${argument?.description ? `: ${argument.description}` : '.'}`;
}

function explainUnknownArgument({ schema }: InvalidValue, [message, type, field]: readonly string[]): string {
  const argumentNames = fieldsOf(schema, type!)[field!]?.args.map(({ name }) => name) ?? [];
  return argumentNames.length === 0
    ? `${message} "${field}" has no arguments.`
    : `${message} Its arguments are ${listNames(argumentNames)}.`;
}

/** Explains an unknown field. If the items of a connection have the field, suggests selecting it in `nodes`. */
function explainUnknownField({ schema }: InvalidValue, [message, field, type, tip = '']: readonly string[]): string {
  const { nodes: nodesField } = fieldsOf(schema, type!);
  const isNodeField =
    nodesField !== undefined && fieldsOf(schema, getNamedType(nodesField.type).name)[field!] !== undefined;
  return isNodeField ? `${message} It is a field of the items: select nodes { ${field} }.` : `${message}${tip}`;
}

function fieldsOf(schema: GraphQLSchema, name: string): GraphQLFieldMap<unknown, unknown> {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

/** Returns an example of an input object: its first required field, or else its first field. */
function exampleObject(invalid: InvalidValue, type: GraphQLNamedInputType): string {
  if (!isInputObjectType(type)) return type.name;
  const fields = Object.values(type.getFields());
  const { name = '' } = fields.find(isRequiredInputField) ?? fields[0] ?? {};
  const value = /^".*"$/s.test(invalid.text) ? invalid.text : '…';
  return `{ ${formatName(invalid, name)}: ${value} }`;
}

/** Returns a field name: in JSON quotes for a variable, unquoted for the query text. */
function formatName({ variable }: InvalidValue, name: string): string {
  return variable ? `"${name}"` : name;
}

function formatValues({ variable }: InvalidValue, type: GraphQLNamedInputType): string {
  if (!isEnumType(type)) return type.name;
  return listNames(type.getValues().map(({ name }) => (variable ? `"${name}"` : name)));
}

function listNames(names: readonly string[]): string {
  return names.slice(0, MAX_NAMES).join(', ') + (names.length > MAX_NAMES ? ' …' : '');
}

/** Returns the type of the object that contains an invalid value of a variable. */
function findParentType({ schema, variable }: InvalidValue): GraphQLNamedInputType | undefined {
  if (!variable) return undefined;
  let type = typeFromAST(schema, variable.definition.type);
  for (const name of variable.path.match(/[A-Za-z_]\w*/g) ?? []) {
    const named = getNamedType(type);
    type = isInputObjectType(named) ? named.getFields()[name]?.type : undefined;
  }
  const named = getNamedType(type);
  return isInputType(named) ? named : undefined;
}

function findInputType(schema: GraphQLSchema, name: string): GraphQLNamedInputType | undefined {
  const type = schema.getType(name);
  return isInputType(type) ? type : undefined;
}
