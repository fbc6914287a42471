import { resolveAreaArguments } from './area-arguments.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { ComputedFieldContext } from '../request/computed-field-context.js';

/** Registers the fields of result types and of the query root that modules in src/kinds/ compute. */
export function registerKindModuleFields(registry: ResolverRegistry): void {
  for (const [type, { fields = {} }] of registry.modules) {
    for (const [name, field] of Object.entries(fields)) {
      // A model without figures lacks the result types of figures.
      if (!registry.hasField(type, name)) continue;
      const { args: definitions } = registry.field(type, name);
      registry.addResolver<unknown, Record<string, unknown>>(type, name, (value, args, context, info) =>
        field(
          value,
          resolveAreaArguments(args, definitions, context.areas),
          new ComputedFieldContext(context, registry.schema, info.path),
        ),
      );
    }
  }
}
