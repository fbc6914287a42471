// A plugin of GraphQL Code Generator: the types of what the contract answers to the queries that are written out in
// tests, by the text of the query. See codegen.yml.
import { plugin as operationTypes } from '@graphql-codegen/typescript-operations';
import type {
  DefinitionNode,
  DocumentNode,
  ExecutableDefinitionNode,
  FragmentSpreadNode,
  GraphQLSchema,
} from 'graphql';
import { Kind, OperationTypeNode, parse, validate, visit } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { servedSchema } from '../src/contract/served-schema.js';
import { loadModel } from '../src/model/load-model.js';

interface Options {
  /** The folder whose files are read. */
  from: string;
  /** Folders and files in it that ask another contract than the served one, or none. */
  leftOut: string[];
}

interface Query {
  text: string;
  document: DocumentNode;
  isMarkedWrong: boolean;
  /** Where it is written, as `file:line`. */
  place: string;
}

const MARK = '/* invalid on purpose */';

/**
 * Returns an interface with a member for each query, whose name is its text and whose type is its answer.
 *
 * @throws where the contract does not answer a query, unless it is marked as invalid on purpose; and where it answers one
 *         that is marked
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
  // A test reads the fields of an answer, or its errors: what only an error empties is there.
  return await answers(servedSchema(loadModel('schema'), { keepsNonNull: true }), sorted);
}

/** The literals in a file that read as a GraphQL operation; constants of the file within a template are filled in. */
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

/** The document in a text; null where it is anything else. */
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

/** A type with the members of its unions said once each, those that are plain values in one line. */
function withoutRepetition(type: string): string {
  return type
    .replace(/^(\s*\| .*\n)\1+/gm, '$1')
    .replace(/\n\s*\| '/g, " | '")
    .replace(/^\s*\| /, '');
}

function isMutation(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION;
}

/** The document with names that no other document has, and without variables, whose types nothing uses. */
function named(document: DocumentNode, name: string): DocumentNode {
  const rename = <Node extends ExecutableDefinitionNode | FragmentSpreadNode>(node: Node): Node => {
    const value = node.kind === Kind.OPERATION_DEFINITION ? name : `${name}${node.name.value}`;
    return { ...node, name: { kind: Kind.NAME, value }, variableDefinitions: [] };
  };
  return visit(document, { OperationDefinition: rename, FragmentDefinition: rename, FragmentSpread: rename });
}
