import { getNamedType, type GraphQLFieldResolver, isObjectType } from 'graphql';
import { AppError } from '../../errors.js';
import { folderKey } from '../../model/entry-key.js';
import { parseLinkValue } from '../../model/links.js';
import type { Field, Kind, Shape } from '../../model/model.js';
import type { ComputedField, ComputedPart, KindModule } from '../../records/kind-module.js';
import type { EntryRecord } from '../../store/entries.js';
import type { ResolverRegistry } from '../resolver-registry.js';
import { METADATA_RESOLVERS, isCommonComputedField } from '../selection/metadata-fields.js';
import { resolveAreaArguments, resolveKnownAreaArguments } from './area-arguments.js';
import { ComputedFieldContext } from '../request/computed-field-context.js';
import type { Context } from '../request/context.js';
import { Entry, EntryPart } from '../request/entry.js';
import { fetchLinkTarget } from './fetch-entry.js';
import { textIn, preferLocale } from '../../reading/locale-fallback.js';
import { SHORT_TRANSLATION_FIELDS } from '../selection/entry-selection.js';
import { textFields, Translations } from '../../reading/translations.js';
import { hasRole } from '../../model/roles.js';

type FieldParent = Entry | EntryPart;
type EntryFieldResolver = GraphQLFieldResolver<
  FieldParent,
  Context,
  { locale?: string | null; inShort?: boolean | null }
>;

/** Maximum number of links to return per field of a record. */
const MAX_LINKS = 100;

/** Name of the field in which a result reports each requested area, including unknown ones. */
const AREA_REPORT_FIELD = 'requested';

const TRANSLATION_FIELDS: Readonly<
  Record<string, (translations: Translations, locales: readonly string[], locale: string | null | undefined) => unknown>
> = {
  translation: (translations, locales, locale) => translations.translationInto(locale ?? locales[0]!, locales),
  translations: (translations, locales) =>
    translations.locales.map((locale) => translations.translationInto(locale, locales)),
};

/** Registers the fields of entries and of their embedded objects. */
export function registerEntryFields(registry: ResolverRegistry): void {
  const { model } = registry;
  for (const shape of [...model.kinds, ...model.embedded]) {
    for (const field of shape.fields.filter(({ recordOnly }) => !recordOnly)) {
      const resolver = makeResolver(registry, shape, field);
      if (resolver) registry.addResolver(shape.name, field.name, withAudienceCheck(field, resolver));
    }
  }
}

function makeResolver(registry: ResolverRegistry, shape: Shape, field: Field): EntryFieldResolver | null {
  if (field.computed) return computedResolver(registry, shape, field);
  if (field.link) return field.list ? linksResolver(registry, field) : linkResolver(registry, field);
  if (field.category === 'object') return partResolver(field);
  return field.localised ? textResolver(field) : valueResolver(field);
}

/** Wraps the resolver of a restricted field: it returns null to viewers without the required role. */
function withAudienceCheck(field: Field, resolver: EntryFieldResolver): EntryFieldResolver {
  if (field.audience === null) return resolver;
  return (parent, args, context, info) =>
    hasRole(context.viewer.role, field.audience) ? resolver(parent, args, context, info) : null;
}

function valueResolver(field: Field): EntryFieldResolver {
  const { name, list } = field;
  if (list) return ({ record }) => record[name] ?? [];
  return (parent) => parent.record[name] ?? missingValue(field, parent);
}

function textResolver(field: Field): EntryFieldResolver {
  const { name, list } = field;
  const read = (texts: unknown, { entry }: FieldParent, requested: readonly string[]) =>
    textIn(texts, requested, entry.stored.originalLocale);
  if (!list) {
    return (parent, { locale }, { viewer }) =>
      read(parent.record[name], parent, preferLocale(locale, viewer.locales)) ?? missingValue(field, parent);
  }
  return (parent, { locale }, { viewer }) => {
    const requested = preferLocale(locale, viewer.locales);
    return ((parent.record[name] ?? []) as unknown[]).map((texts) => read(texts, parent, requested) ?? '');
  };
}

function partResolver(field: Field): EntryFieldResolver {
  const { name, list } = field;
  if (list)
    return ({ record, entry }) => ((record[name] ?? []) as EntryRecord[]).map((part) => new EntryPart(part, entry));
  return (parent) => {
    const part = parent.record[name] as EntryRecord | null | undefined;
    return part ? new EntryPart(part, parent.entry) : missingValue(field, parent);
  };
}

function linkResolver(registry: ResolverRegistry, field: Field): EntryFieldResolver {
  return (parent, _args, context, info) => {
    const value = parent.record[field.name] as string | null | undefined;
    if (value == null) {
      return (
        (parent.entry.isHidden ? placeholderFor(registry, field, PLACEHOLDER_SLUG, context) : null) ??
        missingValue(field, parent)
      );
    }
    return fetchLinkTarget(field, value, { registry, context, info }).then(
      (target) => target ?? placeholderFor(registry, field, value, context) ?? missingValue(field, parent),
    );
  };
}

/** Placeholder slug of a hidden entry. */
const PLACEHOLDER_SLUG = '-';

/** Returns a placeholder for a required link from a shared draft to an entry that the reader cannot see, or null. */
function placeholderFor({ model }: ResolverRegistry, field: Field, value: string, { viewer }: Context): Entry | null {
  const target = viewer.draft && field.required ? parseLinkValue(model, field, value) : null;
  return target && Entry.hidden(target.kind, target.slug, viewer.draft!.hiddenTitle, viewer.locales[0]!);
}

/** Returns a resolver for a list of links, in record order. Invisible entries are omitted. */
function linksResolver(registry: ResolverRegistry, field: Field): EntryFieldResolver {
  return async (parent, _args, context, info) => {
    const values = (parent.record[field.name] ?? []) as string[];
    const fetchContext = { registry, context, info };
    const targets = values.slice(0, MAX_LINKS).map((value) => fetchLinkTarget(field, value, fetchContext));
    return (await Promise.all(targets)).filter((target) => target !== null);
  };
}

function computedResolver(registry: ResolverRegistry, shape: Shape, field: Field): EntryFieldResolver | null {
  const { model, modules } = registry;
  const kind = model.kinds.find(({ name }) => name === shape.name);
  const module: KindModule = modules.get(shape.name) ?? {};
  if (kind && Object.hasOwn(TRANSLATION_FIELDS, field.name)) {
    const read = TRANSLATION_FIELDS[field.name]!;
    const texts = textFields(kind);
    const shortFields = texts.filter(({ name }) => SHORT_TRANSLATION_FIELDS.includes(name));
    return ({ entry }, { locale, inShort }, { viewer }) =>
      read(new Translations(model, entry.stored, viewer.role, inShort ? shortFields : texts), viewer.locales, locale);
  }
  if (kind && isCommonComputedField(field)) {
    const metadata = METADATA_RESOLVERS[field.name];
    return metadata ? ({ entry }) => metadata(entry) : null;
  }
  const computed = kind && module.computed?.[field.name];
  if (computed) return computedFieldResolver(registry, kind, field, computed);
  const part = kind ? undefined : module.computedPart?.[field.name];
  if (part) return computedPartResolver(registry, shape, field, part);
  const isStored = field.filter || field.sort || field.facet;
  if (module.derive && isStored) return valueResolver(field);
  throw new AppError(
    'MODEL_INVALID',
    `${shape.name}.${field.name} is computed, but no module in src/kinds/ computes it; add it to the module of ${shape.name}.`,
  );
}

function computedFieldResolver(
  registry: ResolverRegistry,
  kind: Kind,
  field: Field,
  computed: ComputedField,
): EntryFieldResolver {
  const { args: definitions, type } = registry.field(kind.name, field.name);
  const resultType = getNamedType(type);
  const reportsAreas = field.list || (isObjectType(resultType) && AREA_REPORT_FIELD in resultType.getFields());
  return (parent, args, context, info) => {
    const { entry } = parent;
    // A retired entry has no record from which fields could be computed.
    if (entry.stored.status === 'RETIRED') return field.list ? [] : missingValue(field, parent);
    const { resolved, unknownAreas } = reportsAreas
      ? resolveKnownAreaArguments(args, definitions, context.areas)
      : { resolved: resolveAreaArguments(args, definitions, context.areas), unknownAreas: [] };
    const fieldContext = new ComputedFieldContext(context, registry.schema, info.path, unknownAreas);
    return computed(entry.stored, resolved, fieldContext);
  };
}

function computedPartResolver(
  registry: ResolverRegistry,
  shape: Shape,
  field: Field,
  computed: ComputedPart,
): EntryFieldResolver {
  const { args: definitions } = registry.field(shape.name, field.name);
  return ({ record, entry }, args, context) => {
    const resolved = resolveAreaArguments(args, definitions, context.areas);
    return computed(record, resolved, new ComputedFieldContext(context, registry.schema), entry.stored.record);
  };
}

/** Returns the result for a field that the record lacks. @throws AppError NOT_FOUND, CONTENT_INVALID if required */
function missingValue(field: Field, { entry }: FieldParent): '' | null {
  if (!field.required) return null;
  if (entry.isHidden && field.category === 'scalar' && field.type === 'String') return '';
  const entryKey = folderKey(entry.kind, entry.slug);
  if (entry.stored.status === 'RETIRED') {
    throw new AppError('NOT_FOUND', `"${entryKey}" was withdrawn; only its slug, title and status are available.`);
  }
  throw new AppError(
    'CONTENT_INVALID',
    `"${entryKey}" lacks the required field "${field.name}". Remove the field from the query, or ask an editor to add it.`,
  );
}
