import { withExactAreas } from './area-arguments.js';
import type { Assembly } from '../assembly.js';
import { computedContext } from '../request/computed.js';

/** Gives the fields of results, and of the root of queries, that modules of src/kinds/ compute their resolvers. */
export function attachResults(assembly: Assembly): void {
  for (const [type, { fields = {} }] of assembly.modules) {
    for (const [name, field] of Object.entries(fields)) {
      // A model can be without figures, and so without what is told of them.
      if (!assembly.has(type, name)) continue;
      const { args: definitions } = assembly.field(type, name);
      const compute = field as (value: unknown, args: object, context: ReturnType<typeof computedContext>) => unknown;
      assembly.resolve<unknown, object>(type, name, (value, args, context) =>
        compute(
          value,
          withExactAreas(args, definitions, context.areas.current),
          computedContext(context, context.viewer),
        ),
      );
    }
  }
}
