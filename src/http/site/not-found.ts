import { AppError } from '../../errors.js';
import type { Kind } from '../../model/model.js';

/** There is no page of an entry of this kind, or none any more. */
export class NoSuchPage extends AppError {
  constructor(
    readonly kind: Kind,
    readonly slug: string,
  ) {
    super('NOT_FOUND', `There is no ${kind.singular} "${slug.slice(0, 100)}".`);
  }
}
