import type { Doc, Value } from '../bson/values.js';
import { typeName } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { filterContext } from '../aggregation/filter-context.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import type { Collection } from '../storage/collection.js';
import type { CommandContext } from './command.js';
import { flagField } from './command.js';

const compiled = new WeakMap<Doc, (doc: Doc) => boolean>();

/**
 * Checks a document against the validator of its collection.
 *
 * @param before the document as it was; under `moderate` what did not pass before need not pass now
 * @throws CommandError DocumentValidationFailure
 */
export function checkValid(collection: Collection, doc: Doc, before?: Doc): void {
  const { validator, validationAction, validationLevel } = collection.options;
  if (validator === undefined || validationAction === 'warn' || validationLevel === 'off') return;
  let isValid = compiled.get(validator as Doc);
  if (!isValid) {
    isValid = matcher(parseFilter(validator, filterContext({})));
    compiled.set(validator as Doc, isValid);
  }
  if (isValid(doc)) return;
  if (validationLevel === 'moderate' && before && !isValid(before)) return;
  throw new CommandError('DocumentValidationFailure', 'Document failed validation', {
    errInfo: {
      failingDocumentId: doc._id ?? null,
      details: { operatorName: Object.keys(validator as Doc)[0] ?? '', specifiedAs: validator },
    },
  });
}

/** Checks what a pipeline writes, unless its command says that it is not to be. */
export function checkOutput(
  { command }: Pick<CommandContext, 'command'>,
  target: Collection,
  doc: Doc,
  before?: Doc,
): void {
  if (!flagField(command, 'bypassDocumentValidation')) checkValid(target, doc, before);
}

const LEVELS = ['off', 'strict', 'moderate'];
const ACTIONS = ['error', 'warn'];

/**
 * Refuses a level or an action of validation that MongoDB does not know.
 *
 * @throws CommandError BadValue, TypeMismatch
 */
export function checkValidationOptions({ name, command }: Pick<CommandContext, 'name' | 'command'>): void {
  checkChoice(`${name}.validationLevel`, command.validationLevel, LEVELS);
  checkChoice(`${name}.validationAction`, command.validationAction, ACTIONS);
}

function checkChoice(field: string, value: Value | undefined, choices: readonly string[]): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string')
    throw new CommandError(
      'TypeMismatch',
      `BSON field '${field}' is the wrong type '${typeName(value)}', expected type 'string'`,
    );
  if (!choices.includes(value))
    throw new CommandError('BadValue', `Enumeration value '${value}' for field '${field}' is not a valid value.`);
}

/** Refuses a size without `capped`. @throws CommandError InvalidOptions */
export function checkSize({ capped, size, max }: Doc): void {
  if (capped === true || (size ?? max ?? undefined) === undefined) return;
  throw new CommandError(
    'InvalidOptions',
    "the 'capped' field needs to be true when either the 'size' or 'max' fields are present",
  );
}
