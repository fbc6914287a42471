import { compileExpression } from '../../aggregation/expression.js';
import { EXPRESSION_OPERATORS } from '../../aggregation/expression-operators.js';
import { toBsonName } from '../../bson/field-names.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import { extendedJson } from '../../bson/extended-json.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { CommandError, unsupportedMessage } from '../../command-error.js';
import { checkFieldPath } from '../check-field-path.js';
import type { AccessedFields } from '../accessed-fields.js';
import { addNode, type ProjectionTree } from './projection-tree.js';

/** A parsed projection. */
export interface ProjectionSpec {
  /** Whether only the named fields are included; otherwise they are excluded. */
  including: boolean;
  fields: ProjectionTree;
}

export interface ProjectionOptions {
  reads?: AccessedFields | undefined;
  /** Whether the projection is a `$project` stage, which reports unknown expressions differently from `find`. */
  stage?: boolean;
}

interface ParserState extends Omit<ProjectionSpec, 'including'> {
  options: ProjectionOptions;
  including: boolean | undefined;
  includesId: boolean;
}

const specError = (code: `Location${number}`, message: string) => new CommandError(code, message);

/** Parses a non-empty projection. @throws CommandError */
export function parseProjectionSpec(spec: Doc, options: ProjectionOptions): ProjectionSpec {
  const state: ParserState = {
    options,
    including: undefined,
    fields: new Map(),
    includesId: false,
  };
  for (const [decodedName, value] of Object.entries(spec)) parseField(state, toBsonName(decodedName), value);
  const { fields } = state;
  const including = state.including ?? state.includesId;
  if (including && !fields.has('_id')) fields.set('_id', { kind: 'in' });
  if (!including && state.includesId) fields.delete('_id');
  return { including, fields };
}

function parseField(state: ParserState, name: string, value: Value): void {
  if (name.endsWith('.$') || name.includes('.$.')) {
    throw specError('Location31324', unsupportedMessage('Cannot use positional projection'));
  }
  if (isDoc(value)) parseDoc(state, name, value);
  else if (typeof value !== 'boolean' && !isNumeric(value)) parseLiteral(state, name, value);
  else if (typeof value === 'boolean' ? value : toDouble(value) !== 0) parseInclusion(state, name);
  else parseExclusion(state, name);
}

function parseInclusion(state: ParserState, name: string): void {
  addNode(state.fields, name, { kind: 'in' });
  if (name === '_id') state.includesId = true;
  else addInclusion(state, name);
}

function parseExclusion(state: ParserState, name: string): void {
  addNode(state.fields, name, { kind: 'out' });
  if (name === '_id') return;
  if (state.including) throw specError('Location31254', `Cannot do exclusion on field ${name} in inclusion projection`);
  state.including = false;
}

function parseLiteral(state: ParserState, name: string, value: Value): void {
  if (state.including === false) {
    const literalText = `${name}: ${extendedJson(value)}`;
    throw specError('Location31310', `Cannot use an expression ${literalText} in an exclusion projection`);
  }
  addComputed(state, name, value);
}

/** Adds a computed field at the top of the document. @throws CommandError 51270 it is below another field */
function addComputed(state: ParserState, name: string, value: Value, constant?: Value): void {
  if (name.includes('.')) throw specError('Location51270', unsupportedMessage(`The computed field ${name}`));
  const evaluate = compileExpression(value, state.options.reads);
  addNode(state.fields, name, { kind: 'value', evaluate, ...(constant !== undefined && { constant }) });
  state.including = true;
}

function addInclusion(state: ParserState, name: string): void {
  if (state.including === false) {
    throw specError('Location31253', `Cannot do inclusion on field ${name} in exclusion projection`);
  }
  state.including = true;
}

function parseDoc(state: ParserState, name: string, value: Doc): void {
  const [operator = '', ...otherOperators] = Object.keys(value);
  checkFieldPath(name);
  if (!operator.startsWith('$') || otherOperators.length > 0) {
    throw specError('Location51270', unsupportedMessage(`A projection nested in ${name}`));
  }
  parseOperator(state, name, operator, value);
}

function unknownExpressionError(name: string, { stage }: ProjectionOptions): CommandError {
  return stage
    ? new CommandError('InvalidPipelineOperator', unsupportedMessage(`Unrecognized expression '${name}'`))
    : specError('Location31325', unsupportedMessage(`Unknown expression ${name}`));
}

function parseOperator(state: ParserState, name: string, operator: string, value: Doc): void {
  const operand = value[operator]!;
  if (operator === '$elemMatch' || (operator === '$slice' && !state.options.stage)) {
    throw new CommandError('InvalidPipelineOperator', unsupportedMessage(`Cannot use ${operator} in a projection`));
  }
  if (!EXPRESSION_OPERATORS.has(operator)) throw unknownExpressionError(operator, state.options);
  if (state.including === false) {
    throw specError('Location31252', 'Cannot use expression other than $meta in exclusion projection');
  }
  addComputed(state, name, value, operator === '$literal' ? operand : undefined);
}
