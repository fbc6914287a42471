import { fillParameters, withParameters } from '../saved-queries/explorer-path.js';
import type { KindModuleOf } from './kind-module-types.js';

/** Computed field of `ExplorerView`, a view of the explorer that answers a question: the path of the view. */
export const explorerViewModule: KindModuleOf<'ExplorerView'> = {
  computedPart: {
    path({ indicator, parameters }, _args, _context, { variables }) {
      const values = JSON.parse((variables as string | undefined) ?? '{}') as Readonly<Record<string, unknown>>;
      const filled = fillParameters(parameters, (name) => String(values[name] ?? ''));
      return withParameters(`/indicator/${indicator}`, filled);
    },
  },
  entryNeeds: ['variables'],
};
