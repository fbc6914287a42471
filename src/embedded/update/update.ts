import { equalValues } from '../bson/compare-values.js';
import { extendedJson } from '../bson/extended-json.js';
import { toBsonName } from '../bson/field-names.js';
import { type Doc, isDoc, type Value, withIdFirst } from '../bson/values.js';
import { CommandError, unsupportedMessage } from '../command-error.js';
import { compileUpdateOperator, parseOperandFields } from './update-operators.js';
import { cloneContainers } from './document-location.js';
import { applyTree, parseUpdatePath, UpdateTree } from './update-tree.js';

/** An update, parsed once for all documents of a statement. */
export interface Update {
  kind: 'replacement' | 'modifiers';
  /** Returns the updated document. @param inserting whether `$setOnInsert` applies */
  apply: (doc: Doc, inserting: boolean) => Doc;
}

/** Parses an update. @throws CommandError FailedToParse, ConflictingUpdateOperators, and others */
export function parseUpdate(update: Value): Update {
  checkUpdateType(update);
  if (Object.keys(update)[0]?.startsWith('$')) return parseModifiers(update);
  return { kind: 'replacement', apply: (doc) => applyReplacement(doc, update) };
}

/** Rejects an update that is not a document. @throws CommandError FailedToParse */
export function checkUpdateType(update: Value): asserts update is Doc {
  if (Array.isArray(update)) throw new CommandError('FailedToParse', unsupportedMessage('An update by a pipeline'));
  if (!isDoc(update)) throw new CommandError('FailedToParse', 'Update argument must be an object');
}

function parseModifiers(update: Doc): Update {
  const tree = new UpdateTree();
  for (const [operator, operandFields] of Object.entries(update)) {
    for (const [decodedName, operand] of Object.entries(parseOperandFields(operator, operandFields))) {
      const name = toBsonName(decodedName);
      const path = parseUpdatePath(name);
      tree.add(path, { kind: 'change', operator, path, change: compileUpdateOperator(operator, operand, name) });
    }
  }
  const root = tree.sortedRoot();
  return {
    kind: 'modifiers',
    apply(doc, isInserting) {
      const result = cloneContainers(doc) as Doc;
      applyTree(root, result, isInserting);
      return result;
    },
  };
}

function applyReplacement(doc: Doc, replacement: Doc): Doc {
  checkNoModifiers(replacement);
  if (replacement._id !== undefined) return keepId(doc, withIdFirst(replacement));
  return doc._id === undefined ? { ...replacement } : { _id: doc._id, ...replacement };
}

/** Rejects update operators in a replacement. @throws CommandError DollarPrefixedFieldName */
function checkNoModifiers(replacement: Doc): void {
  const modifier = Object.keys(replacement).find((name) => name.startsWith('$'));
  if (modifier === undefined) return;
  throw new CommandError(
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${modifier}' in '${modifier}' is not allowed in the context of an update's replacement document.`,
  );
}

function keepId(before: Doc, after: Doc): Doc {
  if (before._id === undefined || equalValues(before._id, after._id)) return after;
  throw new CommandError(
    'ImmutableField',
    `After applying the update, the (immutable) field '_id' was found to have been altered to ${extendedJson({ _id: after._id! })}`,
  );
}
