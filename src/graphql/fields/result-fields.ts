import { withExactAreas } from './area-arguments.js';
import type { Assembly } from '../assembly.js';
import { computedContext } from '../request/computed.js';

/** Gives the fields of results, and of the root of queries, that modules of src/kinds/ compute their resolvers. */
export function attachResults(assembly: Assembly): void {
  for (const [type, { fields = {} }] of assembly.modules) {
    for (const [name, field] of Object.entries(fields)) {
      // A model can be without figures, and so without their results.
      if (!assembly.has(type, name)) continue;
      const { args: definitions } = assembly.field(type, name);
      assembly.resolve<unknown, Record<string, unknown>>(type, name, (value, args, context, info) =>
        field(
          value,
          withExactAreas(args, definitions, context.areas),
          computedContext(context, assembly.schema, { path: info.path }),
        ),
      );
    }
  }
}
