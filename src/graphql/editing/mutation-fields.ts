import { AppError } from '../../errors.js';
import type { Assembly } from '../assembly.js';
import { attachLife } from './life-fields.js';
import { attachSaves } from './save-fields.js';
import { forEditors } from './writing.js';

/** Gives the fields at the root of mutations their resolvers, each behind the one check of who may write. */
export function attachMutations(assembly: Assembly): void {
  attachSaves(assembly);
  attachLife(assembly);
  const fields = Object.values(assembly.schema.getMutationType()?.getFields() ?? {});
  for (const field of fields) {
    const resolver = assembly.resolver('Mutation', field.name);
    if (!resolver) throw new AppError('MODEL_INVALID', `Nothing carries out the mutation "${field.name}".`);
    assembly.resolve('Mutation', field.name, forEditors(resolver));
  }
}
