import type { ASTNode, FieldNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';
import { operationIn } from '../operation.js';
import { inline, joinLines, renderPath, sampleArgument } from './render.js';
import type { SelectionPath } from './selection-path.js';
import { nodesAlong, readArgument } from './selection-path.js';

/** Replacement of the range `[from, to)` by `text`. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

/**
 * Returns the edit that adds a path to a query, or removes it with its contents. Preserves other text and comments.
 * @param name  name of the operation; default: the first one
 * @throws GraphQLError  the document is invalid
 */
export function togglePath(text: string, path: SelectionPath, schema: GraphQLSchema, name?: string | null): TextEdit {
  const operation = isBlank(text) ? null : operationIn(parse(text), name);
  if (!operation) {
    const added = `{\n${joinLines(renderPath(schema, schema.getQueryType()!, path), '  ')}\n}\n`;
    return { from: text.length, to: text.length, text: text.trim() === '' ? added : `\n${added}` };
  }
  const there = nodesAlong(operation, path);
  return there.length > path.length ? removePath(text, there) : added(text, operation, path, schema);
}

/** Whether a text contains only blanks and comments. */
export function isBlank(text: string): boolean {
  return text.replaceAll(/#.*/g, '').trim() === '';
}

function added(text: string, operation: OperationDefinitionNode, path: SelectionPath, schema: GraphQLSchema): TextEdit {
  const there = nodesAlong(operation, path);
  const last = there.at(-1) as OperationDefinitionNode | FieldNode;
  const missing = path.slice(there.length - 1);
  const name = readArgument(missing[0]!);
  if (name !== null) return withArgument(text, last as FieldNode, sampleArgument(schema, operation, path));

  let tree = renderPath(schema, schema.getRootType(operation.operation)!, path);
  // Skips the fields that already exist.
  for (let depth = 0; depth < there.length - 1; depth += 1) tree = tree[0]!.parts;
  if (!last.selectionSet) {
    const indent = indentAt(text, last.loc!.start);
    return insert(last.loc!.end, ` {\n${joinLines(tree, `${indent}  `)}\n${indent}}`);
  }
  return withSelection(text, last.selectionSet, tree);
}

function withSelection(text: string, { selections }: SelectionSetNode, parts: Parameters<typeof inline>[0]): TextEdit {
  const { start, end } = selections.at(-1)!.loc!;
  const first = selections[0]!.loc!.start;
  if (text.slice(lineStart(text, first), first).trim() !== '') return insert(end, ` ${inline(parts)}`);
  // Comments on the line of the last field stay there.
  const rest = /^[ \t,]*(?:#.*)?(?=\r?\n|$)/.exec(text.slice(end))?.[0].length ?? 0;
  return insert(end + rest, `\n${joinLines(parts, indentAt(text, selections.length === 1 ? first : start))}`);
}

function withArgument(text: string, field: FieldNode, argument: string): TextEdit {
  const last = field.arguments?.at(-1)?.loc;
  if (!last) return insert(field.name.loc!.end, `(${argument})`);
  const first = field.arguments![0]!.loc!.start;
  const ownLine = text.slice(lineStart(text, first), first).trim() === '';
  return insert(last.end, ownLine ? `\n${indentAt(text, first)}${argument}` : `, ${argument}`);
}

/** Removes the last node, and parents that would become empty. */
function removePath(text: string, there: ReturnType<typeof nodesAlong>): TextEdit {
  const last = there.at(-1)!;
  if (last.kind === Kind.ARGUMENT) return withoutArgument(there.at(-2) as FieldNode, last);
  let at = there.length - 1;
  while (at > 0 && (there[at - 1] as OperationDefinitionNode).selectionSet.selections.length === 1) at -= 1;
  return withoutLines(text, there[at]!);
}

function withoutArgument({ arguments: all, name }: FieldNode, argument: ASTNode): TextEdit {
  const index = all!.findIndex((candidate) => candidate === argument);
  const [before, after] = [all![index - 1], all![index + 1]];
  const { start, end, endToken } = argument.loc!;
  if (after) return { from: start, to: after.loc!.start, text: '' };
  if (before) return { from: before.loc!.end, to: end, text: '' };
  return { from: name.loc!.end, to: nextToken(endToken).end, text: '' };
}

function nextToken(token: NonNullable<ASTNode['loc']>['endToken']): NonNullable<ASTNode['loc']>['endToken'] {
  const next = token.next!;
  return next.kind === 'Comment' ? nextToken(next) : next;
}

function withoutLines(text: string, { loc }: ASTNode): TextEdit {
  const { start, end } = loc!;
  const from = lineStart(text, start);
  const rest = /^[ \t,]*(?:#.*)?(?:\r?\n|$)/.exec(text.slice(end));
  if (text.slice(from, start).trim() === '' && rest) return { from, to: end + rest[0].length, text: '' };
  const gap = /[ \t,]*$/.exec(text.slice(0, start))![0].length;
  return { from: start - gap, to: end, text: '' };
}

function insert(index: number, text: string): TextEdit {
  return { from: index, to: index, text };
}

function lineStart(text: string, index: number): number {
  return text.lastIndexOf('\n', index - 1) + 1;
}

function indentAt(text: string, index: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, index)))![0];
}
