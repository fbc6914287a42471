import type { EntryOf } from '../../src/reading/typed-entry.js';
import type { ModuleOf, TypedModules } from '../../src/kinds/module-types.js';

// Errors in modules of kinds that the compiler must report. There is nothing to run: an unused `@ts-expect-error` is an
// error.

type Territory = ModuleOf<'Territory'>;
const completeModule: Territory = {
  computed: { series: () => [], developments: () => [] },
  derive: () => ({ code: 'XK' }),
};

export const validModules: readonly Territory[] = [completeModule, { ...completeModule, rules: [] }];

// @ts-expect-error  a computed field is missing
export const moduleWithoutComputedFields: Territory = { ...completeModule, computed: {} };

// @ts-expect-error  a field computed on writing has another type
export const moduleWithWrongDerivedType: Territory = { ...completeModule, derive: () => ({ code: 7 }) };

export const moduleWithUnknownArgument: Territory = {
  ...completeModule,
  // @ts-expect-error the schema has no such argument
  computed: { series: (_area, { slugs }) => slugs.map(() => []) },
};

export const moduleWithUnknownEnumValue: ModuleOf<'Claim'> = {
  // @ts-expect-error GONE is not a status of a claim
  computedPart: { now: () => null, status: () => 'GONE' },
};

// @ts-expect-error  a field of a record has another type
export const readFieldAsWrongType = (entry: EntryOf<'Indicator'>): number | undefined => entry.record.unit;

// @ts-expect-error  a record has no such field
export const readUnknownField = (entry: EntryOf<'Country'>) => entry.record.euMember;

// @ts-expect-error  a type that needs a module has none
export const emptyModules: TypedModules = {};
