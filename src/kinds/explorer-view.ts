import { readablePath } from '../saved-queries/permalink-path.js';
import type { ModuleOf } from './module-types.js';

const VARIABLE = /^\$(\w+)$/;

/** Module of the views of indicators that answer questions. */
export const explorerView: ModuleOf<'ExplorerView'> = {
  computedPart: {
    path({ indicator, parameters }, _args, _context, { variables }) {
      const values = JSON.parse((variables as string | undefined) ?? '{}') as Readonly<Record<string, unknown>>;
      const search = [...new URLSearchParams(parameters ?? '')].flatMap(([name, text]) => {
        const variable = VARIABLE.exec(text)?.[1];
        const value = variable === undefined ? text : (values[variable] ?? '');
        return value === '' ? [] : [[name, String(value)] as [string, string]];
      });
      const query = new URLSearchParams(search).toString();
      return readablePath(`/indicator/${indicator}${query === '' ? '' : `?${query}`}`);
    },
  },
  entryNeeds: ['variables'],
};
