import type { CompileContext } from '../../aggregation/compile-expression.js';
import { compileExpression } from '../../aggregation/compile-expression.js';
import { OPERATORS } from '../../aggregation/operators.js';
import { outerName } from '../../bson/field-names.js';
import { isNumeric, toDouble } from '../../bson/numbers.js';
import { shellForm } from '../../bson/shell-form.js';
import type { Doc, Value } from '../../bson/values.js';
import { isDoc, typeName } from '../../bson/values.js';
import { CommandError, notOffered } from '../../command-error.js';
import type { Slice } from './array-cut.js';
import { checkFieldPath, fieldPathProblem } from '../field-path.js';
import { parseFilter } from '../filter.js';
import { matcher } from '../matcher.js';
import type { Tree } from './projection-tree.js';
import { addNode, partsOf, treeAt } from './projection-tree.js';
import { findSlice, sliceExpression } from './slice-operand.js';

/** A projection, parsed. */
export interface ProjectionSpec {
  /** Only what is named is kept; otherwise all but that. */
  including: boolean;
  fields: Tree;
  slices: { path: string[]; slice: Slice }[];
  /** The path before `.$`. */
  position: string[] | undefined;
}

/** What a projection is parsed with. */
export interface ProjectionOptions extends CompileContext {
  /** `$project`: no `$slice` of two kinds, no `$elemMatch`, no `$`. */
  stage?: boolean;
}

interface Parsing extends Omit<ProjectionSpec, 'including'> {
  options: ProjectionOptions;
  /** Unknown as long as only `_id`, `$slice` and `$elemMatch` were seen. */
  including: boolean | undefined;
  includesId: boolean;
  hasElemMatch: boolean;
}

/** The document whose fields are parsed. */
interface Place {
  fields: Tree;
  path: readonly string[];
}

const bad = (code: `Location${number}`, message: string) => new CommandError(code, message);

/** Parses a projection, which is not empty. @throws CommandError 31249 and the like */
export function parseSpec(spec: Doc, options: ProjectionOptions): ProjectionSpec {
  const parsing: Parsing = {
    options,
    including: undefined,
    fields: new Map(),
    slices: [],
    position: undefined,
    includesId: false,
    hasElemMatch: false,
  };
  parseFields(parsing, spec, { fields: parsing.fields, path: [] });
  const { fields, slices, position } = parsing;
  const including = parsing.including ?? includesByDefault(parsing);
  if (including && !fields.has('_id')) fields.set('_id', { kind: 'in' });
  if (!including && parsing.includesId) fields.delete('_id');
  return { including, fields, slices, position };
}

/** `{ _id: 1 }` includes; beside `$slice` only `_id: 1` does, while `$elemMatch` does whatever is said of `_id`. */
function includesByDefault({ slices, hasElemMatch, includesId }: Parsing): boolean {
  return includesId || (slices.length === 0 && hasElemMatch);
}

function parseFields(parsing: Parsing, spec: Doc, place: Place): void {
  for (const [inner, value] of Object.entries(spec)) parseField(parsing, outerName(inner), value, place);
}

function parseField(parsing: Parsing, name: string, value: Value, place: Place): void {
  const isPosition = name.endsWith('.$');
  if (isPosition && parsing.options.stage) {
    throw bad('Location31324', 'Cannot use positional projection in aggregation projection');
  }
  if (name.includes('.$.')) throw bad('Location31394', POSITION_INSIDE);
  if (isDoc(value)) {
    if (isPosition) {
      throw bad('Location31271', 'positional projection cannot be used with an expression or sub object');
    }
    parseDoc(parsing, name, value, place);
  } else if (typeof value !== 'boolean' && !isNumeric(value)) {
    if (isPosition) throw bad('Location31308', 'positional projection cannot be used with a literal');
    parseLiteral(parsing, name, value, place);
  } else if (typeof value === 'boolean' ? value : toDouble(value) !== 0) {
    if (isPosition) parsePosition(parsing, name, place);
    else parseInclusion(parsing, name, place);
  } else {
    if (isPosition) throw bad('Location31395', 'positional projection cannot be used with exclusion');
    parseExclusion(parsing, name, place);
  }
}

const POSITION_INSIDE =
  "As of 4.4, it's illegal to specify positional operator in the middle of a path." +
  'Positional projection may only be used at the end, for example: a.b.$. If the query previously used a form like ' +
  "a.b.$.d, remove the parts following the '$' and the results will be equivalent.";

function parseInclusion(parsing: Parsing, name: string, place: Place): void {
  addNode(place.fields, name, { kind: 'in' });
  if (isId(name, place)) parsing.includesId = true;
  else include(parsing, name);
}

function parseExclusion(parsing: Parsing, name: string, place: Place): void {
  addNode(place.fields, name, { kind: 'out' });
  if (isId(name, place)) return;
  if (parsing.including) throw bad('Location31254', `Cannot do exclusion on field ${name} in inclusion projection`);
  parsing.including = false;
}

function parsePosition(parsing: Parsing, name: string, place: Place): void {
  if (parsing.position) {
    throw bad('Location31276', 'Cannot specify more than one positional projection per query.');
  }
  if (parsing.hasElemMatch) throw bad('Location31256', 'Cannot specify positional operator and $elemMatch.');
  if (name === '.$') throw bad('Location5392900', `Projection on field ${name} is invalid`);
  const path = name.slice(0, -'.$'.length);
  addNode(place.fields, path, { kind: 'in' });
  parsing.position = [...place.path, ...partsOf(path)];
  include(parsing, name);
}

function parseLiteral(parsing: Parsing, name: string, value: Value, place: Place): void {
  addNode(place.fields, name, { kind: 'value', evaluate: compileExpression(value, parsing.options) });
  if (parsing.including === false) {
    const shown = `${name}: ${shellForm(value)}`;
    throw bad('Location31310', `Cannot use an expression ${shown} in an exclusion projection`);
  }
  parsing.including = true;
}

/** `_id` may be kept or left out whatever the rest does. */
const isId = (name: string, { path }: Place) => name === '_id' && path.length === 0;

function include(parsing: Parsing, name: string): void {
  if (parsing.including === false) {
    throw bad('Location31253', `Cannot do inclusion on field ${name} in exclusion projection`);
  }
  parsing.including = true;
}

/** An operator, or a projection of the fields below. */
function parseDoc(parsing: Parsing, name: string, value: Doc, place: Place): void {
  const names = Object.keys(value);
  const first = names[0];
  if (first === undefined) throw bad('Location51270', `Invalid empty sub-projection: ${name}`);
  checkFieldPath(name);
  if (names.length === 1 && first.startsWith('$')) {
    if (parseOperator(parsing, name, first, value, place)) return;
    // `$id` and its like are fields of a DBRef
    if (fieldPathProblem(first.replace(/\.\$$/, ''))) throw unknownExpression(first, parsing.options);
  }
  parseFields(parsing, value, { fields: treeAt(place.fields, name), path: [...place.path, ...partsOf(name)] });
}

function unknownExpression(name: string, { stage }: ProjectionOptions): CommandError {
  return stage
    ? new CommandError('InvalidPipelineOperator', notOffered(`Unrecognized expression '${name}'`))
    : bad('Location31325', notOffered(`Unknown expression ${name}`));
}

/** @returns false when there is no such operator */
function parseOperator(parsing: Parsing, name: string, operator: string, value: Doc, place: Place): boolean {
  const operand = value[operator]!;
  if (operator === '$elemMatch') {
    parseElemMatch(parsing, name, operand, place);
    return true;
  }
  const isSlice = operator === '$slice' && !parsing.options.stage;
  const slice = isSlice ? findSlice(operand) : undefined;
  if (slice) {
    addNode(place.fields, name, { kind: 'slice' });
    parsing.slices.push({ path: [...place.path, ...partsOf(name)], slice });
    return true;
  }
  if (operator === '$meta') throw new CommandError('BadValue', '$meta is not supported by this server');
  if (!OPERATORS.has(operator)) return false;
  if (parsing.including === false) {
    throw bad('Location31252', 'Cannot use expression other than $meta in exclusion projection');
  }
  parsing.including = true;
  if (operator === '$literal') {
    addNode(place.fields, name, { kind: 'value', evaluate: () => operand, constant: operand });
    return true;
  }
  const evaluate = isSlice ? sliceExpression(operand, parsing.options) : compileExpression(value, parsing.options);
  addNode(place.fields, name, { kind: 'value', evaluate });
  return true;
}

function parseElemMatch(parsing: Parsing, name: string, operand: Value, place: Place): void {
  const { options, position } = parsing;
  if (options.stage) throw new CommandError('InvalidPipelineOperator', 'Cannot use $elemMatch in this context');
  if (!isDoc(operand)) {
    throw bad('Location31274', `elemMatch: Invalid argument, object required, but got ${typeName(operand)}`);
  }
  if (position) throw bad('Location31255', 'Cannot specify positional operator and $elemMatch.');
  if (place.path.length > 0 || name.includes('.')) {
    throw bad('Location31275', 'Cannot use $elemMatch projection on a nested field.');
  }
  const isMatch = matcher(parseFilter({ item: { $elemMatch: operand } }, { order: options.order }));
  addNode(place.fields, name, { kind: 'elemMatch', matches: (item) => isMatch({ item: [item] }) });
  parsing.hasElemMatch = true;
}
