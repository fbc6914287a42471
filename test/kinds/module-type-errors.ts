import type { EntryOf } from '../../src/reading/typed-entry.js';
import type { KindModuleOf, TypedKindModules } from '../../src/kinds/kind-module-types.js';

// Errors in modules of kinds that the compiler must report. There is nothing to run: an unused `@ts-expect-error` is an
// error.

type Territory = KindModuleOf<'Territory'>;
const completeModule: Territory = {
  computed: { series: () => [], developments: () => [] },
  derive: () => ({ code: 'XK' }),
};

/** Modules in which the compiler must find no error. */
export const validModules: readonly Territory[] = [completeModule, { ...completeModule, rules: [] }];

// @ts-expect-error  the computed fields `series` and `developments` are missing
export const moduleWithoutComputedFields: Territory = { ...completeModule, computed: {} };

// @ts-expect-error  the derived field `code` is a number instead of a text
export const moduleWithWrongDerivedType: Territory = { ...completeModule, derive: () => ({ code: 7 }) };

export const moduleWithUnknownArgument: Territory = {
  ...completeModule,
  // @ts-expect-error the field `series` has no argument `slugs`
  computed: { series: (_area, { slugs }) => slugs.map(() => []) },
};

export const moduleWithUnknownEnumValue: KindModuleOf<'Claim'> = {
  // @ts-expect-error GONE is not a status of a claim
  computedPart: { now: () => null, status: () => 'GONE' },
};

// @ts-expect-error  the unit of an indicator is a text, not a number
export const readFieldAsWrongType = (entry: EntryOf<'Indicator'>): number | undefined => entry.record.unit;

// @ts-expect-error  the record of a country has no field `euMember`
export const readUnknownField = (entry: EntryOf<'Country'>) => entry.record.euMember;

// @ts-expect-error  the modules of all types that need one are missing
export const emptyModules: TypedKindModules = {};
