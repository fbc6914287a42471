import type { Doc } from '../bson/values.js';
import { CommandError } from '../command-error.js';
import { filterContext } from '../aggregation/filter-context.js';
import { parseFilter } from '../query/filter.js';
import { matcher } from '../query/matcher.js';
import type { Collection } from '../storage/collection.js';

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
