// A plugin of GraphQL Code Generator: the response types of the queries in tests, by query text. See codegen.yml.
import { plugin as operationTypes } from '@graphql-codegen/typescript-operations';
import {
  type DefinitionNode,
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  visit,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { servedSchema } from '../src/contract/served-schema.js';
import { loadModel } from '../src/model/load-model.js';

interface Options {
  /** Folder of the files to read. */
  from: string;
  /** Folders and files in `from` whose queries are not for the served schema. */
  leftOut: string[];
}

interface Query {
  text: string;
  document: DocumentNode;
  isMarkedWrong: boolean;
  /** Location, as `file:line`. */
  place: string;
}

const MARK = '/* invalid on purpose */';

/**
 * The function that GraphQL Code Generator calls. Returns the text of an interface with a member for each query: its
 * name is the query text, its type is the response type.
 *
 * @throws if a query is invalid and not marked as invalid on purpose, or if a marked query is valid
 */
export async function plugin(schema: GraphQLSchema, _documents: unknown, { from, leftOut }: Options): Promise<string> {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
    .map((name) => `${from}/${name}`)
    .filter((path) => path.endsWith('.ts') && !leftOut.some((left) => path.startsWith(`${from}/${left}`)));
  const queries = files.flatMap(queriesIn);
  const faults = queries.flatMap((query) => faultOf(query, schema));
  if (faults.length > 0) throw new Error(`the contract and the queries of tests differ:\n${faults.join('\n')}`);
  const right = new Map(queries.filter(({ isMarkedWrong }) => !isMarkedWrong).map((query) => [query.text, query]));
  const sorted = [...right.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  // Tests read either fields or errors, so fields that are null only after an error have non-null types.
  return await answers(servedSchema(loadModel('schema'), { keepsNonNull: true }), sorted);
}

/** Returns the literals in a file that are GraphQL operations. Constants of the file within a template are inserted. */
function queriesIn(path: string): Query[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>();
  const found: Query[] = [];
  const read = (node: ts.Node): void => {
    const text = textOf(node, constants);
    if (text === null) return ts.forEachChild(node, read);
    if (ts.isVariableDeclaration(node.parent)) constants.set(node.parent.name.getText(), text);
    const document = operation(text);
    if (document === null) return;
    const place = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    found.push({ text, document, isMarkedWrong: node.getFullText().includes(MARK), place });
  };
  read(file);
  return found;
}

function textOf(node: ts.Node, constants: ReadonlyMap<string, string>): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  const parts = node.templateSpans.map(({ expression, literal }) => {
    const filled = constants.get(expression.getText());
    return filled === undefined ? null : filled + literal.text;
  });
  return parts.includes(null) ? null : node.head.text + parts.join('');
}

/** Parses a document; null if the text is not one. */
function operation(text: string): DocumentNode | null {
  if (!/^\s*(\{|query\b|mutation\b)/.test(text)) return null;
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function faultOf({ document, isMarkedWrong, place }: Query, schema: GraphQLSchema): string[] {
  const [error] = validate(schema, document);
  if (isMarkedWrong) return error ? [] : [`${place}: is right, but is marked ${MARK}`];
  return error ? [`${place}: ${error.message}`] : [];
}

async function answers(schema: GraphQLSchema, queries: Query[]): Promise<string> {
  const documents = queries.map(({ document }, number) => ({ document: named(document, `Q${number}`) }));
  const config = { enumType: 'string-literal', disableDescriptions: true, defaultScalarType: 'string' } as const;
  const output = await operationTypes(schema, documents, config, { outputFile: '' });
  const content = typeof output === 'string' ? output : output.content;
  const types = new Map<string, string>();
  for (const [, name, type] of content.matchAll(/^export type (\w+) =\s+([^;]*(?:;[^\n][^;]*)*);$/gm)) {
    types.set(name!, withoutRepetition(type!));
  }
  const members = queries.map(({ text, document }, number) => {
    const name = `Q${number}${document.definitions.some(isMutation) ? 'Mutation' : 'Query'}`;
    return `  ${JSON.stringify(text)}:\n    ${types.get(name)!};\n`;
  });
  const enums = [...types].filter(([name]) => !/^Q\d/.test(name)).map(([name, type]) => `type ${name} = ${type};\n`);
  return `// Made by \`npm run generate\`, see codegen.yml.\n\n${enums.join('')}\nexport interface Answers {\n${members.join('')}}\n`;
}

/** Removes duplicate members from the unions of a type. Prints unions of plain values in one line. */
function withoutRepetition(type: string): string {
  return type
    .replace(/^(\s*\| .*\n)\1+/gm, '$1')
    .replace(/\n\s*\| '/g, " | '")
    .replace(/^\s*\| /, '');
}

function isMutation(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION;
}

/** Returns the document with unique names and without variables, whose types are not needed. */
function named(document: DocumentNode, name: string): DocumentNode {
  const rename = <Node extends ExecutableDefinitionNode | FragmentSpreadNode>(node: Node): Node => {
    const value = node.kind === Kind.OPERATION_DEFINITION ? name : `${name}${node.name.value}`;
    return { ...node, name: { kind: Kind.NAME, value }, variableDefinitions: [] };
  };
  return visit(document, { OperationDefinition: rename, FragmentDefinition: rename, FragmentSpread: rename });
}
