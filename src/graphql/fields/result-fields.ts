import { withExactAreas } from './area-arguments.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { computedContext } from '../request/computed.js';

/** Attaches the fields that modules in src/kinds/ compute for results and for the query root. */
export function attachResults(assembly: ResolverRegistry): void {
  for (const [type, { fields = {} }] of assembly.modules) {
    for (const [name, field] of Object.entries(fields)) {
      // A model without figures has none of their results.
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
