import type { Field, Inverse, Kind, Model, Shape } from '../../model/model.js';

/** Fields that pages show separately or omit, and do not list with the other fields. */
const UNLISTED_FIELDS = new Set([
  'title',
  'titleLocale',
  'summary',
  'summaryLocale',
  'note',
  'citations',
  'claims',
  'slug',
  'checkedOn',
  'reviewBy',
  'demonyms',
  'otherNames',
]);
export const SPAN_TYPE = 'Span';
export const ACRONYM_FIELD = 'acronym';
/** Maximum depth of embedded objects inside each other that a page shows. */
export const MAX_EMBEDDED_DEPTH = 2;

/** Whether a field is public and can be selected without arguments. */
export function isDisplayable(field: Field): boolean {
  const needsArguments = (field.node.arguments ?? []).some(
    ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
  );
  return !field.recordOnly && field.audience === null && field.category !== 'output' && !needsArguments;
}

/** Memoises a function by kind, because it is called for every row of a page. */
function memoiseByKind<T>(compute: (model: Model, kind: Kind) => T): (model: Model, kind: Kind) => T {
  const valueByKind = new WeakMap<Kind, T>();
  return (model, kind) => {
    if (!valueByKind.has(kind)) valueByKind.set(kind, compute(model, kind));
    return valueByKind.get(kind)!;
  };
}

/** Returns the displayable fields of a kind in SDL order, without the fields common to all entries. */
export const ownFields = memoiseByKind((model, kind): readonly Field[] => {
  const commonNames = new Set(model.interfaces.find(({ name }) => name === 'Entry')!.fields.map(({ name }) => name));
  return kind.fields.filter(
    (field) => isDisplayable(field) && !UNLISTED_FIELDS.has(field.name) && !commonNames.has(field.name),
  );
});

/** Returns the text field for the lead of a page: the summary, or the first localised one with a high search weight. */
export function findLeadField({ fields }: Kind): Field | null {
  const texts = fields.filter(({ type, list, name }) => type === 'String' && !list && name !== 'title');
  return (
    texts.find(({ name }) => name === 'summary') ?? texts.find((field) => field.localised && field.search >= 2) ?? null
  );
}

/** Whether a localised text has its own section: Markdown, or a searched text that is not used as a filter. */
export function isProse({ type, localised, list, search, filter }: Field): boolean {
  return localised && !list && (type === 'Markdown' || (search > 0 && !filter));
}

/** Returns the inverse links of a kind that have a public origin. */
export const publicInverseLinks = memoiseByKind((model, kind): readonly Inverse[] =>
  kind.inverses.filter(({ origins }) =>
    origins.some(({ kind: originKind, field }) => field.audience === null && model.kind(originKind).audience === null),
  ),
);

/** Returns the kind of the targets of a link; null if it can have several kinds. */
export function targetKind(model: Model, link: Field | Inverse): Kind | null {
  if ('origins' in link) return link.mixed ? null : model.kind(link.origins[0]!.kind);
  return link.link && !link.link.toInterface ? model.kind(link.link.target) : null;
}

/** Whether the targets of a link have acronyms. */
export function hasAcronym(model: Model, link: Field): boolean {
  return targetKind(model, link)?.fields.some((field) => field.name === ACRONYM_FIELD && isDisplayable(field)) ?? false;
}

/** Returns the fields that a list shows for an entry: its first enum, link and date. A start date comes first. */
export const rowFields = memoiseByKind((model, kind): readonly Field[] => {
  const ownScalars = ownFields(model, kind).filter(({ list, computed }) => !list && !computed);
  const firstMatching = (matches: (field: Field) => boolean) => ownScalars.filter(matches).slice(0, 1);
  const date = firstMatching(({ type }) => type === 'PartialDate' || type === SPAN_TYPE);
  const otherFields = [
    ...firstMatching(({ category }) => category === 'enum'),
    ...firstMatching(({ category }) => category === 'link'),
  ];
  return date.some(({ name }) => name.startsWith('starts')) ? [...date, ...otherFields] : [...otherFields, ...date];
});

/** Returns the field by which long lists of a kind are grouped: its first enum that is a facet, or null. */
export function groupingField(model: Model, kind: Kind): Field | null {
  return (
    ownFields(model, kind).find(
      ({ category, list, facet, computed }) => category === 'enum' && !list && facet && !computed,
    ) ?? null
  );
}

/** Whether a type consists of two enums, so that a list of it can be shown as a matrix. */
export function isPairOfEnums({ fields }: Shape): boolean {
  return fields.length === 2 && fields.every(({ category, list }) => category === 'enum' && !list);
}

/** Whether lists show the sources of the entries of a kind. True for kinds that quote figures and are not areas. */
export function listsSources(kind: Kind): boolean {
  return hasClaims(kind) && !kind.interfaces.includes('Area');
}

/** Whether entries of a kind have a list of claims. */
export function hasClaims({ fields }: Kind): boolean {
  return fields.some(({ name, type, list }) => name === 'claims' && type === 'Claim' && list);
}
