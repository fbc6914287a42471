import ts from 'typescript';

/** A small fault that can be inserted into a source file: an expression and its replacement. */
export interface Mutant {
  file: string;
  line: number;
  start: number;
  end: number;
  before: string;
  after: string;
}

const OPERATORS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
]);
/** Methods whose calls a fault can remove, so that their receiver is used unchanged. */
const PASSING = new Set(['filter', 'sort', 'toSorted', 'reverse', 'slice', 'trim', 'flat']);
const TWINS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
]);

/** Describes a mutant in one line: its place, the original expression and the mutated one. */
export function describeMutant({ file, line, before, after }: Mutant): string {
  return `${file}:${line}  ${before.replace(/\s+/g, ' ')}  →  ${after.replace(/\s+/g, ' ')}`;
}

/** Returns the faults that can be inserted into a file, in the order of its text. */
export function listMutants(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const { at, after } of findFaults(node)) {
      const [start, end] = [at.getStart(source), at.getEnd()];
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      found.push({ file, line, start, end, before: text.slice(start, end), after });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function findFaults(node: ts.Node): { at: ts.Node; after: string }[] {
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [node.left.getText(), node.right.getText()];
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return [{ at: node, after: left }];
    const operator = OPERATORS.get(node.operatorToken.kind);
    return operator === undefined ? [] : [{ at: node, after: `(${left}) ${operator} (${right})` }];
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [{ at: node, after: node.operand.getText() }];
  }
  if (ts.isIfStatement(node)) return ['true', 'false'].map((after) => ({ at: node.expression, after }));
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].map((branch) => ({ at: node, after: branch.getText() }));
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ at: node, after: 'false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ at: node, after: 'true' }];
  if (ts.isNumericLiteral(node) && !ts.isPropertyName(node.parent)) return [{ at: node, after: `${node.text} + 1` }];
  if (ts.isArrayLiteralExpression(node) && isValue(node) && node.elements.length > 0)
    return [{ at: node, after: '[]' }];
  if (ts.isExpressionStatement(node) && !ts.isDeleteExpression(node.expression)) {
    return isCall(node.expression) ? [{ at: node.expression, after: 'undefined' }] : [];
  }
  return ts.isCallExpression(node) ? findCallFaults(node) : [];
}

function findCallFaults(node: ts.CallExpression): { at: ts.Node; after: string }[] {
  // An optional chain is removed as a whole, because its parts cannot be enclosed in brackets.
  if (!ts.isPropertyAccessExpression(node.expression) || ts.isOptionalChain(node)) return [];
  const { expression, name } = node.expression;
  if (PASSING.has(name.text)) return [{ at: node, after: expression.getText() }];
  const twin = TWINS.get(name.text);
  const args = node.arguments.map((each) => each.getText()).join(', ');
  return twin === undefined ? [] : [{ at: node, after: `${expression.getText()}.${twin}(${args})` }];
}

/** Whether an array is a literal, and not a destructuring pattern. */
function isValue(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  const isAssigned = ts.isBinaryExpression(parent) && parent.left === node;
  return !isAssigned && !(ts.isForOfStatement(parent) && parent.initializer === node) && !ts.isAsExpression(parent);
}

function isCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) || (ts.isAwaitExpression(node) && ts.isCallExpression(node.expression));
}

/** Inserts faults into the text of a file. A fault is active if its number is `mutant`; `reached` records each one passed. */
export function withMutants(text: string, mutants: readonly (Mutant & { id: number })[]): string {
  const write = (start: number, end: number, within: readonly (Mutant & { id: number })[]): string => {
    const [outer] = within.toSorted((a, b) => a.start - b.start || b.end - a.end);
    if (!outer) return text.slice(start, end);
    const here = within.filter((other) => other.start === outer.start && other.end === outer.end);
    const inner = within.filter((other) => !here.includes(other) && other.end <= outer.end);
    const after = within.filter((other) => other.start >= outer.end);
    const guarded = here.reduce(
      (before, { id, after }) =>
        `(globalThis.reached?.add(${id}), globalThis.mutant === ${id} ? (${after}) : (${before}))`,
      write(outer.start, outer.end, inner),
    );
    return text.slice(start, outer.start) + guarded + write(outer.end, end, after);
  };
  return write(0, text.length, mutants);
}
