import { withExactAreas } from './area-arguments.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { ComputedFieldContext } from '../request/computed-field-context.js';

/** Registers the fields of result types and of the query root that modules in src/kinds/ compute. */
export function registerModuleFields(assembly: ResolverRegistry): void {
  for (const [type, { fields = {} }] of assembly.modules) {
    for (const [name, field] of Object.entries(fields)) {
      // A model without figures lacks the result types of figures.
      if (!assembly.has(type, name)) continue;
      const { args: definitions } = assembly.field(type, name);
      assembly.resolve<unknown, Record<string, unknown>>(type, name, (value, args, context, info) =>
        field(
          value,
          withExactAreas(args, definitions, context.areas),
          new ComputedFieldContext(context, assembly.schema, info.path),
        ),
      );
    }
  }
}
